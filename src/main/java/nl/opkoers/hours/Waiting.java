package nl.opkoers.hours;

/** An entry that waits for a coach, and whose it is. */
public record Waiting(String participant, Entry entry) {
}
