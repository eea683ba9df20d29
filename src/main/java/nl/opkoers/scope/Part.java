package nl.opkoers.scope;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a page needs of the participant who asks for it. A room provides it as a bean; all that rooms provide for the same
 * page is read in one query ({@link AtOnce}).
 *
 * @param name    by which its rows are told from those of others
 * @param pages   the addresses of the pages that need it, with {@code :id} for an id in them, or {@code *} for whatever comes
 *                last where no other page is; {@link #EVERY} for all
 * @param columns what is read of each row, in SQL
 * @param from    the rest of the query, from the first table on, which is called {@code it}; {@code :municipality} and
 *                {@code :participant} stand for who asks, {@link #ID} for the id in the address
 */
public record Part(String name, Set<String> pages, List<String> columns, String from) {

    /** Every page of a participant. */
    public static final Set<String> EVERY = Set.of();
    /** What follows on the name of a table: the rows of who asks. */
    public static final String MINE = " it where it.municipality = :municipality and it.participant = :participant";
    /** The id in the address of the page. */
    public static final String ID = "cast(:id as uuid)";

    /** Whether the page at this address needs it. */
    boolean isFor(String page) {
        return pages.isEmpty() || pages.contains(page);
    }

    /** The query for it alone, with its name first and as many columns as the others have. */
    String query(int width) {
        Stream<String> values = columns.stream().map(column -> "cast(" + column + " as text)");
        Stream<String> nothing = Collections.nCopies(width - columns.size(), "cast(null as text)").stream();
        return Stream.concat(values, nothing).collect(Collectors.joining(", ", "(select '" + name + "', ", " from " + from + ")"));
    }
}
