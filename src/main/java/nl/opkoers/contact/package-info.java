/** Asking for help: about what, in which language, and when an answer comes. */
package nl.opkoers.contact;
