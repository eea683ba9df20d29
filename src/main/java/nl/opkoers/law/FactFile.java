package nl.opkoers.law;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A year's data file as it lies on disk.
 *
 * @param year the year the file is for
 * @param reviewedOn the day on which the whole file was last reviewed
 * @param unanswered what was looked for and in no source found
 * @param facts its entries
 */
record FactFile(int year, String reviewedOn, List<Unanswered> unanswered, List<Entry> facts) {

    // An unknown or misspelt property must stop the build: a 'validUntill' that is silently skipped would keep a rule alive.
    private static final ObjectMapper JSON = new ObjectMapper()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    FactFile {
        unanswered = unanswered == null ? List.of() : List.copyOf(unanswered);
    }

    /** A key that nothing is known of: asked for it, the book says so. The note tells the next reviewer what was tried. */
    record Unanswered(String key, String note) { }

    /** One fact as the file writes it. */
    record Entry(String key, JsonNode value, String unit, String kind, AppliesTo appliesTo,
                 String validFrom, String validUntil, String source, String sourceUrl, String checkedOn,
                 boolean secondHand, String note) {

        private Fact toFact(List<Entry> shelfLives) {
            try {
                FactKind sort = named(FactKind.values(), kind);
                LocalDate checked = LocalDate.parse(checkedOn);
                return new Fact(ruleKey(), factValue(), named(Unit.values(), unit), sort,
                    appliesTo == null ? AppliesTo.everyone() : appliesTo,
                    LocalDate.parse(validFrom), Optional.ofNullable(validUntil).map(LocalDate::parse),
                    source, Optional.ofNullable(sourceUrl).map(URI::create), checked,
                    sort.shelfLife().map(key -> checked.plus(shelfLife(key, shelfLives))),
                    secondHand, Optional.ofNullable(note));
            } catch (RuntimeException wrong) {
                throw new IllegalArgumentException("fact '" + key + "' cannot be read: " + wrong.getMessage(), wrong);
            }
        }

        private RuleKey ruleKey() {
            return Stream.of(RuleKey.values()).filter(rule -> rule.code().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such key"));
        }

        private FactValue factValue() {
            if (value.isNumber()) {
                return new FactValue.Amount(value.decimalValue());
            }
            if (value.isArray()) {
                return new FactValue.Words(StreamSupport.stream(value.spliterator(), false).map(JsonNode::textValue).toList());
            }
            if (value.isTextual()) {
                return new FactValue.Word(value.textValue());
            }
            throw new IllegalArgumentException("a value is a number, a word or a list of words");
        }
    }

    /** The facts of all these files, with their freshness worked out by the shelf lives in the same files. */
    static List<Fact> read(List<InputStream> streams) {
        List<Entry> entries = new ArrayList<>();
        for (InputStream stream : streams) {
            entries.addAll(parse(stream).facts());
        }
        return entries.stream().map(entry -> entry.toFact(entries)).toList();
    }

    /** One file, not yet interpreted. */
    static FactFile parse(InputStream stream) {
        try {
            return JSON.readValue(stream, FactFile.class);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("law file cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Period shelfLife(RuleKey key, List<Entry> entries) {
        return entries.stream().filter(entry -> entry.key().equals(key.code()))
            .max(Comparator.comparing(Entry::validFrom))
            .map(entry -> named(Unit.values(), entry.unit()).period(entry.value().intValue()))
            .orElseThrow(() -> new IllegalArgumentException("no " + key.code() + " in the files"));
    }

    /** The constant that the file writes in lower case with hyphens. */
    private static <E extends Enum<E>> E named(E[] constants, String code) {
        return Stream.of(constants)
            .filter(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is none of " + List.of(constants)));
    }
}
