package nl.opkoers.contact;

/** Fired, in the transaction that keeps it, when something was said or done in a conversation. */
public record TurnTaken(Conversation before, Conversation after, Turn turn) {
}
