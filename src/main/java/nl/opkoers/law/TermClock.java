package nl.opkoers.law;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where a person stands in the term that DUO gave.
 *
 * @param start first day of the term
 * @param lastDay last day of the term: the day before DUO's exclusive {@code einddatum}
 * @param elapsed whole years, months and days of the term gone by before today; zero before the start
 * @param remaining whole years, months and days left, today included; zero after the end
 * @param shareElapsed the part gone by, 0 at the start and 1 after the last day
 * @param inLastMonths whether the term has started, has not ended, and ends soon enough to say so
 * @param ended whether the last day is behind us
 * @param extensionFrom the first day on which an extension can be asked for; empty when no rule was in force at the start
 * @param routeChangeUntil the last day on which the route can be changed; empty when that day has gone by, or no rule was in force
 */
public record TermClock(LocalDate start, LegalDate lastDay, Period elapsed, Period remaining, double shareElapsed,
                        boolean inLastMonths, boolean ended, Optional<LegalDate> extensionFrom,
                        Optional<LegalDate> routeChangeUntil) {

    private static final String DUO = "DUO";

    /**
     * The clock as it stands today.
     *
     * @param startdatum first day of the term, as in DUO's Inburgeringstermijn
     * @param einddatumExclusive the day after the last, as in DUO's Inburgeringstermijn; after an extension the extended one
     * @throws IllegalArgumentException when the term ends before it starts
     */
    public static TermClock of(LocalDate startdatum, LocalDate einddatumExclusive, LocalDate today, LawBook book) {
        if (!startdatum.isBefore(einddatumExclusive)) {
            throw new IllegalArgumentException("a term has at least one day: " + startdatum + " to " + einddatumExclusive);
        }
        LocalDate now = within(startdatum, einddatumExclusive, today);
        return new TermClock(startdatum,
            LegalDate.givenBy(DUO, einddatumExclusive.minusDays(1)),
            Period.between(startdatum, now),
            Period.between(now, einddatumExclusive),
            (double) ChronoUnit.DAYS.between(startdatum, now) / ChronoUnit.DAYS.between(startdatum, einddatumExclusive),
            isInLastMonths(startdatum, einddatumExclusive, today, book),
            !today.isBefore(einddatumExclusive),
            after(startdatum, RuleKey.EXTENSION_REQUEST_FROM, book),
            after(startdatum, RuleKey.ROUTE_CHANGE_UNTIL, book)
                .filter(over -> today.isBefore(over.date()) && today.isBefore(einddatumExclusive))
                .map(over -> new LegalDate(over.date().minusDays(1), over.source())));
    }

    /** The first day on which so much of the term has gone by as the rule says. */
    private static Optional<LegalDate> after(LocalDate start, RuleKey key, LawBook book) {
        return book.ask(key, start).known().map(rule -> LegalDate.fixedBy(rule, LegalCalendar.after(start, rule.period())));
    }

    private static LocalDate within(LocalDate start, LocalDate end, LocalDate today) {
        if (today.isBefore(start)) {
            return start;
        }
        return today.isAfter(end) ? end : today;
    }

    private static boolean isInLastMonths(LocalDate start, LocalDate end, LocalDate today, LawBook book) {
        return !today.isBefore(start) && today.isBefore(end)
            && book.ask(RuleKey.LAST_MONTHS, today).known()
                .map(choice -> !today.isBefore(end.minus(choice.period())))
                .orElse(false);
    }
}
