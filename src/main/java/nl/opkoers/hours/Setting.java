package nl.opkoers.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.dossier.Course;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.municipality.contract.Pip;

/**
 * What is known around what somebody writes, to see whether it makes sense.
 *
 * @param firstPlan the date of the first plan; {@code null} when there is none
 * @param termEnd   the first day after the term; {@code null} when that is not known
 * @param kinds     those that this person can log
 * @param goals     the codes of the goals of the plan
 * @param others    the other entries of the days around it
 * @param lessons   when there are lessons, as far as is known
 */
record Setting(LocalDate today, LocalDate firstPlan, LocalDate termEnd, Set<Kind> kinds, Set<String> goals, List<Entry> others,
        List<Lesson> lessons) {

    /** When there is a lesson. */
    record Lesson(Instant begin, Instant end) {

        boolean touches(Instant from, Duration length) {
            return begin.isBefore(from.plus(length)) && end.isAfter(from);
        }
    }

    /**
     * What is known around an entry.
     *
     * @param entry  which one: it does not stand beside itself
     * @param before of which kind it was until now; empty when it is new
     * @param around entries of the days around it; what was refused is as good as not done
     */
    static Setting of(Course course, UUID entry, Optional<Kind> before, List<Entry> around, Optional<Agenda> agenda) {
        LocalDate firstPlan = course.versions().stream().map(Pip.Version::signedOn).filter(Objects::nonNull)
                .min(LocalDate::compareTo).orElse(null);
        LocalDate termEnd = course.dossier().term() == null ? null : course.dossier().term().endExclusive();
        Set<String> goals = course.versions().stream().flatMap(plan -> plan.goals().stream()).map(Pip.Goal::code)
                .filter(Objects::nonNull).collect(Collectors.toSet());
        Set<Kind> kinds = Stream.concat(Kinds.of(course).stream(), before.stream()).collect(Collectors.toSet());
        List<Entry> others = around.stream().filter(other -> !other.id().equals(entry) && other.state() != State.REFUSED).toList();
        return new Setting(course.today(), firstPlan, termEnd, kinds, goals, others,
                agenda.map(Setting::lessons).orElse(List.of()));
    }

    private static List<Lesson> lessons(Agenda agenda) {
        return agenda.items().stream()
                .filter(item -> item.kind() == Agenda.Kind.LESSON && !item.cancelled() && item.begin() != null && item.end() != null)
                .map(item -> new Lesson(item.begin(), item.end())).toList();
    }

    /** Whether it is at the time of a lesson; not when it is not told at what time it was. */
    boolean isLessonTime(Written written) {
        if (written.from() == null) {
            return false;
        }
        Instant begin = written.day().atTime(written.from()).atZone(Dates.AMSTERDAM).toInstant();
        return lessons.stream().anyMatch(lesson -> lesson.touches(begin, Duration.ofMinutes(written.minutes())));
    }

    /** The minutes that are logged on a day besides. */
    int minutesOn(LocalDate day) {
        return others.stream().filter(entry -> entry.written().day().equals(day)).mapToInt(entry -> entry.written().minutes()).sum();
    }

    /** Whether the same was done on a day. */
    boolean isDoneOn(Activity activity, LocalDate day) {
        return others.stream().anyMatch(entry -> entry.written().day().equals(day) && entry.written().activity() == activity);
    }
}
