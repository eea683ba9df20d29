package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.agenda.AgendaMessages;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.EventFeed;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.page.PageInvariants;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Selam has a lesson before her next talk: Home says so first, as far as her agenda was seen, and asks nobody for it. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class SoonPageTest {

    private static final String SELAM = "z-tigrinya";

    DemoWorld world;

    @Inject
    EventFeed events;

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    @AfterEach
    void nothingIsKept() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        events.readOn();
        Stream.of("news", "dossier_snapshot", "agenda_snapshot", "visit").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theNextLessonComesFirstAndLeadsToWhatIsKnownOfIt(Language language) {
        Portal selam = Portal.signedIn(SELAM, language);
        selam.get("/agenda");

        Answer home = selam.get("/");

        PageInvariants.check(home.body(), language, home.path());
        Element first = cards(home).get(0);
        assertTrue(Answer.plain(first.text()).startsWith(Answer.plain(Texts.in(language, AgendaMessages.class).kind(Agenda.Kind.LESSON))), first::text);
        assertTrue(first.text().contains("Werk en Taal Waterstad"), first::text);
        assertFalse(first.select(".when").text().isBlank());
        assertEquals(200, selam.get(first.select("h3 a").attr("href")).status());
        assertEquals(2, cards(home).size(), "and her talk after it");
    }

    @Test
    void homeAsksNobodyForTheAgenda() {
        Portal selam = Portal.signedIn(SELAM, Language.EN);
        assertEquals(1, cards(selam.get("/")).size(), "her talk alone");
        assertEquals(List.of(), Rows.of("select participant from agenda_snapshot"));

        selam.get("/agenda");
        TestClock.advance(Duration.ofDays(1));
        world.municipality().faults().set(Resource.AGENDA, Fault.error());
        Answer home = Portal.signedIn(SELAM, Language.EN).get("/");

        String asOf = Texts.in(Language.EN, DossierMessages.class).now_as_of(Dates.of(Language.EN).date(TestClock.today().minusDays(1)));
        assertTrue(cards(home).get(0).text().contains(asOf), () -> home.document().select("section[aria-labelledby=now]").text());
    }

    @Test
    void whatIsHeardToHaveChangedIsNotSaidAnyMore() {
        Portal selam = Portal.signedIn(SELAM, Language.EN);
        selam.get("/agenda");
        String lesson = cards(selam.get("/")).get(0).select("h3 a").attr("href");

        world.municipality().backOffice().cancel(world.municipality().idOf(SELAM), lesson.substring(lesson.lastIndexOf('/') + 1));
        events.readOn();
        assertEquals(1, cards(selam.get("/")).size(), "what comes next is not known now");

        selam.get("/agenda");
        Element next = cards(selam.get("/")).get(0);
        assertFalse(next.select("h3 a").attr("href").equals(lesson), next::text);
    }

    private static List<Element> cards(Answer home) {
        return home.document().select("section[aria-labelledby=now] .card");
    }
}
