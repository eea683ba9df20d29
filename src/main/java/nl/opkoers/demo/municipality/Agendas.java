package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The agendas in the municipality's database. */
final class Agendas {

    /** What is kept of a single item: its version, and what it is unless the dossier tells that. */
    private record Kept(int version, Instant originalBegin, String updatedAt, ObjectNode content) {
    }

    private Agendas() {
    }

    /** The agenda of a person; empty when nobody has that id. */
    static Optional<PersonAgenda> of(Connection connection, String participant) throws SQLException {
        Optional<ObjectNode> dossier = Store.dossier(connection, participant);
        return dossier.isEmpty() ? Optional.empty() : Optional.of(new PersonAgenda(
                patterns(connection, participant),
                single(dossier.get(), kept(connection, participant)),
                replies(connection, participant),
                dossier.get().at("/persoon/bijgewerktOp").textValue()));
    }

    /**
     * Puts something in the place of an item that the dossier does not tell of; its version rises.
     *
     * @return the event that tells so
     */
    static Event replace(Connection connection, String participant, AgendaItem item, ObjectNode content, Instant now)
            throws SQLException {
        boolean moved = !content.path("begin").equals(item.content().path("begin"));
        Sql.update(connection, """
                insert into agenda_onderdeel (inburgeraar, id, versie, oorspronkelijk_begin, bijgewerkt_op, gegevens)
                values (?, ?, ?, ?, ?, ?::jsonb)
                on conflict (inburgeraar, id) do update set versie = excluded.versie, gegevens = excluded.gegevens,
                    oorspronkelijk_begin = excluded.oorspronkelijk_begin, bijgewerkt_op = excluded.bijgewerkt_op""",
                participant, item.id(), item.version() + 1,
                moved && item.originalBegin() == null ? item.begin() : item.originalBegin(), now, content);
        return Event.ofItem(participant, item.id(), item.version() + 1);
    }

    /**
     * Counts up the version of an appointment that the dossier tells of.
     *
     * @param movedFrom when it was to begin; null when that did not change
     */
    static Event appointmentChanged(Connection connection, String participant, String id, boolean isNew, Instant movedFrom,
                                    Instant now) throws SQLException {
        int version = Sql.first(connection, """
                insert into agenda_onderdeel as kept (inburgeraar, id, versie, oorspronkelijk_begin, bijgewerkt_op)
                values (?, ?, ?, ?, ?)
                on conflict (inburgeraar, id) do update set versie = kept.versie + 1, bijgewerkt_op = excluded.bijgewerkt_op,
                    oorspronkelijk_begin = coalesce(kept.oorspronkelijk_begin, excluded.oorspronkelijk_begin)
                returning versie""", row -> row.getInt(1), participant, id, isNew ? 1 : 2, movedFrom, now).orElseThrow();
        return Event.ofItem(participant, id, version);
    }

    /** Keeps what a person let know about an item, in the place of what that person said before. */
    static void reply(Connection connection, String participant, String item, ReplyRequest reply, Instant now)
            throws SQLException {
        Sql.update(connection, """
                insert into agenda_reactie (inburgeraar, onderdeel, soort, versie, reden, toelichting, voorstellen, ontvangen_op)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                on conflict (inburgeraar, onderdeel) do update set soort = excluded.soort, versie = excluded.versie,
                    reden = excluded.reden, toelichting = excluded.toelichting, voorstellen = excluded.voorstellen,
                    ontvangen_op = excluded.ontvangen_op""",
                participant, item, reply.kind().wireName(), reply.version(), reply.reason(), reply.explanation(),
                reply.proposals(), now);
    }

    private static List<LessonPattern> patterns(Connection connection, String participant) throws SQLException {
        return Sql.list(connection, "select * from lesrooster where inburgeraar = ?", row -> new LessonPattern(
                row.getString("id"),
                List.of((Integer[]) row.getArray("dagen").getArray()),
                row.getObject("van", LocalTime.class),
                row.getObject("tot", LocalTime.class),
                row.getObject("eerste", LocalDate.class),
                row.getObject("laatste", LocalDate.class),
                row.getInt("om_de_weken"),
                Json.object(row.getString("gegevens"))), participant);
    }

    private static Map<String, Kept> kept(Connection connection, String participant) throws SQLException {
        Map<String, Kept> kept = new HashMap<>();
        Sql.list(connection, "select * from agenda_onderdeel where inburgeraar = ?", row -> {
            String content = row.getString("gegevens");
            return kept.put(row.getString("id"), new Kept(row.getInt("versie"), Sql.instant(row, "oorspronkelijk_begin"),
                    Json.text(Sql.instant(row, "bijgewerkt_op")), content == null ? null : Json.object(content)));
        }, participant);
        return kept;
    }

    private static Map<String, AgendaItem> single(JsonNode dossier, Map<String, Kept> kept) {
        Map<String, AgendaItem> single = new HashMap<>();
        kept.forEach((id, own) -> {
            if (own.content() != null) {
                single.put(id, new AgendaItem(id, own.version(), own.originalBegin(), own.updatedAt(), own.content(), false));
            }
        });
        Appointments.in(dossier).forEach((id, content) -> {
            Kept state = kept.get(id);
            single.put(id, state == null
                    ? new AgendaItem(id, 1, null, Appointments.updatedAt(dossier, id), content, true)
                    : new AgendaItem(id, state.version(), state.originalBegin(), state.updatedAt(), content, true));
        });
        return single;
    }

    private static Map<String, JsonNode> replies(Connection connection, String participant) throws SQLException {
        Map<String, JsonNode> replies = new HashMap<>();
        Sql.list(connection, "select * from agenda_reactie where inburgeraar = ?",
                row -> replies.put(row.getString("onderdeel"), reply(row)), participant);
        return replies;
    }

    private static ObjectNode reply(ResultSet row) throws SQLException {
        ObjectNode reply = Json.object()
                .put("soort", row.getString("soort"))
                .put("versie", row.getInt("versie"))
                .put("reden", row.getString("reden"));
        reply.set("voorstellen", Json.parse(row.getString("voorstellen")));
        return reply.put("ontvangenOp", Json.text(Sql.instant(row, "ontvangen_op")));
    }
}
