package nl.opkoers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.opkoers.Fill;
import nl.opkoers.Portal;
import nl.opkoers.language.Language;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A new version takes over what the one before has kept; and the one before can still work with what a new one has added. */
class UpgradeIT extends ShippedPortal {

    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
    private static final String OTHER = "9902";
    private static final String ONE = "5f0c7c9a-6d0e-4e53-9c6c-0d7a3a1b9f11";
    private static final String SELAM = "z-tigrinya";
    /** Where the program of the version before is: its {@code quarkus-run.jar}. */
    private static final String BEFORE = "before.program";
    private static final List<String> PAGES = List.of("/", "/plan", "/agenda", "/messages", "/hours", "/my-data");

    @TempDir
    Path later;

    @Test
    void whatTheVersionBeforeKeptIsThereAfterIt() throws IOException {
        int newest = newest();
        flyway("filesystem:" + MIGRATIONS).target(String.valueOf(newest - 1)).load().migrate();
        fill();
        Map<String, List<String>> columns = columns();
        Map<String, List<String>> before = rows(columns);
        assertTrue(before.values().stream().filter(rows -> !rows.isEmpty()).count() > 30, before::toString);

        PortalProcess node = node();

        assertEquals(List.of(String.valueOf(newest)), database.of("select max(version::int) from flyway_schema_history where success"));
        assertEquals(before, rows(columns));
        serves(node);
    }

    /** A column that nobody here knows of, and a table: more than that a version may not do. */
    @Test
    void whatALaterVersionHasAddedIsInNobodysWay() throws IOException {
        flyway("filesystem:" + MIGRATIONS).load().migrate();
        StringBuilder added = new StringBuilder("create table of_later (municipality text primary key);\n");
        tables().forEach(table -> added.append("alter table ").append(table).append(" add column of_later text, add column also bigint not null default 7;\n"));
        Files.writeString(later.resolve("V9999__of_later.sql"), added);
        flyway("filesystem:" + MIGRATIONS, "filesystem:" + later).load().migrate();

        PortalProcess node = node();
        serves(node);
        Map<String, Portal> people = signedIn(node);
        new Sender(people.get(SELAM)).answer(itemsOf(people, 1).get(SELAM).get(0), "confirm", Map.of());
        awaitDrained();

        assertEquals(1, applied().size());
        assertEquals(List.of("7"), database.of("select distinct also from outbox"));
    }

    /** While nodes are replaced one by one, and when one goes back: the program before itself, where somebody has built it. */
    @Test
    @EnabledIfSystemProperty(named = BEFORE, matches = ".+")
    void theProgramBeforeWorksBesideThisOne() {
        PortalProcess before = nodeOf(Path.of(System.getProperty(BEFORE)));
        Map<String, Portal> people = signedIn(before);
        List<String> items = itemsOf(people, 2).get(SELAM);
        new Sender(people.get(SELAM)).answer(items.get(0), "confirm", Map.of());

        PortalProcess now = node();
        Portal selam = people.get(SELAM).at(now.base());
        PAGES.forEach(page -> assertEquals(200, selam.get(page).status(), "who signed in at the one before: " + page));
        new Sender(selam).answer(items.get(1), "confirm", Map.of());
        serves(before);
        serves(now);
        awaitDrained();
        assertEquals(items.stream().sorted().toList(), applied());

        before.close();
        PortalProcess again = nodeOf(Path.of(System.getProperty(BEFORE)));
        serves(again);
        PAGES.forEach(page -> assertEquals(200, selam.at(again.base()).get(page).status(), "who signed in before, later: " + page));
    }

    private static void serves(PortalProcess node) {
        Portal selam = Portal.visitor(node.base(), Language.TI).signedIn(SELAM);
        PAGES.forEach(page -> assertEquals(200, selam.get(page).status(), page));
        assertEquals(200, Portal.visitor(node.base(), Language.NL).signedIn("coach-a").open("/coach").status());
    }

    private FluentConfiguration flyway(String... locations) {
        Map<String, String> settings = world.settings();
        return Flyway.configure().locations(locations)
                .dataSource(settings.get("opkoers.database.url"), settings.get("opkoers.database.owner.user"),
                        settings.get("opkoers.database.owner.password"))
                .placeholders(Map.of("app", settings.get("opkoers.database.user")));
    }

    private static int newest() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1")).map(Integer::valueOf)
                    .max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    /** One row in each table, all of the same person, so that those that refer to others find them. */
    private void fill() {
        List<String> waiting = new ArrayList<>(tables());
        RuntimeException last = null;
        for (int round = 0; round < 5 && !waiting.isEmpty(); round++) {
            for (String table : List.copyOf(waiting)) {
                try {
                    Fill.row(database, table, ofSomebody(table));
                    waiting.remove(table);
                } catch (IllegalStateException notYet) {
                    last = notYet;
                }
            }
        }
        if (!waiting.isEmpty()) {
            throw new AssertionError("not filled: " + waiting, last);
        }
    }

    private Map<String, String> ofSomebody(String table) {
        Map<String, String> values = new HashMap<>();
        database.of("select column_name || ' ' || udt_name from information_schema.columns where table_schema = 'public' and table_name = '"
                + table + "' and is_nullable = 'NO' and column_default is null and is_identity = 'NO'").forEach(column -> {
                    String name = column.split(" ")[0];
                    if (column.endsWith(" uuid")) {
                        values.put(name, ONE);
                    } else if (name.equals("municipality")) {
                        values.put(name, OTHER);
                    } else if (List.of("participant", "person", "reader", "employee").contains(name)) {
                        values.put(name, "somebody-before");
                    }
                });
        return values;
    }

    private List<String> tables() {
        return database.of("select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history' order by 1");
    }

    private Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        database.of("select table_name from information_schema.columns where table_schema = 'public' and column_name = 'municipality' order by 1")
                .forEach(table -> columns.put(table, database.of("select quote_ident(column_name) from information_schema.columns"
                + " where table_schema = 'public' and table_name = '" + table + "' order by 1")));
        return columns;
    }

    /** What stands in these columns. Of a municipality for which the portal does nothing by itself meanwhile. */
    private Map<String, List<String>> rows(Map<String, List<String>> columns) {
        Map<String, List<String>> rows = new TreeMap<>();
        columns.forEach((table, names) -> rows.put(table, database.of("select row_to_json(it)::text from (select " + String.join(", ", names)
                + " from " + table + " where municipality = '" + OTHER + "') it order by 1")));
        return rows;
    }
}
