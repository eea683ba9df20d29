package nl.opkoers.contact;

/** A turn and its place in the conversation. @param position from 1, without gaps */
public record Numbered(int position, Turn turn) {
}
