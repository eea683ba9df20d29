package nl.opkoers.dossier;

import java.time.LocalDate;
import java.util.Optional;
import nl.opkoers.law.Duties;
import nl.opkoers.law.Duty;
import nl.opkoers.law.DutyKind;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.TermClock;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.municipality.contract.Hours;
import nl.opkoers.municipality.contract.Term;

/**
 * The two clocks: the calendar term, and the lesson hours of a paid course. Either can run out first.
 *
 * @param calendar the term; empty before there was ever a plan, because then no clock runs
 * @param lessons  the budget of lesson hours; empty where there is none
 */
public record Clocks(Optional<TermClock> calendar, Optional<LessonClock> lessons) {

    /** The term, for templates; {@code null} where there is none. */
    public TermClock getCalendarOrNull() {
        return calendar.orElse(null);
    }

    /** The lesson hours, for templates; {@code null} where there are none. */
    public LessonClock getLessonsOrNull() {
        return lessons.orElse(null);
    }

    /** Whether the lesson hours go faster than the time. */
    public boolean isLessonsAhead() {
        return lessons.filter(LessonClock::ahead).isPresent();
    }

    static Clocks of(Dossier dossier, Duties duties, LocalDate today, LawBook law) {
        Optional<TermClock> calendar = calendar(dossier, today, law);
        return new Clocks(calendar, lessons(dossier, duties, calendar));
    }

    /** The term, when DUO has given one that can be understood. */
    static Optional<TermClock> calendar(Dossier dossier, LocalDate today, LawBook law) {
        Term term = dossier.term();
        if (term == null || term.start() == null || term.endExclusive() == null
                || !term.start().isBefore(term.endExclusive())) {
            return Optional.empty();
        }
        return Optional.of(TermClock.of(term.start(), term.endExclusive(), today, law));
    }

    private static Optional<LessonClock> lessons(Dossier dossier, Duties duties, Optional<TermClock> calendar) {
        return Optional.ofNullable(dossier.hours())
                .flatMap(hours -> hours.of(Hours.Kind.LESSONS))
                .filter(count -> count.hours() != null && count.budget() != null && count.budget() > 0)
                .map(count -> LessonClock.of(count, isEnough(count, duties), calendar));
    }

    /** Whether the hours that were bought are all that have to be followed, as in the Z-route: then nothing is short when they are used. */
    private static boolean isEnough(Hours.Count count, Duties duties) {
        return duties.owed(DutyKind.LANGUAGE_HOURS).map(Duty.Owed::hours)
                .filter(hours -> hours.isPresent() && hours.getAsInt() <= count.budget()).isPresent();
    }

    /**
     * The budget of lesson hours at a paid school.
     *
     * @param ahead whether half of the hours is used, and a larger share than of the time: then the hours run out first, unless there
     *              are enough of them
     */
    public record LessonClock(int used, int budget, int left, int percentUsed, LocalDate knownUntil, String source,
            boolean ahead) {

        private static final int WHOLE = 100;
        /**
         * A choice of this portal. A course begins early in the term and is shorter, as time is kept for the exams: so at first the
         * hours of nearly everybody go faster than the time, and nothing is wrong.
         */
        private static final double SAID_FROM = 0.5;

        static LessonClock of(Hours.Count count, boolean enough, Optional<TermClock> calendar) {
            double share = Math.min(1.0, (double) count.hours() / count.budget());
            return new LessonClock(count.hours(), count.budget(), Math.max(0, count.budget() - count.hours()),
                    (int) Math.round(share * WHOLE), count.knownUntil(), count.source(),
                    !enough && share >= SAID_FROM && calendar.map(clock -> share > clock.shareElapsed()).orElse(false));
        }
    }
}
