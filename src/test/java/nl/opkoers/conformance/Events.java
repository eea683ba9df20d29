package nl.opkoers.conformance;

import static nl.opkoers.conformance.Verdict.require;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** The feed: what a portal must be able to count on in order to skip nothing. */
final class Events {

    private static final String PATH = "/v1/gebeurtenissen";
    private static final int SMALL = 3;
    private static final int SMALL_PAGES = 4;

    private final Section section;

    Events(Section section) {
        this.section = section;
    }

    void look() {
        Optional<JsonNode> first = Reading.untagged(section, page(0, SMALL));
        section.check(Check.BAD_REQUEST, () -> {
            Refusal.names(section.wire().get(PATH), "na");
            Refusal.names(section.wire().get(page(-1, 0)), "na", "limiet");
            Refusal.names(section.wire().get(page(0, 501)), "limiet");
        });
        section.check(Check.LIMIT, () -> require(some(first).size() <= SMALL, Why.TOO_MANY, SMALL));
        section.check(Check.ASCENDING, () -> ascending(some(first)));
        section.check(Check.AFTER, () -> after(some(first)));
        section.check(Check.PAGES, () -> pages(some(first)));
        section.check(Check.END, () -> end(Section.content(first)));
        section.check(Check.SERIES, () -> require(Section.content(first).path("reeks").equals(read(0, 1).path("reeks")),
                Why.OTHER_SERIES));
    }

    private static void ascending(List<Long> numbers) {
        require(List.copyOf(new TreeSet<>(numbers)).equals(numbers), Why.BROKEN_AT, "/gebeurtenissen");
    }

    private void after(List<Long> numbers) throws IOException {
        long first = numbers.get(0);
        require(numbers(read(first, SMALL)).stream().allMatch(number -> number > first), Why.NUMBER_NOT_AFTER);
    }

    /** What is read in small steps is what is read at once. Late numbers may turn up in between. */
    private void pages(List<Long> numbers) throws IOException {
        long last = numbers.get(0) - 1;
        List<Long> atOnce = numbers(read(last, SMALL * SMALL_PAGES));
        Set<Long> stepByStep = new HashSet<>();
        for (int page = 0; page < SMALL_PAGES; page++) {
            List<Long> step = numbers(read(last, SMALL));
            stepByStep.addAll(step);
            last = step.stream().max(Long::compare).orElse(last);
        }
        require(stepByStep.containsAll(atOnce), Why.LEFT_OUT);
    }

    /** Something may happen while this is asked: that then has a higher number. */
    private void end(JsonNode first) throws IOException {
        long last = first.path("laatste").asLong();
        JsonNode end = read(last, SMALL);
        require(end.path("laatste").asLong() >= last, Why.BROKEN_AT, "/laatste");
        require(numbers(end).stream().allMatch(number -> number > last), Why.NOT_EMPTY);
        require(numbers(end).isEmpty() || end.path("laatste").asLong() > last, Why.NOT_EMPTY);
    }

    private static List<Long> some(Optional<JsonNode> page) {
        List<Long> numbers = numbers(Section.content(page));
        if (numbers.isEmpty()) {
            throw Verdict.skipped(Why.NOTHING_THERE);
        }
        return numbers;
    }

    private JsonNode read(long after, int limit) throws IOException {
        return Reading.object(section.wire().get(page(after, limit)));
    }

    private static List<Long> numbers(JsonNode page) {
        return StreamSupport.stream(page.path("gebeurtenissen").spliterator(), false)
                .map(event -> event.path("volgnummer").asLong()).toList();
    }

    private static String page(long after, int limit) {
        return PATH + "?na=" + after + "&limiet=" + limit;
    }
}
