package nl.opkoers.law;

import java.time.LocalDate;
import java.util.Optional;

/** Dates that the portal works out itself as long as nobody has given them. */
public final class Forecast {

    private Forecast() { }

    /**
     * The expected last day of a term of which DUO has not yet told the dates: the term starts the day after the first PIP.
     *
     * @return nothing when no rule was in force on the date of the PIP
     */
    public static Optional<Estimate> expectedTermEnd(LocalDate firstPipDate, LawBook book) {
        LocalDate start = firstPipDate.plusDays(1);
        return book.ask(RuleKey.TERM_LENGTH, firstPipDate).known()
            .map(rule -> new Estimate(LegalCalendar.after(start, rule.period()).minusDays(1), rule));
    }

    /**
     * The day by which the municipality means to have made the PIP. Most people wait longer; nobody has to do anything by it.
     *
     * @param noticeOrRegistrationDate the day of the notice of the duty or of the registration in this municipality
     * @return nothing when no rule was in force on that day
     */
    public static Optional<Target> pipTarget(LocalDate noticeOrRegistrationDate, LawBook book) {
        return book.ask(RuleKey.PIP_TARGET, noticeOrRegistrationDate).known()
            .map(rule -> new Target(noticeOrRegistrationDate.plus(rule.period()), rule));
    }
}
