package nl.opkoers.contact;

import java.time.LocalDate;

/**
 * That a coach wants to look at a conversation again. Nobody else sees this.
 *
 * @param due  from which day on
 * @param note to oneself; {@code null} when there is none
 */
public record Reminder(Conversation conversation, LocalDate due, String note) {
}
