package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one way in which a dossier changes: its version rises, its appointments move in the agenda too, and the feed tells. */
final class DossierChanges {

    private final Feed feed;

    DossierChanges(Feed feed) {
        this.feed = feed;
    }

    /**
     * Edits a dossier in the transaction of the caller, as the last thing in it that waits for others.
     *
     * @param edit gets the dossier and gives it back changed
     * @param more events that tell more of the difference than their code alone
     * @throws IllegalArgumentException when nobody has that id
     */
    void change(Connection connection, String participant, UnaryOperator<ObjectNode> edit, Instant now, Event... more)
            throws SQLException {
        ObjectNode before = Store.lockedDossier(connection, participant)
                .orElseThrow(() -> new IllegalArgumentException("No dossier has that id"));
        ObjectNode after = edit.apply(before.deepCopy());
        Sql.update(connection, "update inburgeraar set dossier = ?::jsonb, versie = versie + 1 where id = ?", after, participant);
        List<Event> events = appointments(connection, participant, before, after, now);
        Set<String> codes = new DossierDifference(before, after).codes();
        codes.removeAll(Stream.of(more).map(Event::code).toList());
        codes.forEach(code -> events.add(Event.of(code, participant)));
        events.addAll(List.of(more));
        if (events.isEmpty() && !after.equals(before)) {
            events.add(Event.of(Event.DOSSIER_CHANGED, participant));
        }
        for (Event event : events) {
            feed.add(connection, event);
        }
    }

    private static List<Event> appointments(Connection connection, String participant, ObjectNode before, ObjectNode after,
                                            Instant now) throws SQLException {
        Map<String, ObjectNode> old = Appointments.in(before);
        Map<String, ObjectNode> current = Appointments.in(after);
        List<Event> events = new ArrayList<>();
        for (Map.Entry<String, ObjectNode> entry : current.entrySet()) {
            ObjectNode was = old.get(entry.getKey());
            if (!entry.getValue().equals(was)) {
                events.add(Agendas.appointmentChanged(connection, participant, entry.getKey(), was == null,
                        movedFrom(was, entry.getValue()), now));
            }
        }
        for (String id : old.keySet()) {
            if (!current.containsKey(id)) {
                events.add(Agendas.appointmentChanged(connection, participant, id, false, null, now));
            }
        }
        return events;
    }

    private static Instant movedFrom(ObjectNode was, ObjectNode is) {
        return was == null || was.path("begin").equals(is.path("begin")) ? null : Instant.parse(was.path("begin").textValue());
    }
}
