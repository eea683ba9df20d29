package nl.opkoers.own;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.law.KeptKind;

/**
 * A row as somebody reads it: one line for each thing that stands in it. What has a word in people's own language has that word;
 * the rest keeps the name that it has in the file with the data, so that nothing is left out because nobody thought of it.
 */
final class Readable {

    /** What a line says, in words. */
    enum Word { WHEN, WHO, TEXT, ABOUT, STATE, LANGUAGE, DAY, MINUTES, BEFORE }

    private static final Map<String, Word> WORDS = Map.ofEntries(
            Map.entry("at", Word.WHEN), Map.entry("kept_at", Word.WHEN), Map.entry("made_at", Word.WHEN), Map.entry("asked_at", Word.WHEN),
            Map.entry("added_at", Word.WHEN), Map.entry("saved_at", Word.WHEN), Map.entry("seen_at", Word.WHEN),
            Map.entry("noted_at", Word.WHEN), Map.entry("chosen_at", Word.WHEN), Map.entry("created_at", Word.WHEN),
            Map.entry("opened_at", Word.WHEN), Map.entry("logged_at", Word.WHEN), Map.entry("issued_on", Word.WHEN),
            Map.entry("started_at", Word.WHEN), Map.entry("confirmed_at", Word.WHEN),
            Map.entry("name", Word.WHO), Map.entry("byName", Word.WHO), Map.entry("toName", Word.WHO), Map.entry("assigned_name", Word.WHO),
            Map.entry("contact_name", Word.WHO), Map.entry("actor_name", Word.WHO), Map.entry("settled_by_name", Word.WHO),
            Map.entry("text", Word.TEXT), Map.entry("words", Word.TEXT), Map.entry("note", Word.TEXT),
            Map.entry("topic", Word.ABOUT), Map.entry("kind", Word.ABOUT), Map.entry("activity", Word.ABOUT), Map.entry("turn", Word.ABOUT),
            Map.entry("code", Word.ABOUT), Map.entry("state", Word.STATE), Map.entry("language", Word.LANGUAGE),
            Map.entry("day", Word.DAY), Map.entry("week", Word.DAY), Map.entry("minutes", Word.MINUTES),
            Map.entry("answerBefore", Word.BEFORE), Map.entry("answer_before", Word.BEFORE), Map.entry("promised", Word.BEFORE));

    private Readable() {
    }

    /**
     * One thing that is known; exactly one of the values is there.
     *
     * @param word  what it is, in words; {@code null} when there is none for it
     * @param path  where it stands in the data
     * @param dutch whether the names in it are those of the municipality, in Dutch
     */
    record Line(Word word, String path, boolean dutch, Instant moment, LocalDate day, Boolean yes, String text) {
    }

    /** The lines of a row. Ids say nothing to anybody, and are in the data only. */
    static List<Line> of(KeptKind kind, JsonNode row) {
        List<Line> lines = new ArrayList<>();
        add(lines, kind == KeptKind.COPY, "", "", row);
        return List.copyOf(lines);
    }

    private static void add(List<Line> lines, boolean dutch, String path, String name, JsonNode value) {
        if (value.isObject()) {
            value.fields().forEachRemaining(field -> add(lines, dutch, join(path, field.getKey()), field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            for (int place = 0; place < value.size(); place++) {
                add(lines, dutch, join(path, String.valueOf(place + 1)), name, value.get(place));
            }
        } else if (!value.isNull() && !isId(value.asText()) && !value.asText().isEmpty()) {
            lines.add(line(dutch, path, name, value));
        }
    }

    private static String join(String path, String name) {
        // What is the body of a row is not a thing by itself.
        return path.isEmpty() || path.equals("body") ? name : path + " › " + name;
    }

    private static Line line(boolean dutch, String path, String name, JsonNode value) {
        Word word = dutch && !path.equals(name) ? null : WORDS.get(name);
        if (value.isBoolean()) {
            return new Line(word, path, dutch, null, null, value.booleanValue(), null);
        }
        Optional<LocalDate> day = day(value.asText());
        Optional<Instant> moment = moment(value.asText());
        return new Line(word, path, dutch, moment.orElse(null), day.orElse(null), null,
                day.isPresent() || moment.isPresent() ? null : value.asText());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.length() == "2026-11-21".length() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            return text.contains("T") ? Optional.of(OffsetDateTime.parse(text).toInstant()) : Optional.empty();
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }
}
