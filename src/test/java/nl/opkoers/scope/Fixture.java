package nl.opkoers.scope;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.opkoers.Rows;

/**
 * One row in every table for whom it is about, whatever else is in it. Adam is guided by Carla, who is away today and for whom
 * Sven answers; Bilal is guided by Dora, for whom Tess does. Of their namesakes in another municipality there is the same.
 */
final class Fixture {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    static final List<String> MUNICIPALITIES = List.of("scope-1", "scope-2");
    /** The contact of each. */
    static final Map<String, String> GUIDES = Map.of("adam", "carla", "bilal", "dora");

    private static final String CASELOAD = "{\"medewerkerId\": \"%s\", \"inburgeraars\": [{\"inburgeraarId\": \"%s\", \"van\": \"2026-01-01\"}]}";

    private static final Map<String, List<String>> KNOWN = new HashMap<>();

    private Fixture() {
    }

    /** The tables that are scoped; those that refer to another one after that. What is written down of looks has a test of its own. */
    static List<String> scoped() {
        return known("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname = 'public' and c.relrowsecurity and c.relname <> 'processing_record' order by exists (select from pg_constraint f"
                + " where f.conrelid = c.oid and f.contype = 'f'), c.relname");
    }

    static void fill() throws SQLException {
        forget();
        try (Connection owner = AppRole.owner()) {
            for (String municipality : MUNICIPALITIES) {
                for (String participant : List.of("adam", "bilal")) {
                    for (String table : scoped()) {
                        insert(owner, table, municipality, participant);
                    }
                }
            }
        }
    }

    static void forget() {
        List<String> tables = new ArrayList<>(scoped());
        Collections.reverse(tables);
        Rows.run(tables.stream().map(table -> "delete from " + table + " where municipality like 'scope-%'")
                .collect(Collectors.joining(";")));
    }

    /** What is asked of the tables themselves does not change meanwhile. */
    static List<String> known(String query) {
        return KNOWN.computeIfAbsent(query, Rows::of);
    }

    /** @throws SQLException when it is refused */
    static void insert(Connection connection, String table, String municipality, String participant) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String column : known("select column_name || ' ' || data_type from information_schema.columns where table_schema = 'public'"
                + " and table_name = '" + table + "' and is_identity = 'NO' and column_default is null"
                + " and (is_nullable = 'NO' or column_name in ('assigned_to', 'due_at', 'subject'))")) {
            String name = column.split(" ")[0];
            names.add(name);
            values.add(value(table, name, column.substring(name.length() + 1), municipality, participant));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into " + table + " (" + String.join(", ", names) + ") values (" + String.join(", ", values) + ")");
        }
    }

    private static String value(String table, String name, String type, String municipality, String participant) {
        String guide = GUIDES.get(participant);
        return switch (name) {
            case "municipality" -> quoted(municipality);
            case "participant", "person", "reader", "subject" -> quoted(participant);
            case "employee", "author" -> quoted(guide);
            case "substitute" -> quoted(guide.equals("carla") ? "sven" : "tess");
            case "assigned_to" -> "null";
            case "since", "until" -> type.equals("date") ? quoted(TODAY.toString()) : quoted(TODAY + "T00:00:00Z");
            case "state" -> quoted("WAITING");
            case "body" -> quoted(table.equals("caseload_snapshot") ? CASELOAD.formatted(guide, participant) : "{}");
            default -> byType(type, municipality, participant);
        };
    }

    private static String byType(String type, String municipality, String participant) {
        return switch (type) {
            case "uuid" -> quoted(id(municipality, participant).toString());
            case "bytea" -> "convert_to(" + quoted(municipality + participant) + ", 'UTF8')";
            case "integer", "bigint", "numeric" -> "1";
            case "boolean" -> "true";
            case "jsonb" -> "'{}'";
            case "date" -> quoted(TODAY.toString());
            case "timestamp with time zone" -> quoted(TODAY + "T00:00:00Z");
            case "time without time zone" -> "'22:00'";
            default -> quoted("x");
        };
    }

    static UUID id(String municipality, String participant) {
        return UUID.nameUUIDFromBytes((municipality + participant).getBytes(StandardCharsets.UTF_8));
    }

    static String quoted(String text) {
        return "'" + text + "'";
    }

    /** Tells a connection who asks, as a transaction of the portal would. */
    static void tell(Connection connection, String municipality, String participant, String employee, String role, LocalDate today)
            throws SQLException {
        try (PreparedStatement tell = connection.prepareStatement("select set_config('opkoers.municipality', ?, false),"
                + " set_config('opkoers.participant', ?, false), set_config('opkoers.employee', ?, false),"
                + " set_config('opkoers.role', ?, false), set_config('opkoers.today', ?, false)")) {
            tell.setString(1, municipality);
            tell.setString(2, participant);
            tell.setString(3, employee);
            tell.setString(4, role);
            tell.setString(5, today.toString());
            tell.execute();
        }
    }
}
