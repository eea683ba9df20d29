package nl.opkoers.coaching;

import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.contact.Absence;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Typed;

/**
 * The form by which a coach says when they are away and who answers then, as it is filled in.
 *
 * @param id         made with the form, so that two taps are one
 * @param substitute the id of a colleague
 * @param mistakes   what is wrong with it; empty before it is looked at
 */
record LeaveForm(UUID id, String since, String until, String substitute, List<Mistake> mistakes) {

    /** What is wrong with it. */
    public enum Mistake {
        /** There is no first day that can be read. */
        SINCE,
        /** The first day is behind us. */
        PAST,
        /** There is no last day that can be read. */
        UNTIL,
        /** The last day comes before the first. */
        BACKWARDS,
        /** It lasts so long that somebody else should become the contact. */
        LONG,
        /** Something was noted for these days already. */
        OVERLAP,
        /** No colleague was chosen, or nobody whom one can choose. */
        SUBSTITUTE,
        /** That colleague is away then too. */
        AWAY;

        /** The field that it is about. */
        public String getField() {
            return switch (this) {
                case SINCE, PAST, OVERLAP -> LeaveForm.SINCE;
                case UNTIL, BACKWARDS, LONG -> LeaveForm.UNTIL;
                case SUBSTITUTE, AWAY -> LeaveForm.SUBSTITUTE;
            };
        }
    }

    static final String ID = "id";
    static final String SINCE = "since";
    static final String UNTIL = "until";
    static final String SUBSTITUTE = "substitute";

    /** A choice of this portal: who is away for longer is not somebody's contact any more. */
    private static final int MOST_MONTHS = 12;

    static LeaveForm empty() {
        return new LeaveForm(UUID.randomUUID(), "", "", "", List.of());
    }

    /**
     * What was sent, or kept.
     *
     * @throws BadRequestException when it was not made by our form
     */
    static LeaveForm of(Map<String, String> typed) {
        return new LeaveForm(Ids.of(typed.get(ID)).orElseThrow(BadRequestException::new), text(typed, SINCE), text(typed, UNTIL),
                text(typed, SUBSTITUTE), List.of());
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** The same with what is wrong with the days. */
    LeaveForm checked(LocalDate today) {
        List<Mistake> wrong = new ArrayList<>();
        Optional<LocalDate> first = Typed.day(since);
        Optional<LocalDate> last = Typed.day(until);
        if (first.isEmpty()) {
            wrong.add(Mistake.SINCE);
        } else if (first.get().isBefore(today)) {
            wrong.add(Mistake.PAST);
        }
        if (last.isEmpty()) {
            wrong.add(Mistake.UNTIL);
        } else if (first.filter(last.get()::isBefore).isPresent()) {
            wrong.add(Mistake.BACKWARDS);
        } else if (first.filter(day -> day.plusMonths(MOST_MONTHS).isBefore(last.get())).isPresent()) {
            wrong.add(Mistake.LONG);
        }
        return new LeaveForm(id, since, until, substitute, List.copyOf(wrong));
    }

    /** The same with one more thing that is wrong. */
    LeaveForm with(Mistake mistake) {
        List<Mistake> wrong = new ArrayList<>(mistakes);
        wrong.add(mistake);
        return new LeaveForm(id, since, until, substitute, List.copyOf(wrong));
    }

    /** The first mistake of a field; {@code null} when there is none. */
    public Mistake wrong(String field) {
        return mistakes.stream().filter(mistake -> mistake.getField().equals(field)).findFirst().orElse(null);
    }

    /** The first day. @throws java.util.NoSuchElementException when there is none that can be read */
    LocalDate first() {
        return Typed.day(since).orElseThrow();
    }

    /** The last day. @throws java.util.NoSuchElementException when there is none that can be read */
    LocalDate last() {
        return Typed.day(until).orElseThrow();
    }

    /** The id of the absence: the same form with other days or another colleague in it, by the way back, is another one. */
    UUID absence() {
        return UUID.nameUUIDFromBytes((id + " " + since + " " + until + " " + substitute).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether one of these absences is this one, noted before. */
    boolean isAmong(List<Absence> absences) {
        return absences.stream().anyMatch(absence -> absence.id().equals(absence()));
    }
}
