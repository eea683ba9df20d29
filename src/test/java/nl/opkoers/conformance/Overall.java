package nl.opkoers.conformance;

import static nl.opkoers.conformance.Verdict.require;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What must hold for every answer of a resource, the refusals too. */
final class Overall {

    /** After this the portal no longer waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MOST_TOLD = 5;
    private static final String LOCAL_TIME = "\\d{4}-\\d{2}-\\d{2}T.*";
    private static final String NUMBER_NAME = "(?i).*(bsn|burgerservice|v-?nummer).*";

    /** NL API Design Rules, module transport security: each header with what must be in it. */
    private static final Map<String, String> SECURITY = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "frame-ancestors 'none'",
            "Strict-Transport-Security", "max-age",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY");

    private final Section section;
    private final List<Heard> heard;

    private Overall(Section section, List<Heard> heard) {
        this.section = section;
        this.heard = heard;
    }

    /** Looks at everything that was heard since the last time. */
    static void look(Section section) {
        List<Heard> heard = section.wire().takeHeard();
        if (!heard.isEmpty()) {
            new Overall(section.about(""), heard).look();
        }
    }

    private void look() {
        List<Document> documents = heard.stream().map(Document::of).toList();
        section.check(Check.VALID, () -> none(Why.AGAINST_DOCUMENT, documents.stream().flatMap(Document::broken)));
        section.check(Check.VERSION, () -> none(Why.HEADER, answer ->
                answer.header("API-Version").filter(version -> version.matches("1\\.\\d+\\.\\d+")).isPresent()
                        ? List.of() : List.of("API-Version")));
        section.check(Check.SECURITY, () -> none(Why.HEADER, Overall::missingHeaders));
        section.check(Check.ZONES, () -> none(Why.NO_ZONE, answer -> withoutZone(answer.json())));
        section.check(Check.NO_NUMBER, this::noNumber);
        List<String> unknown = documents.stream().flatMap(Document::unknownFields).distinct().toList();
        if (!unknown.isEmpty()) {
            section.note(Check.UNKNOWN_FIELDS, Why.UNKNOWN_FIELDS, told(unknown));
        }
        Duration slowest = heard.stream().map(Heard::took).max(Duration::compareTo).orElseThrow();
        if (slowest.compareTo(PATIENCE) > 0) {
            section.note(Check.SPEED, Why.SLOW, slowest.toMillis());
        }
    }

    private static List<String> missingHeaders(Heard answer) {
        return SECURITY.entrySet().stream()
                .filter(header -> !answer.header(header.getKey()).orElse("").contains(header.getValue()))
                .map(Map.Entry::getKey).sorted().toList();
    }

    private static List<String> withoutZone(JsonNode json) {
        return Walk.values(json).filter(value -> value.text().matches(LOCAL_TIME) && !hasZone(value.text()))
                .map(Walk.Value::place).toList();
    }

    private static boolean hasZone(String time) {
        try {
            OffsetDateTime.parse(time);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void noNumber() {
        Optional<String> number = section.settings().person().number();
        require(number.isEmpty() || heard.stream().noneMatch(answer -> holds(answer, number.get())), Why.NUMBER_IN_ANSWER);
        none(Why.NUMBER_FIELD, answer -> Walk.names(answer.json()).filter(name -> name.matches(NUMBER_NAME)).toList());
        List<String> alike = heard.stream().flatMap(answer -> Walk.values(answer.json()))
                .filter(value -> Walk.looksLikeBsn(value.text())).map(Walk.Value::place).distinct().toList();
        if (!alike.isEmpty()) {
            throw Verdict.noted(Why.LOOKS_LIKE_BSN, told(alike));
        }
    }

    private static boolean holds(Heard answer, String number) {
        return answer.body().contains(number) || answer.headers().map().values().toString().contains(number);
    }

    private void none(Why why, Function<Heard, List<String>> wrong) {
        none(why, heard.stream().flatMap(answer -> wrong.apply(answer).stream()));
    }

    private static void none(Why why, Stream<String> wrong) {
        List<String> found = wrong.distinct().toList();
        require(found.isEmpty(), why, told(found));
    }

    private static String told(List<String> places) {
        String first = places.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
        return places.size() > MOST_TOLD ? Texts.of("more", first, places.size() - MOST_TOLD) : first;
    }
}
