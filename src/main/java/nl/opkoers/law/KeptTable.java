package nl.opkoers.law;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * For how long the rows of a table with a person's data are kept, and what of it that person is given. A table of which some
 * rows are kept longer than others has more than one.
 *
 * @param table    its name in the database
 * @param kind     as what people are told of it; {@code null} for what is about employees, of which they are not
 * @param whose    the column that says whose a row is
 * @param term     for how long; {@code null} for what goes with another table
 * @param from     the column from which that is counted; {@code null} where only the last visit counts
 * @param only     which rows this is about, by column and value; all when empty
 * @param visited  whether the term begins with the person's last visit or sign-in, when that is later
 * @param with     the table with whose rows these go; {@code null} for what goes by itself
 * @param by       the function of the database that takes away what is too old, where the portal's own role may not;
 *                 {@code null} where it may
 * @param forget   whether the person may take it away at any time
 * @param why      why it is kept for so long, for whoever reviews this
 * @param source   where the term comes from
 * @param checkedOn when that was last looked at
 * @param hidden   what the person is not given, with the reason: columns, or what is within a column of JSON, after
 *                 points, with {@link #EACH} for every element of an array
 * @param notGiven why the person is given nothing of it; {@code null} when they are
 */
public record KeptTable(String table, KeptKind kind, String whose, Period term, String from, Map<String, String> only,
        boolean visited, String with, String by, boolean forget, String why, String source, LocalDate checkedOn,
        Map<String, String> hidden, String notGiven) {

    /** Within what is hidden: every element of an array. */
    public static final String EACH = "*";

    private static final String PARTICIPANT = "participant";

    public KeptTable {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(checkedOn, "checkedOn");
        if ((term == null) == (with == null)) {
            throw new IllegalArgumentException(table + " has a term, or goes with another table");
        }
        if (term != null && from == null && !visited) {
            throw new IllegalArgumentException(table + " counts from nothing");
        }
        whose = whose == null ? PARTICIPANT : whose;
        // A value may be null: that the column is empty.
        only = only == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(only));
        hidden = hidden == null ? Map.of() : Map.copyOf(hidden);
    }

    /** Whether a person, not an employee, is given what is in it. */
    public boolean given() {
        return notGiven == null;
    }
}
