/** What somebody has at fixed times, out of all parties, and what they let know about it. */
package nl.opkoers.agenda;
