package nl.opkoers.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.hours.Entry;
import nl.opkoers.hours.HourBook;
import nl.opkoers.hours.Kind;
import nl.opkoers.hours.State;
import nl.opkoers.hours.Totals;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The demo begins where the scenario of Selam Tesfay does: 24 hours wait, 2 were refused, and what was accepted is in her 312. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class DemoHoursTest {

    DemoWorld world;

    @Inject
    HourBook book;

    @Inject
    Clock clock;

    @AfterEach
    void nothingIsLeft() {
        Stream.of("hour_act", "hour_told", "hour_entry", "outbox", "dossier_snapshot").forEach(Rows::clear);
    }

    @Test
    void selamsHoursAreThereOnceAndAreReadAsAnyOthers() {
        InventedHours.fill();
        ParticipantKey selam = new ParticipantKey("9901", world.municipality().idOf("z-tigrinya"));
        Totals.Sum sum = book.totals(selam, clock.instant()).of(Kind.PARTICIPATION);

        assertEquals(Duration.ofHours(24).toMinutes(), sum.waiting());
        assertEquals(Duration.ofHours(2).toMinutes(), sum.refused());
        assertEquals(0, sum.onTop(), "what was accepted is in the municipality's own count");
        assertTrue(sum.accepted() > 0);
        List<Entry> entries = book.of(selam, clock.instant().atZone(MunicipalityProcess.ZONE).toLocalDate().minusYears(1),
                clock.instant().atZone(MunicipalityProcess.ZONE).toLocalDate());
        assertEquals(2, entries.stream().filter(entry -> entry.state() == State.REFUSED).count());
        entries.forEach(entry -> assertEquals(entry.state() == State.WAITING, entry.judgement().isEmpty()));
        List<String> rows = Rows.of("select id::text from hour_entry order by id");
        InventedHours.fill();
        assertEquals(rows, Rows.of("select id::text from hour_entry order by id"), "filled once");
    }

    @Test
    void theCoachFindsThemAndSheSeesHerTotal() {
        InventedHours.fill();
        String page = Portal.signedIn("coach-a", Language.NL).get("/coach/hours/" + world.municipality().idOf("z-tigrinya")).text();

        assertTrue(page.contains("312 uur van 800 uur"), page);
        assertTrue(page.contains("Wacht op u 24 uur"), page);
    }
}
