package nl.opkoers.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.municipality.contract.Meeting;

/**
 * The next lesson, appointment or the like: what stands in the agenda and not in the dossier, as the agenda was seen last. Home does
 * not wait for it, so that it waits for one answer of the municipality and not for two: it is read after the page, for the next one.
 *
 * @param asOf when the agenda was seen; {@code null} when that was today
 */
public record Soon(Agenda.Item item, Instant asOf) {

    /** What the dossier tells nothing of. Of appointments it tells some, which are in the agenda under the same id. */
    private static final Set<Agenda.Kind> KINDS = Set.of(Agenda.Kind.LESSON, Agenda.Kind.SCHOOL_TEST, Agenda.Kind.PARTICIPATION);
    /** A choice of this portal: what was not looked at for longer is not taken as what comes next. */
    private static final Duration KNOWN_FOR = Duration.ofDays(7);

    /**
     * What comes before all that the dossier tells of; empty when nothing does, as far as is known.
     *
     * @param planned all that the dossier tells of, the first one first
     */
    static Optional<Soon> of(Seen.Stale<Agenda> agenda, List<Planned> planned, Instant now) {
        if (agenda.asOf().plus(KNOWN_FOR).isBefore(now)) {
            return Optional.empty();
        }
        return agenda.value().items().stream()
                .filter(item -> isOn(item, now) && isOnlyHere(item, planned))
                .min(Comparator.comparing(Agenda.Item::begin))
                .filter(item -> planned.stream().filter(Planned::certain)
                        .allMatch(other -> item.begin().isBefore(other.meeting().begin())))
                .map(item -> new Soon(item, sameDay(agenda.asOf(), now) ? null : agenda.asOf()));
    }

    /**
     * Of an agenda what can be the next thing for as long as it is taken as known: what is within that time, and the first lesson after
     * it; and what the person said not to come to. Most of a year of lessons is not, and Home is opened more than any other page.
     *
     * @param seen when the agenda was seen
     */
    public static Agenda ahead(Agenda agenda, Instant seen) {
        List<Agenda.Item> on = agenda.items().stream().filter(item -> isToCome(item, seen)).toList();
        Instant last = on.stream().filter(item -> KINDS.contains(item.kind()) && !isMissed(item)).map(Agenda.Item::begin)
                .filter(begin -> begin.isAfter(seen.plus(KNOWN_FOR))).min(Comparator.naturalOrder()).orElse(Instant.MAX);
        return new Agenda(agenda.source(), agenda.updatedAt(), agenda.from(), agenda.until(),
                on.stream().filter(item -> isMissed(item) || !item.begin().isAfter(last)).toList(), List.of());
    }

    /** Whether the municipality heard that the person does not come to what the dossier tells of; an exam is for DUO to hear. */
    static boolean isDeclined(Agenda agenda, Planned planned) {
        return planned.kind() != Planned.Kind.EXAM && planned.meeting().id() != null && agenda.items().stream()
                .anyMatch(item -> planned.meeting().id().equals(item.id()) && isMissed(item));
    }

    private static boolean isOn(Agenda.Item item, Instant now) {
        return isToCome(item, now) && !isMissed(item);
    }

    private static boolean isToCome(Agenda.Item item, Instant now) {
        return item.begin() != null && !item.cancelled() && !Planned.isOver(item.begin(), item.end(), now);
    }

    private static boolean isOnlyHere(Agenda.Item item, List<Planned> planned) {
        return KINDS.contains(item.kind()) || item.kind() == Agenda.Kind.APPOINTMENT
                && planned.stream().noneMatch(told -> Objects.equals(told.meeting().id(), item.id()));
    }

    /** Whether the municipality heard that the person does not come to it, as it is now. */
    private static boolean isMissed(Agenda.Item item) {
        return item.reply() != null && item.reply().kind() == Agenda.Reply.Kind.DECLINED && item.reply().version() >= item.version();
    }

    private static boolean sameDay(Instant one, Instant other) {
        return Dates.dayOf(one).equals(Dates.dayOf(other));
    }

    /** When and where it is, as of all that is planned. */
    public Meeting getMeeting() {
        return new Meeting(item.id(), item.begin(), item.end(), item.place(), item.onlineLink(), item.bring(), item.interpreterLanguage(),
                item.with(), item.status());
    }
}
