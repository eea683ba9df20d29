package nl.opkoers.conformance;

import static nl.opkoers.conformance.Verdict.require;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** What a person has at fixed times, in a period. */
final class Agendas {

    private static final Comparator<JsonNode> ORDER =
            Comparator.comparing(Agendas::begin).thenComparing(item -> item.path("id").asText());

    private final Section section;
    private final String path;
    private final LocalDate from;
    private final LocalDate until;

    /** @param person path of the person */
    Agendas(Section section, String person) {
        this.section = section;
        this.path = person + "/agenda";
        LocalDate today = LocalDate.now(section.clock().withZone(Dossiers.ZONE));
        this.from = today.minusWeeks(4);
        this.until = today.plusWeeks(12);
    }

    void look() {
        Optional<JsonNode> read = Reading.tagged(section, path + between(from, until));
        Reading.notFound(section, "/v1/inburgeraars/" + Conformance.nobody() + "/agenda" + between(from, until));
        section.check(Check.BAD_REQUEST, this::badRequest);
        section.check(Check.BOUNDED, () -> bounded(Section.content(read), from, until));
        section.check(Check.SORTED, () -> sorted(items(Section.content(read))));
        section.check(Check.UNIQUE, () -> unique(items(Section.content(read))));
        section.check(Check.END_AFTER_BEGIN, () -> endAfterBegin(items(Section.content(read))));
        section.check(Check.SHORTER_PERIOD, () -> shorterPeriod(some(Section.content(read))));
    }

    static String between(LocalDate from, LocalDate until) {
        return "?van=" + from + "&tot=" + until;
    }

    static List<JsonNode> items(JsonNode agenda) {
        return StreamSupport.stream(agenda.path("onderdelen").spliterator(), false).toList();
    }

    static OffsetDateTime begin(JsonNode item) {
        return OffsetDateTime.parse(item.path("begin").asText());
    }

    private static List<JsonNode> some(JsonNode agenda) {
        if (items(agenda).isEmpty()) {
            throw Verdict.skipped(Why.NOTHING_THERE);
        }
        return items(agenda);
    }

    private void badRequest() throws IOException {
        Refusal.names(section.wire().get(path), "van", "tot");
        Refusal.names(section.wire().get(path + "?van=2026-02-30&tot=x"), "van", "tot");
        Refusal.names(section.wire().get(path + between(until, from)), "tot");
        Refusal.names(section.wire().get(path + between(from, from.plusDays(401))), "tot");
    }

    private static void bounded(JsonNode agenda, LocalDate from, LocalDate until) {
        require(agenda.path("van").asText().equals(from.toString()) && agenda.path("tot").asText().equals(until.toString()),
                Why.OTHER_PERIOD);
        List<JsonNode> items = items(agenda);
        none(items, Why.OUTSIDE, i -> day(items.get(i)).isBefore(from) || !day(items.get(i)).isBefore(until));
    }

    private static void sorted(List<JsonNode> items) {
        none(items, Why.BROKEN_AT, i -> i > 0 && ORDER.compare(items.get(i - 1), items.get(i)) > 0);
    }

    private static void unique(List<JsonNode> items) {
        Set<String> ids = new HashSet<>();
        none(items, Why.TWICE, i -> !ids.add(items.get(i).path("id").asText()));
    }

    private static void endAfterBegin(List<JsonNode> items) {
        none(items, Why.BROKEN_AT, i -> items.get(i).path("einde").isTextual()
                && !OffsetDateTime.parse(items.get(i).path("einde").asText()).isAfter(begin(items.get(i))));
    }

    /** The day of the first item, asked for by itself. */
    private void shorterPeriod(List<JsonNode> items) throws IOException {
        LocalDate day = day(items.get(0));
        JsonNode agenda = Reading.object(section.wire().get(path + between(day, day.plusDays(1))));
        bounded(agenda, day, day.plusDays(1));
        require(ids(items(agenda)).equals(ids(items.stream().filter(item -> day(item).equals(day)).toList())), Why.DIFFERS);
    }

    private static Set<String> ids(List<JsonNode> items) {
        Set<String> ids = new HashSet<>();
        items.forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static LocalDate day(JsonNode item) {
        return begin(item).atZoneSameInstant(Dossiers.ZONE).toLocalDate();
    }

    /** No item of which this is true. */
    private static void none(List<JsonNode> items, Why why, IntPredicate wrong) {
        IntStream.range(0, items.size()).filter(wrong).findFirst().ifPresent(i -> {
            throw Verdict.failed(why, "/onderdelen/" + i);
        });
    }
}
