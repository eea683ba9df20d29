package nl.opkoers;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of any table, filled in just as far as the table asks for it: for tests that go over all tables there are. */
public final class Fill {

    private static final Map<String, String> ANY = Map.ofEntries(Map.entry("text", "gen_random_uuid()"), Map.entry("uuid", "gen_random_uuid()"),
            Map.entry("jsonb", "'{}'"), Map.entry("bool", "false"), Map.entry("int4", "1"), Map.entry("int8", "1"),
            Map.entry("bytea", "uuid_send(gen_random_uuid())"), Map.entry("time", "'00:00'"), Map.entry("numeric", "0"), Map.entry("date", "now()"),
            Map.entry("timestamptz", "now()"));

    /** What a table takes only when it looks as it should. */
    private static final Map<String, Map<String, String>> AS_IT_SHOULD = Map.of("processing_record",
            Map.of("kind", "'LOOK'", "trace", "'0af7651916cd43dd8448eb211c80319c'"),
            "offer_snapshot", Map.of("kind", "'COURSES'"), "hour_entry", Map.of("state", "'WAITING'"));

    private Fill() {
    }

    /** Puts a row into a table. @param given what stands in it, by column; {@code null} for what stays empty */
    public static void row(String table, Map<String, ?> given) {
        row(Rows.database(), table, given);
    }

    /** As {@link #row(String, Map)}, in the database of another portal. */
    public static void row(Database database, String table, Map<String, ?> given) {
        Map<String, String> values = new LinkedHashMap<>();
        database.of("select column_name || ' ' || udt_name from information_schema.columns where table_schema = 'public' and table_name = '"
                + table + "' and is_nullable = 'NO' and column_default is null and is_identity = 'NO'")
                .forEach(column -> values.put(column.split(" ")[0], ANY.get(column.split(" ")[1])));
        values.putAll(AS_IT_SHOULD.getOrDefault(table, Map.of()));
        given.forEach((column, value) -> values.put(column, value == null ? "null" : "'" + value + "'"));
        database.run("insert into " + table + " (" + String.join(", ", values.keySet()) + ") values ("
                + String.join(", ", values.values()) + ")");
    }

    /** The tables with a column of this name. */
    public static List<String> tablesWith(String... columns) {
        return Rows.of("select distinct table_name from information_schema.columns join information_schema.tables"
                + " using (table_schema, table_name) where table_schema = 'public' and table_type = 'BASE TABLE' and column_name in ("
                + List.of(columns).stream().map(column -> "'" + column + "'").collect(Collectors.joining(", ")) + ") order by 1");
    }

    /** As a column of time takes it. */
    public static String at(Instant moment) {
        return moment.toString();
    }
}
