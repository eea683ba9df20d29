package nl.opkoers.demo.municipality;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Hours that people of the cast have logged and that were judged before anybody looks: invented, as everything of theirs.
 * Those that were accepted are known to the municipality, and are in the total of the dossier.
 */
public final class CastHours {

    private static final LocalTime SENT_AT = LocalTime.of(19, 40);
    private static final LocalTime JUDGED_AT = LocalTime.of(10, 15);
    private static final int DAYS_TO_JUDGE = 5;

    private CastHours() {
    }

    /**
     * One entry.
     *
     * @param id          the same for the same entry, whenever it is made
     * @param participant the id under which the portal knows the person
     * @param told        what is written of it, by name
     */
    public record Line(UUID id, String participant, LocalDate day, JsonNode told) {

        /** How it stands: {@code WAITING}, {@code ASKED}, {@code REFUSED} or {@code ACCEPTED}. */
        public String state() {
            return told.path("state").textValue();
        }

        /** A text of it; {@code null} when there is none. */
        public String text(String field) {
            return told.path(field).textValue();
        }

        public int minutes() {
            return told.path("minutes").intValue();
        }

        /** When the person sent it. */
        public Instant sentAt() {
            return day.atTime(SENT_AT).atZone(RelativeDates.ZONE).toInstant();
        }

        /** When it was judged, if it was. */
        public Instant judgedAt() {
            return RelativeDates.workdayFrom(day.plusDays(DAYS_TO_JUDGE)).atTime(JUDGED_AT).atZone(RelativeDates.ZONE).toInstant();
        }

        /** Whether the municipality has it. */
        public boolean accepted() {
            return state().equals("ACCEPTED");
        }
    }

    /** All of them, as on this day. */
    public static List<Line> on(LocalDate today) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode told : new Resources(new ObjectMapper()).read("hours.json")) {
            String person = told.path("person").textValue();
            LocalDate last = today.with(TemporalAdjusters.previous(DayOfWeek.of(told.path("weekday").intValue())));
            for (JsonNode weeks : told.path("weeks")) {
                lines.add(new Line(id("uren " + person + " " + lines.size()), CastDossiers.id(person),
                        last.minusWeeks(weeks.intValue()), told));
            }
        }
        return List.copyOf(lines);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Registers those that were accepted. They are in the totals already, which stay as they are. */
    static void insert(Connection connection, LocalDate today) throws SQLException {
        for (Line line : on(today)) {
            if (line.accepted()) {
                Sql.update(connection, """
                        insert into participatie_uren (id, inburgeraar, versie, minuten, ingetrokken, geregistreerd_op, gegevens)
                        values (?, ?, 1, ?, false, ?, ?::jsonb) on conflict do nothing""",
                        line.id().toString(), line.participant(), line.minutes(), line.judgedAt(), content(line));
            }
        }
    }

    private static ObjectNode content(Line line) {
        return Json.object().put("datum", line.day().toString()).put("minuten", line.minutes())
                .put("soort", line.text("soort")).put("activiteit", line.text("activiteit"))
                .put("organisatie", line.text("place")).put("nederlandsGesproken", line.text("gesproken"))
                .put("doelcode", line.text("goal")).put("beoordeeldDoor", Staff.COACH_A)
                .put("beoordeeldOp", line.judgedAt().toString()).put("ingetrokken", false);
    }
}
