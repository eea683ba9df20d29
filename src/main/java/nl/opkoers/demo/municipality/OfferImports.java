package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes over a table of schools and courses: first as it would become, then all of it or nothing. Nothing is taken away. */
final class OfferImports {

    private static final Duration KEPT = Duration.ofDays(1);
    /** 13.5 and 13.50 are the same amount. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue()) : one.equals(other) ? 0 : 1;

    /**
     * What becomes of one school or course.
     *
     * @param school  the name of the school
     * @param course  the name of the course; null when it is the school itself
     * @param isNew   whether it was not there yet
     * @param columns the titles of what changes; empty when nothing does
     */
    record Change(String school, String course, boolean isNew, List<String> columns) {

        boolean isNone() {
            return !isNew && columns.isEmpty();
        }
    }

    /** A table that was kept, and what would become of it. {@code alien} are ids of courses that are of another school. */
    record Preview(String id, List<Change> changes, List<String> alien) {
    }

    private final Store store;
    private final Clock clock;

    OfferImports(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Keeps what was read unless a course in it is of another school, and looks what it would change. */
    Preview keep(OfferReading.Offers offers) {
        String id = UUID.randomUUID().toString();
        return store.inTransaction(connection -> {
            Sql.update(connection, "delete from aanbod_inlezing where gelezen_op < ?", now().minus(KEPT));
            List<String> alien = alien(connection, offers);
            if (alien.isEmpty()) {
                Sql.update(connection, "insert into aanbod_inlezing (id, gelezen_op, inhoud) values (?, ?, ?::jsonb)",
                        id, now(), offers.written());
            }
            return new Preview(id, changes(connection, offers), alien);
        });
    }

    /** Takes it over, whole. Empty when there is no such table any more, or a course is of another school by now. */
    Optional<List<Change>> takeOver(String id) {
        return store.inTransaction(connection -> {
            lock(connection);
            Optional<OfferReading.Offers> offers = Sql.first(connection, "select inhoud::text from aanbod_inlezing where id = ?",
                    row -> OfferReading.Offers.read(Json.parse(row.getString(1))), id);
            if (offers.isEmpty() || !alien(connection, offers.get()).isEmpty()) {
                return Optional.empty();
            }
            List<Change> changes = changes(connection, offers.get());
            for (ObjectNode school : offers.get().schools().values()) {
                write(connection, school);
            }
            for (ObjectNode course : offers.get().courses()) {
                writeCourse(connection, course);
            }
            Sql.update(connection, "delete from aanbod_inlezing where id = ?", id);
            return Optional.of(changes);
        });
    }

    /** Whoever reads goes on; another table waits. */
    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table aanbieder, cursus in share row exclusive mode");
        }
    }

    private static List<Change> changes(Connection connection, OfferReading.Offers offers) throws SQLException {
        Map<String, JsonNode> schools = kept(connection, "aanbieder");
        Map<String, JsonNode> courses = kept(connection, "cursus");
        List<Change> changes = new ArrayList<>();
        offers.schools().values().forEach(school -> changes.add(new Change(name(school), null,
                !schools.containsKey(id(school)), columns(schools.get(id(school)), school, OfferColumn.Part.SCHOOL))));
        offers.courses().forEach(course -> changes.add(new Change(
                name(offers.schools().get(course.path(OfferReading.SCHOOL).textValue())), name(course),
                !courses.containsKey(id(course)), columns(courses.get(id(course)), course, OfferColumn.Part.COURSE))));
        return changes;
    }

    private static Map<String, JsonNode> kept(Connection connection, String table) throws SQLException {
        Map<String, JsonNode> all = new TreeMap<>();
        Sql.list(connection, "select id, gegevens::text from " + table,
                row -> all.put(row.getString(1), Json.parse(row.getString(2))));
        return all;
    }

    private static List<String> columns(JsonNode before, ObjectNode after, OfferColumn.Part part) {
        if (before == null) {
            return List.of();
        }
        return java.util.stream.Stream.of(OfferColumn.values())
                .filter(column -> column.part() == part && after.has(column.field()))
                .filter(column -> !orNull(before.path(column.field())).equals(BY_VALUE, after.path(column.field())))
                .map(OfferColumn::title).toList();
    }

    private static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? com.fasterxml.jackson.databind.node.NullNode.getInstance() : value;
    }

    private static List<String> alien(Connection connection, OfferReading.Offers offers) throws SQLException {
        Map<String, String> owners = new TreeMap<>();
        Sql.list(connection, "select id, aanbieder_id from cursus", row -> owners.put(row.getString(1), row.getString(2)));
        return offers.courses().stream()
                .filter(course -> owners.containsKey(id(course))
                        && !owners.get(id(course)).equals(course.path(OfferReading.SCHOOL).textValue()))
                .map(OfferImports::id).toList();
    }

    /** A row that says the same as before stays as it was, with the day on which it was last changed. */
    private void write(Connection connection, ObjectNode school) throws SQLException {
        ObjectNode stamped = Json.object().put("bron", Waterstad.NAME).put("bijgewerktOp", now().toString());
        Sql.update(connection, """
                insert into aanbieder (id, gegevens) values (?, ?::jsonb || ?::jsonb)
                on conflict (id) do update set gegevens = aanbieder.gegevens || excluded.gegevens
                where aanbieder.gegevens || ?::jsonb <> aanbieder.gegevens""", id(school), school, stamped, school);
    }

    private static void writeCourse(Connection connection, ObjectNode course) throws SQLException {
        ObjectNode fields = course.deepCopy().without(OfferReading.SCHOOL);
        Sql.update(connection, """
                insert into cursus (id, aanbieder_id, gegevens) values (?, ?, ?::jsonb)
                on conflict (id) do update set gegevens = cursus.gegevens || excluded.gegevens
                where cursus.gegevens || excluded.gegevens <> cursus.gegevens""",
                id(course), course.path(OfferReading.SCHOOL).textValue(), fields);
    }

    private static String id(JsonNode row) {
        return row.path("id").textValue();
    }

    private static String name(JsonNode row) {
        return row.path("naam").textValue();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
