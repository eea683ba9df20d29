package nl.opkoers.dossier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.municipality.contract.Part;

/**
 * Something that changed since the person's previous visit: its source says so in the dossier, or the municipality let the
 * portal know.
 *
 * @param source who told it, in the field's own words; {@code null} when that is not said
 * @param at     when it changed
 * @param item   what in the agenda changed, as it is now; {@code null} when it is not about the agenda, or not known
 */
public record Change(What what, String source, Instant at, Agenda.Item item) {

    /** A change of anything but one item of the agenda. */
    Change(What what, String source, Instant at) {
        this(what, source, at, null);
    }

    /** What matters to the person when it changes: a part of the dossier, or their agenda. */
    public enum What {
        PERSON(Dossier::person), GROUP(Dossier::group, "SS124", "SS125"), DUTY(Dossier::duty, "SS101"),
        MOVE(Dossier::move, "SS120", "SS121", "SS122"), PLAN(Dossier::pip, "OK203"),
        TERM(Dossier::term, "SS102", "SS103", "SS104"), INTAKE(Dossier::intake),
        LEARNABILITY(Dossier::learnabilityTest, "SS131", "SS137"), SCHOOL(Dossier::courseOffer),
        EXAMS(Dossier::exams, "SS199"), HOURS(Dossier::hours, "OK204"), PVT(Dossier::pvt), MAP(Dossier::map),
        CLOSING(Dossier::zRoute), EXEMPTIONS(Dossier::exemptions), DISPENSATIONS(Dossier::dispensations),
        PEOPLE(Dossier::contacts, "OK202"), UNBURDENING(Dossier::unburdening), PROGRESS(Dossier::progress, "OK205"),
        COMPLETION(Dossier::completion, "SS106"), AGENDA(dossier -> null, "OK201");

        private final Function<Dossier, Part> part;
        /** The codes of the events that tell of it: DUO's notification codes, and the municipal API's own. */
        private final Set<String> codes;

        What(Function<Dossier, Part> part, String... codes) {
            this.part = part;
            this.codes = Set.of(codes);
        }

        boolean isToldBy(News news) {
            return isToldBy(news.code);
        }

        boolean isToldBy(String code) {
            return codes.contains(code);
        }
    }

    /** In what way an item of the agenda changed. */
    public enum Way {
        CANCELLED, MOVED, OTHER
    }

    /** In what way the item changed; only when there is one. */
    public Way getWay() {
        if (item.cancelled()) {
            return Way.CANCELLED;
        }
        return item.originalBegin() != null && !item.originalBegin().equals(item.begin()) ? Way.MOVED : Way.OTHER;
    }

    /**
     * What changed since then, the latest first, each thing once; nothing at a first visit, when everything is new.
     *
     * @param news  what was heard since then
     * @param items what in the agenda that is about, by event, as far as it can be named
     */
    static List<Change> since(Optional<Instant> previousVisit, Dossier dossier, List<News> news, Map<UUID, Agenda.Item> items) {
        return previousVisit.stream()
                .flatMap(then -> Stream.concat(told(then, dossier),
                        news.stream().flatMap(event -> heard(event, dossier, items))))
                .collect(Collectors.toMap(Change::thing, Function.identity(), BinaryOperator.maxBy(Comparator.comparing(Change::at))))
                .values().stream()
                .sorted(Comparator.comparing(Change::at).reversed().thenComparing(Change::what))
                .toList();
    }

    /** What is said once. */
    private String thing() {
        return item == null ? what.name() : what.name() + " " + item.id();
    }

    private static Stream<Change> told(Instant then, Dossier dossier) {
        return Stream.of(What.values()).filter(what -> what.part.apply(dossier) != null)
                .map(what -> new Change(what, what.part.apply(dossier).source(), what.part.apply(dossier).updatedAt()))
                .filter(change -> change.at() != null && change.at().isAfter(then));
    }

    private static Stream<Change> heard(News news, Dossier dossier, Map<UUID, Agenda.Item> items) {
        Agenda.Item item = items.get(news.key.event());
        return Stream.of(What.values()).filter(what -> what.isToldBy(news)).map(what -> item == null
                ? new Change(what, Optional.ofNullable(what.part.apply(dossier)).map(Part::source).orElse(null), news.happenedAt)
                : new Change(what, item.source(), news.happenedAt, item));
    }
}
