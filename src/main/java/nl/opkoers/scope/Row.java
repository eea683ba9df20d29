package nl.opkoers.scope;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A row of a {@link Part}: each column as PostgreSQL writes it, {@code null} where it has nothing. Columns are counted from 0; each
 * is read as what it is, and {@code null} stays {@code null}.
 */
public record Row(List<String> columns) {

    /** As in '2026-03-01 09:30:00.25+01' (PostgreSQL manual, 'Date/Time Output', style ISO). */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ').append(DateTimeFormatter.ISO_LOCAL_TIME).appendOffset("+HH:mm:ss", "+00").toFormatter(Locale.ROOT);
    private static final String TRUE = "true";

    static Row of(String[] columns) {
        return new Row(Collections.unmodifiableList(Arrays.asList(columns)));
    }

    public String text(int column) {
        return columns.get(column);
    }

    public Instant moment(int column) {
        return text(column) == null ? null : MOMENT.parse(text(column), Instant::from);
    }

    public LocalDate day(int column) {
        return text(column) == null ? null : LocalDate.parse(text(column));
    }

    public UUID id(int column) {
        return text(column) == null ? null : UUID.fromString(text(column));
    }

    public Boolean truth(int column) {
        return text(column) == null ? null : TRUE.equals(text(column));
    }

    /** @throws NumberFormatException when it has nothing: a number that can be missing is read as text */
    public long number(int column) {
        return Long.parseLong(text(column));
    }
}
