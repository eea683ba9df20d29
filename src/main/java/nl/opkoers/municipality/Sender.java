package nl.opkoers.municipality;

/** Somebody who sent something: one's own messages are delivered in order, those of others do not wait for them. */
record Sender(String municipality, String participant) {
}
