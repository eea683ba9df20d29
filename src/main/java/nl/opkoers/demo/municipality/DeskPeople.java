package nl.opkoers.demo.municipality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whom and what the desk shows. Numbers of people are never read here. */
final class DeskPeople {

    /** So many are found at most. */
    static final int MOST = 50;

    private static final String PERSON = "select id, sleutel, dossier #>> '{persoon,aanspreeknaam}' as naam from inburgeraar ";
    private static final int DAYS_AHEAD = 400;
    private static final int WEEKS_OF_LESSONS = 12;

    /**
     * Somebody with a dossier.
     *
     * @param id   the id under which others know this person
     * @param key  the key in the cast; null for who is not in it
     * @param name the name by which the municipality calls this person
     */
    record Person(String id, String key, String name) {

        /** What to write in an address: the key where there is one. */
        String called() {
            return key == null ? id : key;
        }
    }

    /** Somebody who works at the municipality. */
    record Employee(String id, String name, String function) {
    }

    private final Store store;
    private final Clock clock;

    DeskPeople(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The cast, in the order of the scenarios. */
    List<Person> cast() {
        Map<String, Person> byKey = new HashMap<>();
        list("where sleutel is not null").forEach(person -> byKey.put(person.key(), person));
        return Cast.withDossier().stream().map(member -> byKey.get(member.key())).filter(Objects::nonNull).toList();
    }

    /** Who has this in the name, by name; {@link #MOST} of them. */
    List<Person> search(String name) {
        return list("where strpos(lower(dossier #>> '{persoon,aanspreeknaam}'), lower(?)) > 0 order by naam, id limit " + MOST,
                name.replace("\0", ""));
    }

    /** Who is called so in an address: by key or by id. */
    Optional<Person> find(String called) {
        return list("where " + (Routes.isId(called) ? "id" : "sleutel") + " = ?", called).stream().findFirst();
    }

    /** The names of these people, by id. */
    Map<String, String> names(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        store.inTransaction(connection -> Sql.list(connection, PERSON + "where id = any(?)",
                row -> names.put(row.getString("id"), row.getString("naam")),
                connection.createArrayOf("text", ids.toArray())));
        return names;
    }

    /** Who works at the municipality, by name. */
    List<Employee> employees() {
        return store.inTransaction(connection -> Sql.list(connection,
                "select id, naam, functie from medewerker where cardinality(groepen) > 0 order by naam, id",
                row -> new Employee(row.getString("id"), row.getString("naam"), row.getString("functie"))));
    }

    ObjectNode dossier(Person person) {
        return store.inTransaction(connection -> Store.dossier(connection, person.id()).orElseThrow());
    }

    /** What is to come in the agenda of this person; what comes back every week only for the next weeks. */
    List<JsonNode> agenda(Person person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), RelativeDates.ZONE);
        ObjectNode agenda = store.inTransaction(connection -> Agendas.of(connection, person.id()).orElseThrow()
                .between(today, today.plusDays(DAYS_AHEAD)));
        Instant enough = today.plusWeeks(WEEKS_OF_LESSONS).atStartOfDay(RelativeDates.ZONE).toInstant();
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode item : agenda.path("onderdelen")) {
            Instant begin = Instant.parse(item.path("begin").textValue());
            if (begin.isAfter(clock.instant()) && (begin.isBefore(enough) || !item.path("soort").asText().equals("Les"))) {
                items.add(item);
            }
        }
        return items;
    }

    private List<Person> list(String where, Object... arguments) {
        return store.inTransaction(connection -> Sql.list(connection, PERSON + where, DeskPeople::person, arguments));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(row.getString("id"), row.getString("sleutel"), row.getString("naam"));
    }
}
