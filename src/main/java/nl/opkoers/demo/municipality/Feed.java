package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The events, numbered in the order in which they can be read. Besides reading and adding, a feed can be made to
 * misbehave as feeds do: begin again, skip a number, tell something late or twice, forget the oldest.
 */
public final class Feed {

    private static final String NEXT = "update gebeurtenisreeks set laatste = laatste + 1 returning laatste";
    private static final String INSERT = """
            insert into gebeurtenis (volgnummer, id, code, tijdstip, inburgeraar, onderwerp_soort, onderwerp_id, onderwerp_versie)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Store store;
    private final Clock clock;

    Feed(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Adds an event to the transaction that made it happen. Must be the last thing in it that waits for others: until
     * it ends, nobody else gets a number.
     */
    void add(Connection connection, Event event) throws SQLException {
        insert(connection, next(connection), event);
    }

    /** One page, as it goes over the wire: what was given out, and what there is after a number. */
    ObjectNode page(long after, int limit) {
        // One statement sees one moment: the events up to `laatste` are then all there that ever will be in order.
        return store.inTransaction(connection -> {
            ObjectNode page = Json.object();
            page.putArray("gebeurtenissen");
            Sql.list(connection, """
                    select reeks, eerste, laatste, g.*
                    from gebeurtenisreeks left join lateral (
                        select * from gebeurtenis where volgnummer > ? order by volgnummer limit ?) g on true
                    order by g.volgnummer""", row -> write(page, row), after, limit);
            return page;
        });
    }

    /** The highest number given out; 0 when none was. */
    public long last() {
        return store.inTransaction(connection ->
                Sql.first(connection, "select laatste from gebeurtenisreeks", row -> row.getLong(1)).orElseThrow());
    }

    /** The last events, the newest first, each as it goes over the wire; fewer where numbers are missing. */
    List<JsonNode> latest(int most) {
        List<JsonNode> events = new ArrayList<>();
        page(Math.max(0, last() - most), most).path("gebeurtenissen").forEach(events::add);
        Collections.reverse(events);
        return events;
    }

    /** Begins a new series: all events are gone, the next one gets number 1. */
    public void restart() {
        store.inTransaction(connection -> {
            Sql.update(connection, "update gebeurtenisreeks set reeks = gen_random_uuid(), eerste = 1, laatste = 0");
            return Sql.update(connection, "delete from gebeurtenis");
        });
    }

    /** Gives out a number without an event: a gap, until something is published under it. */
    public long reserve() {
        return store.inTransaction(Feed::next);
    }

    /**
     * Tells something under a number that was reserved before.
     *
     * @param code        such as {@code OK203}
     * @param participant the id of a participant; null for none
     */
    public void publish(long number, String code, String participant) {
        store.inTransaction(connection -> {
            insert(connection, number, Event.of(code, participant));
            return null;
        });
    }

    /** Tells again, under the next number, what is under this one: the event keeps its own id. */
    public void repeat(long number) {
        store.inTransaction(connection -> Sql.update(connection, """
                insert into gebeurtenis (volgnummer, id, code, tijdstip, inburgeraar, onderwerp_soort, onderwerp_id, onderwerp_versie)
                select ?, id, code, tijdstip, inburgeraar, onderwerp_soort, onderwerp_id, onderwerp_versie
                from gebeurtenis where volgnummer = ?""", next(connection), number));
    }

    /** Forgets all events with a lower number; {@code first} becomes the lowest that can be read. */
    public void forgetBefore(long first) {
        store.inTransaction(connection -> {
            Sql.update(connection, "update gebeurtenisreeks set eerste = ?", first);
            return Sql.update(connection, "delete from gebeurtenis where volgnummer < ?", first);
        });
    }

    private static long next(Connection connection) throws SQLException {
        return Sql.first(connection, NEXT, row -> row.getLong(1)).orElseThrow();
    }

    private void insert(Connection connection, long number, Event event) throws SQLException {
        Event.Subject subject = event.subject() == null ? new Event.Subject(null, null, null) : event.subject();
        Sql.update(connection, INSERT, number, UUID.randomUUID(), event.code(), now(), event.participant(),
                subject.kind(), subject.id(), subject.version());
    }

    private Instant now() {
        return clock.instant();
    }

    private static ObjectNode write(ObjectNode page, ResultSet row) throws SQLException {
        page.put("reeks", row.getString("reeks"))
                .put("eerste", row.getLong("eerste"))
                .put("laatste", row.getLong("laatste"));
        if (row.getString("id") != null) {
            ObjectNode event = page.withArray("gebeurtenissen").addObject()
                    .put("volgnummer", row.getLong("volgnummer"))
                    .put("id", row.getString("id"))
                    .put("code", row.getString("code"))
                    .put("tijdstip", Json.text(Sql.instant(row, "tijdstip")))
                    .put("inburgeraarId", row.getString("inburgeraar"));
            subject(event, row);
        }
        return page;
    }

    private static void subject(ObjectNode event, ResultSet row) throws SQLException {
        if (row.getString("onderwerp_soort") == null) {
            event.putNull("onderwerp");
        } else {
            event.putObject("onderwerp")
                    .put("soort", row.getString("onderwerp_soort"))
                    .put("id", row.getString("onderwerp_id"))
                    .put("versie", row.getObject("onderwerp_versie", Integer.class));
        }
    }
}
