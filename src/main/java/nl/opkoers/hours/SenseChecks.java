package nl.opkoers.hours;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.opkoers.municipality.Bsn;
import nl.opkoers.page.Typed;

/**
 * Sees whether what somebody wrote makes sense. What cannot be is not taken; what is merely odd is asked, and stands once the
 * person says that it is right.
 */
final class SenseChecks {

    /** How many days to either side are looked at. */
    static final int DAYS_AROUND = 7;

    private static final int MOST_MINUTES_UNASKED = (int) Duration.ofHours(12).toMinutes();

    private final Setting setting;

    SenseChecks(Setting setting) {
        this.setting = setting;
    }

    Sense look(Written written) {
        List<Mistake> mistakes = mistakes(written);
        return new Sense(mistakes, mistakes.isEmpty() ? questions(written) : List.of());
    }

    private List<Mistake> mistakes(Written written) {
        List<Mistake> found = new ArrayList<>();
        note(found, !setting.kinds().contains(written.kind()), Mistake.KIND);
        note(found, written.activity() == null, Mistake.ACTIVITY);
        day(written.day(), found);
        note(found, written.minutes() < Written.STEP || written.minutes() > Written.LONGEST
                || written.minutes() % Written.STEP != 0, Mistake.MINUTES);
        note(found, written.goal() != null && !setting.goals().contains(written.goal()), Mistake.GOAL);
        note(found, Typed.letters(written.place()) > Written.LONGEST_NAME, Mistake.PLACE);
        note(found, Typed.letters(written.with()) > Written.LONGEST_NAME, Mistake.WITH);
        note(found, Typed.letters(written.note()) > Written.LONGEST_NOTE, Mistake.NOTE);
        return List.copyOf(found);
    }

    private void day(LocalDate day, List<Mistake> found) {
        if (setting.firstPlan() == null) {
            found.add(Mistake.NOPLAN);
        } else if (day == null) {
            found.add(Mistake.DAY);
        } else if (day.isAfter(setting.today())) {
            found.add(Mistake.FUTURE);
        } else if (day.isBefore(setting.firstPlan())) {
            found.add(Mistake.BEFOREPLAN);
        }
    }

    private List<Question> questions(Written written) {
        List<Question> found = new ArrayList<>();
        note(found, setting.minutesOn(written.day()) + written.minutes() > MOST_MINUTES_UNASKED, Question.LONGDAY);
        note(found, setting.isLessonTime(written), Question.LESSONTIME);
        note(found, daysInARow(written) > DAYS_AROUND, Question.EVERYDAY);
        note(found, setting.termEnd() != null && !written.day().isBefore(setting.termEnd()), Question.AFTERTERM);
        note(found, Stream.of(written.place(), written.with(), written.note()).filter(Objects::nonNull).anyMatch(Bsn::isIn), Question.BSN);
        return List.copyOf(found);
    }

    private int daysInARow(Written written) {
        return 1 + run(written, day -> day.minusDays(1)) + run(written, day -> day.plusDays(1));
    }

    private int run(Written written, UnaryOperator<LocalDate> next) {
        int days = 0;
        for (LocalDate day = next.apply(written.day()); days < DAYS_AROUND && setting.isDoneOn(written.activity(), day);
                day = next.apply(day)) {
            days++;
        }
        return days;
    }

    private static <T> void note(List<T> found, boolean holds, T what) {
        if (holds) {
            found.add(what);
        }
    }
}
