package nl.opkoers.demo.municipality;

import java.time.Instant;
import java.util.UUID;

/**
 * A change that a call really made. A call that is repeated has one effect, however often it arrives.
 *
 * @param key         the call's {@code Idempotency-Key}
 * @param kind        what was changed
 * @param participant whose; {@code null} when it is about nobody
 * @param subject     the id of the agenda item, the hours, the help request, the contact or the report about an offer
 * @param at          when
 */
public record Effect(UUID key, Kind kind, String participant, String subject, Instant at) {

    /** What a call can change. */
    public enum Kind { CONFIRMED, DECLINED, ASKED_TO_MOVE, HOURS_REPORTED, HOURS_CORRECTED, HELP_REQUEST, CONTACT, OFFER_REPORT }
}
