package nl.opkoers.law;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The retention table: for how long everything about people is kept, as dated data with its source. What the portal deletes,
 * what people are given and what they are told of it all follow from this one list.
 *
 * @param reviewedOn when the whole list was last reviewed
 * @param ground     the rule of law that there has to be a term
 */
public record KeptTables(LocalDate reviewedOn, String ground, List<KeptTable> tables) {

    private static final String FILE = "/law/kept.json";
    private static final int DAYS_OF_MONTH = 30;

    /** As the file writes it: terms and days as text. */
    private record Written(String reviewedOn, String ground, List<Row> tables) { }

    private record Row(String table, KeptKind kind, String whose, String term, String from, Map<String, String> only,
            boolean visited, String with, String by, boolean forget, String why, String source, String checkedOn,
            Map<String, String> hidden, String notGiven) {

        private KeptTable read() {
            return new KeptTable(table, kind, whose, term == null ? null : Period.parse(term), from, only, visited, with, by, forget,
                why, source, LocalDate.parse(checkedOn), hidden, notGiven);
        }
    }

    public KeptTables {
        tables = List.copyOf(tables);
    }

    /**
     * The list that is shipped with the portal.
     *
     * @throws IllegalArgumentException when it does not say what it should
     */
    public static KeptTables standard() {
        return Shipped.TABLES;
    }

    /** The kinds of which anything is kept, in the order in which people are told of them. */
    public List<KeptKind> kinds() {
        return Stream.of(KeptKind.values()).filter(kind -> !of(kind).isEmpty()).toList();
    }

    /** What is kept of this kind. */
    public List<KeptTable> of(KeptKind kind) {
        return tables.stream().filter(each -> each.kind() == kind).toList();
    }

    /** The longest for which anything of this kind is kept. */
    public Period longest(KeptKind kind) {
        return longest(List.of(kind));
    }

    /** The longest for which anything of these kinds is kept. */
    public Period longest(List<KeptKind> kinds) {
        return kinds.stream().flatMap(kind -> of(kind).stream()).map(KeptTable::term).flatMap(term -> Optional.ofNullable(term).stream())
            .max(Comparator.comparingLong(term -> term.toTotalMonths() * DAYS_OF_MONTH + term.getDays())).orElseThrow();
    }

    /** Whether the person may take away something of this kind at any time. */
    public boolean forgettable(KeptKind kind) {
        return of(kind).stream().anyMatch(KeptTable::forget);
    }

    /**
     * Reads such a list.
     *
     * @throws IllegalArgumentException when it is not well formed, or says something that means nothing
     */
    static KeptTables read(InputStream file) {
        try {
            Written written = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).readValue(file, Written.class);
            return new KeptTables(LocalDate.parse(written.reviewedOn()), written.ground(), written.tables().stream().map(Row::read).toList());
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the retention table cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Read on first use, once. */
    private static final class Shipped {
        static final KeptTables TABLES = KeptTables.read(KeptTables.class.getResourceAsStream(FILE));
    }
}
