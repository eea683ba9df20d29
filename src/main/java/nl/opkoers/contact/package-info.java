/**
 * Asking for help and being answered: conversations, what is sent along with them, whom they are for and who stands in, the inbox of who
 * answers, standard sentences and translation; and who is around somebody, and how they want to be reached.
 */
package nl.opkoers.contact;
