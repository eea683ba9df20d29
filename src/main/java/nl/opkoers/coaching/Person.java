package nl.opkoers.coaching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Phase;
import nl.opkoers.hours.Queued;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;

/**
 * One of a coach's people, in short.
 *
 * @param seen       where they stand, as it was seen here last; absent when it never was
 * @param hours      what of their hours waits; {@code null} when nothing does
 * @param asked      what they wait for an answer to; {@code null} when nothing
 * @param lastTalked when something was last said in a conversation here; {@code null} when nothing was
 * @param heardBy    before which day there should have been contact last; {@code null} when this person asks for none
 */
record Person(Caseload.Member member, Seen<Course> seen, Queued hours, Asked asked, LocalDate lastTalked, LocalDate heardBy,
        LocalDate today) {

    /**
     * What somebody waits for an answer to.
     *
     * @param before the earliest day before which an answer was promised; {@code null} when none was
     * @param late   whether the day has come before which one was promised
     */
    record Asked(int questions, LocalDate before, boolean late) {
    }

    /** Where they stand, for templates; {@code null} when that was never seen here. */
    public Course getCourse() {
        return seen.known().orElse(null);
    }

    /** Of when that is. */
    public Instant getAsOf() {
        return seen.asOf();
    }

    /** {@code null} when not known. */
    public Phase getPhase() {
        return seen.known().map(Course::phase).orElse(null);
    }

    /** The first day after the term, as far as anybody told; {@code null} when nobody did. */
    LocalDate termEnd() {
        return seen.known().flatMap(course -> course.clocks().calendar()).map(clock -> clock.lastDay().date().plusDays(1))
                .orElse(member.termEnd());
    }

    /** The last day of the term; {@code null} when nobody told. */
    public LocalDate getLastDay() {
        return termEnd() == null ? null : termEnd().minusDays(1);
    }

    /** The last talk that the municipality knows of, or what was said here later; {@code null} when there is neither. */
    public LocalDate getLastContact() {
        return Stream.of(Optional.ofNullable(member.lastTalk()), Optional.ofNullable(lastTalked)).flatMap(Optional::stream)
                .filter(day -> !day.isAfter(today)).max(LocalDate::compareTo).orElse(null);
    }

    /** Whether there should have been contact by now, by what this person asks for. */
    public boolean isSilent() {
        return heardBy != null && (getLastContact() == null || getLastContact().isBefore(heardBy));
    }

    /** For how many whole weeks there was no contact. */
    public int getWeeksSilent() {
        return (int) ChronoUnit.WEEKS.between(getLastContact(), today);
    }

    /** How many entries of hours wait. */
    public int getEntries() {
        return hours == null ? 0 : hours.counts().stream().mapToInt(Queued.Count::entries).sum();
    }

    /** Whether the day has come before which they were promised an answer. */
    public boolean isLate() {
        return asked != null && asked.late();
    }
}
