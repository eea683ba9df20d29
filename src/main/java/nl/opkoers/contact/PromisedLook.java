package nl.opkoers.contact;

import java.time.LocalDate;

/**
 * That somebody was promised, when they were sent on, that it is looked at whether that helped. It is owed by whoever answers now.
 *
 * @param on the day that was promised
 */
record PromisedLook(Conversation conversation, LocalDate on) {
}
