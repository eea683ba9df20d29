package nl.opkoers.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import nl.opkoers.language.Dates;

/**
 * When somebody does not want to be disturbed, every day, in the time of Amsterdam.
 *
 * @param from  the first moment of it
 * @param until the first moment after it; the same as {@code from} when there are no quiet hours
 */
record QuietHours(LocalTime from, LocalTime until) {

    /** A choice of this portal for whoever made none. */
    static final QuietHours AT_NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** The first moment, from this one on, at which somebody may be disturbed. */
    Instant after(Instant moment) {
        ZonedDateTime here = moment.atZone(Dates.AMSTERDAM);
        if (!holdAt(here.toLocalTime())) {
            return moment;
        }
        ZonedDateTime end = here.with(until);
        return (end.isAfter(here) ? end : end.plusDays(1)).toInstant();
    }

    private boolean holdAt(LocalTime time) {
        return from.isAfter(until) ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
    }
}
