package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The hours that were reported, and the totals in the dossier that go up and down with them, kind by kind. */
final class ParticipationHours {

    static final String PARTICIPATION = "Participatie-uren";
    static final String PRACTICE = "MAP-praktijkuren";

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
        Map<String, Integer> before = hours(connection, participant);
        Sql.update(connection, """
                insert into participatie_uren (id, inburgeraar, versie, minuten, ingetrokken, geregistreerd_op, gegevens)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (id) do update set versie = excluded.versie, minuten = excluded.minuten,
                    ingetrokken = excluded.ingetrokken, geregistreerd_op = excluded.geregistreerd_op, gegevens = excluded.gegevens""",
                id, participant, version, report.minutes(), report.withdrawn(), now, report.content());
        Map<String, Integer> after = hours(connection, participant);
        changes.change(connection, participant, dossier -> count(dossier, before, after, report, now), now,
                new Event(Event.HOURS_CHANGED, participant, new Event.Subject("Participatieuren", id, version)));
        ObjectNode kept = Json.object().put("urenId", id).put("versie", version);
        kept.setAll(report.content());
        return kept.put("geregistreerdOp", now.toString());
    }

    /** The whole hours that were reported of each kind that is counted. */
    private static Map<String, Integer> hours(Connection connection, String participant) throws SQLException {
        Map<String, Integer> hours = new LinkedHashMap<>();
        for (String kind : List.of(PARTICIPATION, PRACTICE)) {
            hours.put(kind, Sql.first(connection, "select sum(minuten) from participatie_uren where inburgeraar = ?"
                            + " and not ingetrokken and coalesce(gegevens ->> 'soort', ?) = ?",
                    row -> row.getInt(1), participant, PARTICIPATION, kind).orElse(0) / MINUTES_IN_HOUR);
        }
        return hours;
    }

    private static ObjectNode count(ObjectNode dossier, Map<String, Integer> before, Map<String, Integer> after,
            HoursReport report, Instant now) {
        for (String kind : after.keySet()) {
            int more = after.get(kind) - before.get(kind);
            if (more != 0 || kind.equals(report.content().path("soort").textValue())) {
                count(dossier, kind, more, report.day(), now);
            }
            if (kind.equals(PRACTICE) && more != 0 && dossier.path("map") instanceof ObjectNode module) {
                module.put("gevolgdePraktijkuren", Math.max(0, module.path("gevolgdePraktijkuren").asInt() + more))
                        .put("bijgewerktOp", now.toString());
            }
        }
        return dossier;
    }

    /**
     * A total counts whole hours. That of participation is only there for who owes these hours: asylum holders in the Z-route
     * (Besluit inburgering 3.14). What has no total is registered without one.
     */
    private static void count(ObjectNode dossier, String kind, int more, LocalDate day, Instant now) {
        for (JsonNode counted : dossier.at("/uren/soorten")) {
            if (kind.equals(counted.path("soort").textValue())) {
                ObjectNode total = (ObjectNode) counted;
                String known = total.path("bekendTot").asText("");
                total.put("uren", Math.max(0, total.path("uren").intValue() + more));
                total.put("bekendTot", known.compareTo(day.toString()) > 0 ? known : day.toString());
                ((ObjectNode) dossier.path("uren")).put("bijgewerktOp", now.toString());
            }
        }
    }
}
