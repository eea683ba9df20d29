package nl.opkoers.doors;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.opkoers.Rows;

/** What is stored at one moment, to compare with later and to go back to. */
final class Stored {

    /** What was last heard of the municipality, when somebody was here or left, and who looked: it may change when anybody looks. */
    private static final Set<String> HEARD = Set.of("dossier_snapshot", "agenda_snapshot", "caseload_snapshot", "municipality_snapshot",
            "offer_snapshot", "visit", "colleague", "calendar_count", "used_allowance", "account", "processing_record",
            "ended_session", "flyway_schema_history");

    private final List<String> tables = Rows.of("select tablename from pg_tables where schemaname = 'public' order by 1").stream()
            .filter(table -> !HEARD.contains(table)).toList();

    /** Notes everything. */
    static Stored now() {
        Stored stored = new Stored();
        Rows.run("drop schema if exists before cascade; create schema before; " + stored.tables.stream()
                .map(table -> "create table before." + table + " as select * from public." + table).collect(Collectors.joining("; ")));
        return stored;
    }

    /** Makes everything as it was when it was noted. */
    void goBack() {
        Rows.run(tables.stream().map(table -> "delete from public." + table + "; insert into public." + table
                + " overriding system value select * from before." + table).collect(Collectors.joining("; ")));
    }

    static void forget() {
        Rows.run("drop schema if exists before cascade");
    }

    /** Every row as it is now in which one of these words is. */
    List<String> about(String... words) {
        String condition = List.of(words).stream().map(word -> "line like '%" + word + "%'").collect(Collectors.joining(" or "));
        return Rows.of("select line from (" + tables.stream()
                .map(table -> "select '" + table + " ' || row_to_json(each)::text as line from public." + table + " each")
                .collect(Collectors.joining(" union all ")) + ") lines where " + condition + " order by 1");
    }
}
