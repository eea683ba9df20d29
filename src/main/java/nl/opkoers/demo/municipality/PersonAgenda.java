package nl.opkoers.demo.municipality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * All that stands in one person's agenda.
 *
 * @param patterns what comes back
 * @param single   by id what stands for itself, a changed lesson in the place of the one of its pattern
 * @param replies  by id of the item what the person last let know
 * @param known    when the municipality's records of this person were last confirmed
 */
record PersonAgenda(List<LessonPattern> patterns, Map<String, AgendaItem> single, Map<String, JsonNode> replies, String known) {

    private static final Comparator<AgendaItem> BY_TIME = Comparator.comparing(AgendaItem::begin).thenComparing(AgendaItem::id);

    Optional<AgendaItem> find(String id) {
        return Optional.ofNullable(single.get(id))
                .or(() -> patterns.stream().flatMap(pattern -> pattern.find(id).stream()).findFirst());
    }

    ObjectNode json(AgendaItem item) {
        return item.json(replies.get(item.id()));
    }

    /** The answer for a period; {@code until} itself is not in it. */
    ObjectNode between(LocalDate from, LocalDate until) {
        ObjectNode agenda = Json.object()
                .put("bron", Waterstad.NAME)
                .put("bijgewerktOp", updatedAt())
                .put("van", from.toString())
                .put("tot", until.toString());
        items(from, until).map(this::json).forEach(agenda.putArray("onderdelen")::add);
        agenda.putArray("vakanties");
        SchoolHolidays.between(from, until).forEach(holiday -> agenda.withArray("vakanties").addObject()
                .put("naam", holiday.name())
                .put("van", holiday.first().toString())
                .put("tot", holiday.last().toString()));
        return agenda;
    }

    private Stream<AgendaItem> items(LocalDate from, LocalDate until) {
        Stream<AgendaItem> ones = single.values().stream()
                .filter(item -> !item.day().isBefore(from) && item.day().isBefore(until));
        Stream<AgendaItem> lessons = patterns.stream().flatMap(pattern -> pattern.between(from, until))
                .filter(lesson -> !single.containsKey(lesson.id()));
        return Stream.concat(ones, lessons).sorted(BY_TIME);
    }

    private String updatedAt() {
        return Stream.concat(Stream.of(known), single.values().stream().map(AgendaItem::updatedAt))
                .filter(Objects::nonNull).map(Instant::parse).max(Comparator.naturalOrder()).map(Json::text).orElse(null);
    }
}
