package nl.opkoers.agenda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;

/** An agenda as the municipality might have sent it a moment ago, written where the portal keeps what it last saw. */
public final class Sheet {

    private final ObjectNode agenda = JsonNodeFactory.instance.objectNode();
    private final ArrayNode items = agenda.putArray("onderdelen");
    private final ArrayNode holidays = agenda.putArray("vakanties");

    private Sheet() {
        LocalDate monday = Dates.mondayOf(TestClock.today());
        agenda.put("bron", "Gemeente Waterstad").put("bijgewerktOp", TestClock.now().toString())
                .put("van", monday.minusWeeks(4).toString()).put("tot", monday.plusWeeks(52).toString());
    }

    public static Sheet empty() {
        return new Sheet();
    }

    /** An item that lasts an hour and a half. */
    public Sheet with(String id, String kind, Instant begin, Consumer<ObjectNode> more) {
        ObjectNode item = items.addObject().put("id", id).put("versie", 1).put("soort", kind).put("status", "Gepland")
                .put("begin", begin.toString()).put("einde", begin.plus(Duration.ofMinutes(90)).toString())
                .put("onderwerp", "Hoofdstuk 4").put("met", "Ria Hofman").put("bron", "Taalschool De Brug")
                .put("bijgewerktOp", TestClock.now().minus(Duration.ofDays(2)).toString());
        item.putObject("plaats").put("naam", "Taalschool De Brug").put("adres", "Kade 3, Waterstad");
        more.accept(item);
        return this;
    }

    public Sheet with(String id, String kind, Instant begin) {
        return with(id, kind, begin, item -> { });
    }

    Sheet holiday(String name, LocalDate from, LocalDate until) {
        holidays.addObject().put("naam", name).put("van", from.toString()).put("tot", until.toString());
        return this;
    }

    /** Keeps it for everybody whose dossier was seen; it stays fresh for the rest of the test. */
    public Sheet keep() {
        return keep(TestClock.now().plus(Duration.ofHours(1)));
    }

    Sheet keep(Instant confirmedAt) {
        Rows.clear("agenda_snapshot");
        Rows.run("insert into agenda_snapshot (municipality, participant, body, confirmed_at) select municipality, participant, '"
                + agenda.toString().replace("'", "''") + "'::jsonb, '" + confirmedAt + "' from dossier_snapshot");
        return this;
    }

    public static Instant tomorrow(String time) {
        return in(1, time);
    }

    static Instant in(int days, String time) {
        return at(TestClock.today().plusDays(days), time);
    }

    /** From one time until another, as a page says it. */
    static String times(Language language, String from, String until) {
        return Dates.of(language).timeRange(LocalTime.parse(from), LocalTime.parse(until));
    }

    static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(Dates.AMSTERDAM).toInstant();
    }
}
