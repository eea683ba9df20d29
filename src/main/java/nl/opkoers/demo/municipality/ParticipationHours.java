package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The hours of participation that were reported, and the total in the dossier that goes up and down with them. */
final class ParticipationHours {

    private static final String KIND = "Participatie-uren";
    private static final int MINUTES_IN_HOUR = 60;

    private final DossierChanges changes;

    ParticipationHours(DossierChanges changes) {
        this.changes = changes;
    }

    /** The version of what was reported under this id; empty when this person has no such report. */
    static Optional<Integer> version(Connection connection, String participant, String id) throws SQLException {
        return Sql.first(connection, "select versie from participatie_uren where inburgeraar = ? and id = ?",
                row -> row.getInt(1), participant, id);
    }

    /**
     * Keeps a report in the place of what was reported under the same id before, and counts the hours anew.
     *
     * @return as the API tells it
     */
    ObjectNode keep(Connection connection, String participant, String id, int version, HoursReport report, Instant now)
            throws SQLException {
        int before = minutes(connection, participant);
        Sql.update(connection, """
                insert into participatie_uren (id, inburgeraar, versie, minuten, ingetrokken, geregistreerd_op, gegevens)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (id) do update set versie = excluded.versie, minuten = excluded.minuten,
                    ingetrokken = excluded.ingetrokken, geregistreerd_op = excluded.geregistreerd_op, gegevens = excluded.gegevens""",
                id, participant, version, report.minutes(), report.withdrawn(), now, report.content());
        int hours = minutes(connection, participant) / MINUTES_IN_HOUR - before / MINUTES_IN_HOUR;
        changes.change(connection, participant, dossier -> count(dossier, hours, report.day(), now), now,
                new Event(Event.HOURS_CHANGED, participant, new Event.Subject("Participatieuren", id, version)));
        ObjectNode kept = Json.object().put("urenId", id).put("versie", version);
        kept.setAll(report.content());
        return kept.put("geregistreerdOp", now.toString());
    }

    private static int minutes(Connection connection, String participant) throws SQLException {
        return Sql.first(connection, "select sum(minuten) from participatie_uren where inburgeraar = ? and not ingetrokken",
                row -> row.getInt(1), participant).orElse(0);
    }

    /**
     * The total counts whole hours. It is only there for who owes these hours: asylum holders in the Z-route (Besluit
     * inburgering 3.14). Somebody else's are registered without a total.
     */
    private static ObjectNode count(ObjectNode dossier, int hours, LocalDate day, Instant now) {
        for (JsonNode kind : dossier.at("/uren/soorten")) {
            if (KIND.equals(kind.path("soort").textValue())) {
                ObjectNode total = (ObjectNode) kind;
                String known = total.path("bekendTot").asText("");
                total.put("uren", Math.max(0, total.path("uren").intValue() + hours));
                total.put("bekendTot", known.compareTo(day.toString()) > 0 ? known : day.toString());
                ((ObjectNode) dossier.path("uren")).put("bijgewerktOp", now.toString());
            }
        }
        return dossier;
    }
}
