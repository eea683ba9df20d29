package nl.opkoers.coaching;

import java.time.Instant;

/**
 * What a coach noted about somebody, for whoever guides them. The last one holds; earlier ones stay.
 *
 * @param position from 1, without gaps
 * @param text     in Dutch mostly; empty when what was noted does not hold any more
 */
record Note(int position, String text, String authorName, Instant at) {
}
