package nl.opkoers.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.opkoers.demo.municipality.CastConversations;
import nl.opkoers.law.WorkingDays;
import org.jboss.logging.Logger;

/**
 * Puts conversations in the tables of the portal, once, so that both sides find something to read, and a team lead something
 * to count. They are rows like any other, and invented.
 */
final class DemoConversations {

    private static final Logger LOG = Logger.getLogger(DemoConversations.class);
    private final PortalTables portal;
    private final String municipality;

    private DemoConversations(PortalTables portal, String municipality) {
        this.portal = portal;
        this.municipality = municipality;
    }

    /**
     * Fills the tables when nobody has asked anything yet. The portal has made them by then.
     *
     * @param url  where the portal's rows are
     * @param user the role that runs the portal
     * @param told which conversations, as on a day
     */
    static void fillWhenEmpty(String url, String user, String password, String municipality, Clock clock,
            Function<LocalDate, List<CastConversations.Told>> told) {
        PortalTables.fillWhenEmpty("conversation", url, user, password, tables -> {
            List<CastConversations.Told> all = told.apply(LocalDate.now(clock.withZone(MunicipalityProcess.ZONE)));
            DemoConversations conversations = new DemoConversations(tables, municipality);
            for (CastConversations.Told each : all) {
                conversations.insert(each);
            }
            LOG.warnf("DEMO: put %d invented conversations in the portal", all.size());
        });
    }

    /** How one stands after its turns: as the portal itself would have kept it. */
    private record Stands(Instant waitingSince, LocalDate before, boolean theirs, Instant closedAt) {

        Stands after(ObjectNode turn) {
            Instant at = at(turn);
            return switch (turn.path("turn").textValue()) {
                case "said" -> waitingSince != null ? this
                        : new Stands(at, WorkingDays.before(at.atZone(MunicipalityProcess.ZONE).toLocalDate(), CastConversations.ANSWER_WITHIN),
                                false, closedAt);
                case "answered" -> new Stands(null, null, turn.path("asksBack").asBoolean(), closedAt);
                case "closed" -> new Stands(null, null, false, at);
                default -> this;
            };
        }
    }

    private void insert(CastConversations.Told told) throws SQLException {
        Stands stands = new Stands(null, null, false, null);
        int position = 0;
        for (ObjectNode turn : told.turns()) {
            portal.run("insert into conversation_turn (municipality, participant, conversation, position, id, turn, at)"
                    + " values (?, ?, ?, ?, ?, ?::jsonb, ?)", municipality, told.participant(), told.id(), ++position,
                    UUID.fromString(turn.path("id").textValue()), turn.toString(), at(turn));
            Stands after = stands.after(turn);
            owe(told, stands, after, at(turn));
            stands = after;
        }
        portal.run("insert into conversation (municipality, participant, id, opening, open, waiting_since, answer_before, theirs, contact,"
                        + " contact_name, turns, opened_at, last_at, closed_at) values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                municipality, told.participant(), told.id(), told.opening().toString(), stands.closedAt() == null,
                stands.waitingSince(), stands.before(), stands.theirs(), told.contact(), told.contactName(), position,
                at(told.turns().get(0)), at(told.turns().get(position - 1)), stands.closedAt());
    }

    /** What a promise comes to is kept beside the turns. */
    private void owe(CastConversations.Told told, Stands before, Stands after, Instant at) throws SQLException {
        if (before.waitingSince() == null && after.waitingSince() != null) {
            portal.run("insert into owed_answer (municipality, participant, conversation, since, promised) values (?, ?, ?, ?, ?)",
                    municipality, told.participant(), told.id(), after.waitingSince(), after.before());
        } else if (before.waitingSince() != null && after.waitingSince() == null) {
            portal.run("update owed_answer set answered_at = ? where municipality = ? and participant = ? and conversation = ?"
                    + " and answered_at is null", at, municipality, told.participant(), told.id());
        }
    }

    private static Instant at(ObjectNode turn) {
        return Instant.parse(turn.path("at").textValue());
    }
}
