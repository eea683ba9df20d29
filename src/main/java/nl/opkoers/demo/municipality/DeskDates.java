package nl.opkoers.demo.municipality;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as the desk writes them: in Dutch, by the clock of Amsterdam. */
final class DeskDates {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final DateTimeFormatter DAY_AND_TIME = of("EEEE d MMMM yyyy HH:mm");
    private static final DateTimeFormatter TIME = of("HH:mm");
    private static final DateTimeFormatter EXACT = of("d MMM HH:mm:ss");

    private DeskDates() {
    }

    static String period(Instant begin, Instant end) {
        return DAY_AND_TIME.format(begin) + "–" + TIME.format(end);
    }

    static String exact(Instant moment) {
        return EXACT.format(moment);
    }

    private static DateTimeFormatter of(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, DUTCH).withZone(RelativeDates.ZONE);
    }
}
