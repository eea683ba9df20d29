package nl.opkoers.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.language.Dates;
import nl.opkoers.law.ExamPart;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.municipality.contract.Exams;
import nl.opkoers.municipality.contract.Meeting;
import nl.opkoers.municipality.contract.Part;

/**
 * Something with a time and a place that the dossier tells of.
 *
 * @param exam the exam part, for an exam alone; {@code null} otherwise or when it is not recognised
 * @param part where it comes from, for its source and date
 */
public record Planned(Kind kind, ExamPart exam, Meeting meeting, Part part) {

    /** What it is. */
    public enum Kind {
        EXAM, INTAKE, TALK, PVT, MAP, CLOSING
    }

    /** All that is planned from now on, the first one first. What was cancelled stays in, so that nobody goes in vain. */
    static List<Planned> from(Dossier dossier, Instant now) {
        return all(dossier)
                .filter(planned -> planned.meeting() != null && planned.meeting().begin() != null)
                .filter(planned -> !isOver(planned.meeting().begin(), planned.meeting().end(), now))
                .sorted(Comparator.comparing((Planned planned) -> planned.meeting().begin()))
                .toList();
    }

    /** Whether it has ended; once it began when it is not known until when it lasts. */
    static boolean isOver(Instant begin, Instant end, Instant now) {
        return !(end == null ? begin : end).isAfter(now);
    }

    private static Stream<Planned> all(Dossier dossier) {
        return Stream.concat(exams(dossier), Stream.of(
                planned(Kind.INTAKE, dossier.intake(), dossier.intake() == null ? null : dossier.intake().meeting()),
                planned(Kind.TALK, dossier.progress(), dossier.progress() == null ? null : dossier.progress().nextTalk()),
                planned(Kind.PVT, dossier.pvt(), dossier.pvt() == null ? null : dossier.pvt().meeting()),
                planned(Kind.MAP, dossier.map(), dossier.map() == null ? null : dossier.map().meeting()),
                planned(Kind.CLOSING, dossier.zRoute(), dossier.zRoute() == null ? null : dossier.zRoute().closingTalk())));
    }

    private static Stream<Planned> exams(Dossier dossier) {
        return Optional.ofNullable(dossier.exams()).stream()
                .flatMap(exams -> exams.parts().stream())
                .filter(record -> record.planned() != null)
                .map(record -> exam(record, dossier.exams()));
    }

    private static Planned exam(Exams.PartRecord record, Exams exams) {
        return new Planned(Kind.EXAM, ExamPart.ofCode(record.partCode()).orElse(null), record.planned().meeting(), exams);
    }

    private static Planned planned(Kind kind, Part part, Meeting meeting) {
        return new Planned(kind, null, meeting, part);
    }

    /** Not cancelled: somebody can count on it. */
    public boolean certain() {
        return !Objects.requireNonNull(meeting).cancelled();
    }

    /** Whether a meeting is on a day or after it, and not cancelled. */
    static boolean stillOn(Meeting meeting, LocalDate day) {
        return meeting != null && meeting.begin() != null && !meeting.cancelled()
                && !Dates.dayOf(meeting.begin()).isBefore(day);
    }
}
