package nl.opkoers.demo.municipality;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of a request and gathers everything that is wrong with it. A field that is missing or wrong reads as
 * null. What was sent is never repeated in a mistake, the name of an unknown field neither.
 */
final class Fields {

    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2100;

    private final String prefix;
    private final ObjectNode object;
    private final List<Problem.Mistake> mistakes;

    private Fields(String prefix, ObjectNode object, List<Problem.Mistake> mistakes) {
        this.prefix = prefix;
        this.object = object;
        this.mistakes = mistakes;
    }

    /** @param known every field that there can be */
    static Fields read(String body, ObjectMapper json, Set<String> known) {
        Fields fields = new Fields("", Json.object(), new ArrayList<>());
        try {
            JsonNode root = json.readTree(body == null ? "" : body);
            if (root instanceof ObjectNode object) {
                return new Fields("", object, fields.mistakes).onlyHas(known);
            }
            fields.mistake("", root.isMissingNode() ? "geen-json" : "geen-object");
        } catch (JsonProcessingException e) {
            fields.mistake("", "geen-json");
        }
        return fields;
    }

    List<Problem.Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    void mistake(String field, String code) {
        mistakes.add(new Problem.Mistake(prefix + field, code));
    }

    /** Whether a value was given. */
    boolean has(String field) {
        return object.hasNonNull(field);
    }

    /** The fields that must be there; a body that could not be read lacks only that. */
    Fields require(String... fields) {
        for (String field : fields) {
            if (!has(field) && !unreadable()) {
                mistake(field, "verplicht");
            }
        }
        return this;
    }

    String text(String field, int longest) {
        JsonNode value = object.path(field);
        if (!has(field)) {
            return null;
        }
        String problem = !value.isTextual() ? "geen-tekst"
                : value.textValue().isBlank() ? "verplicht"
                : value.textValue().codePointCount(0, value.textValue().length()) > longest ? "te-lang"
                : value.textValue().chars().anyMatch(Fields::unprintable) ? "teken-niet-toegestaan" : null;
        if (problem != null) {
            mistake(field, problem);
            return null;
        }
        return value.textValue();
    }

    String oneOf(String field, Set<String> words) {
        String text = text(field, Integer.MAX_VALUE);
        if (text != null && !words.contains(text)) {
            mistake(field, "onbekende-waarde");
            return null;
        }
        return text;
    }

    /** A BCP 47 language tag such as {@code ti}. */
    String language(String field) {
        String text = text(field, Integer.MAX_VALUE);
        if (text != null && !text.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            mistake(field, "geen-taal");
            return null;
        }
        return text;
    }

    Integer whole(String field, int least, int most) {
        JsonNode value = object.path(field);
        if (!has(field)) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            mistake(field, "geen-geheel-getal");
            return null;
        }
        if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
            mistake(field, "buiten-bereik");
            return null;
        }
        return value.intValue();
    }

    boolean flag(String field) {
        if (has(field) && !object.path(field).isBoolean()) {
            mistake(field, "geen-ja-nee");
        }
        return object.path(field).asBoolean(false);
    }

    /**
     * A day in a likely year.
     *
     * @throws DateTimeException when it is none
     */
    static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!likely(day.getYear())) {
            throw new DateTimeException("Not a likely year");
        }
        return day;
    }

    LocalDate date(String field) {
        String text = text(field, Integer.MAX_VALUE);
        try {
            return text == null ? null : day(text);
        } catch (DateTimeException e) {
            return wrong(field, "geen-datum");
        }
    }

    /** A moment with any offset. */
    Instant instant(String field) {
        String text = text(field, Integer.MAX_VALUE);
        try {
            OffsetDateTime moment = text == null ? null : OffsetDateTime.parse(text);
            return moment == null ? null : likely(moment.getYear()) ? moment.toInstant() : wrong(field, "geen-tijdstip");
        } catch (DateTimeException e) {
            return wrong(field, "geen-tijdstip");
        }
    }

    /** The objects in a list, whose mistakes are gathered here too. */
    List<Fields> list(String field, int least, int most, Set<String> known) {
        List<Fields> all = new ArrayList<>();
        JsonNode list = object.path(field);
        if (has(field) && (!list.isArray() || list.size() < least || list.size() > most)) {
            mistake(field, "aantal-buiten-bereik");
            return all;
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode one) {
                all.add(new Fields(prefix + field + "[" + i + "].", one, mistakes).onlyHas(known));
            } else {
                mistake(field + "[" + i + "]", "geen-object");
            }
        }
        return all;
    }

    private Fields onlyHas(Set<String> known) {
        if (object.properties().stream().anyMatch(entry -> !known.contains(entry.getKey()))) {
            mistake("", "onbekend-veld");
        }
        return this;
    }

    private boolean unreadable() {
        return mistakes.stream().anyMatch(mistake -> mistake.code().equals("geen-json") || mistake.field().isEmpty()
                && mistake.code().equals("geen-object"));
    }

    private <T> T wrong(String field, String code) {
        mistake(field, code);
        return null;
    }

    private static boolean likely(int year) {
        return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
    }

    private static boolean unprintable(int letter) {
        return Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t';
    }
}
