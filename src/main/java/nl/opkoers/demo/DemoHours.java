package nl.opkoers.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.opkoers.demo.municipality.Cast;
import nl.opkoers.demo.municipality.CastHours;
import nl.opkoers.demo.municipality.CastMember;
import org.jboss.logging.Logger;

/**
 * Puts hours of the cast in the tables of the portal, once, so that a coach finds something to judge. They are rows like any
 * other, and invented.
 */
final class DemoHours {

    private static final Logger LOG = Logger.getLogger(DemoHours.class);
    private static final CastMember COACH = Cast.member("coach-a");

    private final PortalTables portal;
    private final String municipality;

    private DemoHours(PortalTables portal, String municipality) {
        this.portal = portal;
        this.municipality = municipality;
    }

    /**
     * Fills the tables when nobody has logged anything yet. The portal has made them by then.
     *
     * @param url  where the portal's rows are
     * @param user the role that runs the portal
     */
    static void fillWhenEmpty(String url, String user, String password, String municipality, Clock clock) {
        PortalTables.fillWhenEmpty("hour_entry", url, user, password, tables -> {
            List<CastHours.Line> lines = CastHours.on(LocalDate.now(clock.withZone(MunicipalityProcess.ZONE)));
            DemoHours hours = new DemoHours(tables, municipality);
            for (CastHours.Line line : lines) {
                hours.insert(line);
            }
            LOG.warnf("DEMO: put %d invented entries of hours in the portal", lines.size());
        });
    }

    private void insert(CastHours.Line line) throws SQLException {
        List<ObjectNode> acts = acts(line);
        portal.run("insert into hour_entry (municipality, participant, id, kind, day, minutes, state, version, logged_at, sent_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                municipality, line.participant(), line.id(), line.text("kind"), line.day(), line.minutes(), line.state(),
                acts.size(), line.sentAt(), line.sentAt());
        for (int position = 0; position < acts.size(); position++) {
            ObjectNode act = acts.get(position);
            portal.run("insert into hour_act (municipality, participant, entry, position, id, act, at) values (?, ?, ?, ?, ?, ?::jsonb, ?)",
                    municipality, line.participant(), line.id(), position + 1, UUID.fromString(act.path("id").textValue()),
                    act.toString(), Instant.parse(act.path("at").textValue()));
        }
        if (line.accepted()) {
            tell(line, UUID.fromString(acts.get(1).path("id").textValue()));
        }
    }

    /** That the municipality has it: under the id by which it knows it too. */
    private void tell(CastHours.Line line, UUID judgement) throws SQLException {
        ObjectNode content = object().put("kind", (String) null).put("day", line.day().toString()).put("minutes", line.minutes())
                .put("activity", line.text("activiteit")).put("place", line.text("place")).put("spokeDutch", line.text("gesproken"))
                .put("goal", line.text("goal")).put("judgedBy", COACH.employeeId()).put("judgedAt", line.judgedAt().toString())
                .put("withdrawn", false);
        portal.run("insert into hour_told (municipality, participant, id, entry, judgement, kind, minutes, content, since, settled_at, taken,"
                        + " given) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, true, ?)",
                municipality, line.participant(), UUID.randomUUID(), line.id(), judgement, line.text("kind"), line.minutes(),
                content.toString(), line.judgedAt(), line.judgedAt().plusSeconds(1), line.id().toString());
    }

    private static List<ObjectNode> acts(CastHours.Line line) {
        List<ObjectNode> acts = new ArrayList<>();
        acts.add(act("sent", line.id(), line.sentAt()).set("written", written(line)));
        String judged = switch (line.state()) {
            case "ACCEPTED" -> "accepted";
            case "REFUSED" -> "refused";
            case "ASKED" -> "asked";
            default -> null;
        };
        if (judged != null) {
            ObjectNode judgement = act(judged, UUID.randomUUID(), line.judgedAt()).put("by", COACH.employeeId())
                    .put("byName", COACH.displayName()).put("seen", 1);
            put(judgement, "reason", line.text("reason"));
            put(judgement, "note", line.text("answer"));
            acts.add(judgement);
        }
        return acts;
    }

    private static ObjectNode act(String name, UUID id, Instant at) {
        return object().put("act", name).put("id", id.toString()).put("at", at.toString());
    }

    private static ObjectNode written(CastHours.Line line) {
        ObjectNode written = object().put("day", line.day().toString()).put("minutes", line.minutes());
        for (String field : List.of("kind", "activity", "from", "dutch", "goal", "place", "with", "note")) {
            put(written, field, line.text(field));
        }
        return written;
    }

    private static void put(ObjectNode object, String field, String text) {
        if (text != null) {
            object.put(field, text);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
