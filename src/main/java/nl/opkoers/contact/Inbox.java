package nl.opkoers.contact;

import java.time.Instant;
import java.util.List;

/**
 * What waits for a coach.
 *
 * @param lines     the conversations of this page
 * @param found     how many the filter finds
 * @param pages     on how many pages they stand; 1 when there are none
 * @param cutOff    whether there may be more of these than were looked through
 * @param waiting   how many people wait for an answer, whatever the filter; as far as {@link Conversations#MOST_WAITING}
 * @param late      how many of them overdue
 * @param toLookAt  of what the coach wanted to be reminded, or what a person was promised to be looked at, and for which nobody waits
 * @param elsewhere what lies with a colleague past its day, and this coach may not read
 * @param unknown   whether it cannot be said whom the coach may see, because the municipality cannot be reached
 * @param staleOf   of when that is, when the municipality cannot be reached now
 */
public record Inbox(InboxFilter filter, List<InboxLine> lines, int found, int pages, boolean cutOff, int waiting, int late,
        List<InboxLine> toLookAt, List<Elsewhere> elsewhere, boolean unknown, Instant staleOf) {

    /** Which page this is, from 1. */
    public int getShown() {
        return Math.min(filter.page(), pages);
    }

    /** Whether it is known how many wait. */
    public boolean isCounted() {
        return !unknown || waiting > 0;
    }

    /** How many are looked through. */
    public int getMost() {
        return Conversations.MOST_WAITING;
    }
}
