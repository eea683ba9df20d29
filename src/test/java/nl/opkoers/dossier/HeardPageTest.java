package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Feed;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.EveryCallAgrees;
import nl.opkoers.municipality.EventFeed;
import nl.opkoers.municipality.Happened;
import nl.opkoers.municipality.Refresher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens at the municipality is heard of: pages show it at once, and Home says so; whatever the feed goes through. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class HeardPageTest {

    private static final String LIAM = "g-english-shift";
    private static final String ELIF = "g-turkish-new";
    private static final DossierMessages ENGLISH = Texts.in(Language.EN, DossierMessages.class);

    DemoWorld world;

    @Inject
    EventFeed events;

    @Inject
    Refresher refresher;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    Trouble trouble;

    /** The last to hear: when it fails, all the others have heard. */
    @Singleton
    static class Trouble {

        private final AtomicBoolean ahead = new AtomicBoolean();

        void hear(@Observes @Priority(Integer.MAX_VALUE) Happened happened) {
            if (ahead.getAndSet(false)) {
                throw new IllegalStateException("the portal dies here");
            }
        }
    }

    @BeforeEach
    @AfterEach
    void allIsReadAndNothingIsKept() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        events.readOn();
        Stream.of("news", "dossier_snapshot", "visit", "feed_gap").forEach(Rows::clear);
    }

    @Test
    void aPageShowsAtOnceWhatWasHeardThoughTheLastAnswerIsFresh() {
        Portal liam = Portal.signedIn(LIAM, Language.EN);
        String before = liam.get("/plan").text();
        changing(LIAM, dossier -> ((ObjectNode) dossier.get("pvt")).put("datumOndertekeningPvt", TestClock.today().toString()), () -> {
            assertEquals(before, liam.get("/plan").text(), "nobody has told the portal yet");
            events.readOn();
            assertFalse(before.equals(liam.get("/plan").text()));
            assertEquals(0, outdated());
        });
    }

    @Test
    void homeSaysOnceWhatWasBothHeardAndTold() {
        Portal liam = again(LIAM, Language.EN);
        changing(LIAM, dossier -> {
            ((ObjectNode) dossier.get("pip")).put("bijgewerktOp", TestClock.now().toString());
            ((ObjectNode) dossier.at("/pip/actueel")).put("redenWijziging", "Minder uren werk");
        }, () -> {
            events.readOn();
            assertEquals(List.of("OK203"), Rows.of("select code from news"));
            assertEquals(1, changes(liam.get("/")).stream().filter(line -> line.startsWith(ENGLISH.changed(Change.What.PLAN))).count());
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoIsExemptForAWhileReadsUntilWhenAndThatItGoesOnAfterThat(Language language) {
        Portal elif = Portal.signedIn(ELIF, language);
        DossierMessages words = Texts.in(language, DossierMessages.class);
        String until = Answer.plain(words.exempt_until(Dates.of(language).date(TestClock.today().plusDays(29))));
        changing(ELIF, dossier -> {
            ((ObjectNode) dossier.get("inburgeringsplicht")).put("indicatorInburgeringsplicht", false)
                    .put("redenGeenInburgeringsplicht", "Tijdelijke vrijstelling");
            ((ObjectNode) dossier.putObject("vrijstellingen").put("bron", "DUO").put("bijgewerktOp", TestClock.now().toString())
                    .putArray("besluiten").addObject()).put("soort", "Tijdelijk").put("resultaat", "Toekenning")
                    .put("einddatum", TestClock.today().plusDays(30).toString());
        }, () -> {
            events.readOn();
            Stream.of("/", "/plan", "/hours", "/agenda/exams").forEach(path -> {
                String page = elif.get(path).text();
                assertTrue(page.contains(Answer.plain(words.exempt_now())) && page.contains(until), path + ": " + page);
                assertFalse(page.replace(Answer.plain(words.exempt_now()), "").contains(Answer.plain(words.exempt_text())) || path.equals("/") && page.contains(Answer.plain(words.after_title())),
                        path + ": " + page);
            });
            assertTrue(elif.get("/plan").text().contains(Answer.plain(words.granted_for_now())));
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thatTheAgendaChangedIsSaidInEveryLanguage(Language language) {
        DossierMessages words = Texts.in(language, DossierMessages.class);
        Portal liam = again(LIAM, language);
        assertFalse(changes(liam.get("/")).stream().anyMatch(line -> line.startsWith(words.changed(Change.What.AGENDA))));

        publish("OK201", LIAM);
        publish("OK201", LIAM);
        events.readOn();

        assertEquals(1, changes(liam.get("/")).stream().filter(line -> line.startsWith(words.changed(Change.What.AGENDA))).count());
    }

    @Test
    void whatIsHeardIsSaidThoughTheDossierCannotBeReadNow() {
        Portal liam = again(LIAM, Language.EN);
        publish("SS103", LIAM);
        events.readOn();
        world.municipality().faults().set(Resource.PARTICIPANT, Fault.error());

        Answer home = liam.get("/");

        assertTrue(home.text().contains(Answer.plain(Texts.in(Language.EN).source_stale("#").split("#")[0])), home.text());
        assertTrue(changes(home).get(0).startsWith(ENGLISH.changed(Change.What.TERM)), home.text());
    }

    @Test
    void whatIsNotKnownIsReadAgainAndNotSpokenOf() {
        Portal liam = again(LIAM, Language.EN);
        List<String> before = changes(liam.get("/"));
        publish("OK999", LIAM);
        events.readOn();
        assertEquals(1, outdated());
        assertEquals(before, changes(liam.get("/")));
    }

    @Test
    void aNumberThatTurnsUpLateIsHeardOnceAndNoneIsHeardTwice() {
        Portal.signedIn(LIAM, Language.EN);
        long late = feed().reserve();
        long told = publish("OK203", LIAM);
        events.readOn();
        events.readOn();
        assertEquals(1, news());
        assertEquals(List.of(late + "-" + late), Rows.of("select first || '-' || last from feed_gap"));

        feed().publish(late, "OK202", id(LIAM));
        feed().repeat(told);
        events.readOn();
        events.readOn();

        assertEquals(List.of("OK202", "OK203"), Rows.of("select code from news order by code"));
        assertEquals(List.of(), Rows.of("select first from feed_gap"));
    }

    @Test
    void aNumberThatNeverComesIsNotWaitedForForever() {
        feed().reserve();
        publish("OK203", LIAM);
        events.readOn();
        TestClock.advance(Duration.ofMinutes(9));
        events.readOn();
        assertEquals(1, Rows.of("select first from feed_gap").size());
        TestClock.advance(Duration.ofMinutes(2));
        events.readOn();
        assertEquals(0, Rows.of("select first from feed_gap").size());
    }

    @Test
    void whenTheFeedBeginsAnewAllIsReadAgainAndWhatIsInItIsHeard() {
        Portal.signedIn(LIAM, Language.EN);
        Portal.signedIn(ELIF, Language.EN);
        feed().restart();
        publish("OK203", LIAM);
        events.readOn();
        assertEquals(2, outdated());
        assertEquals(1, news());
    }

    @Test
    void afterALongAbsenceAllIsReadAgainAndWhatCanStillBeReadIsHeard() {
        Portal.signedIn(LIAM, Language.EN);
        Portal.signedIn(ELIF, Language.EN);
        publish("OK203", LIAM);
        publish("OK203", LIAM);
        feed().forgetBefore(publish("OK202", LIAM));
        events.readOn();
        assertEquals(2, outdated());
        assertEquals(List.of("OK202"), Rows.of("select code from news"));
    }

    @Test
    void theVeryFirstTimeTheFeedIsReadFromItsEnd() {
        Portal.signedIn(LIAM, Language.EN);
        publish("OK203", LIAM);
        Rows.clear("feed_position");
        events.readOn();
        assertEquals(0, news());
        assertEquals(1, outdated());
        assertEquals(List.of(String.valueOf(feed().last())), Rows.of("select last from feed_position"));
    }

    @Test
    void manyReadersHearEverythingOnce() {
        Portal.signedIn(LIAM, Language.EN);
        IntStream.range(0, 520).forEach(time -> publish("OK203", LIAM));
        CompletableFuture.allOf(IntStream.range(0, 4).mapToObj(reader -> CompletableFuture.runAsync(events::readOn))
                .toArray(CompletableFuture[]::new)).join();
        events.readOn();
        assertEquals(520, news());
        assertEquals(List.of("2"), Rows.of("select changes from dossier_snapshot"), "two pages, each once");
    }

    @Test
    void whoDiesHalfwayHasHeardNothingAndHearsItAllTheNextTime() {
        Portal.signedIn(LIAM, Language.EN);
        publish("OK203", LIAM);
        List<String> position = Rows.of("select last from feed_position");
        trouble.ahead.set(true);
        assertThrows(RuntimeException.class, events::readOn);
        assertEquals(position, Rows.of("select last from feed_position"));
        assertEquals(0, news() + outdated());

        events.readOn();
        assertEquals(1, news());
        assertEquals(1, outdated());
    }

    static Stream<Fault> everyWayToFail() {
        return OutagePageTest.everyWayToFail();
    }

    @ParameterizedTest
    @MethodSource("everyWayToFail")
    void whatCannotBeReadChangesNothingAndIsReadLater(Fault fault) {
        Portal.signedIn(LIAM, Language.EN);
        publish("OK203", LIAM);
        List<String> position = Rows.of("select last from feed_position");
        world.municipality().faults().set(Resource.EVENTS, fault);
        IntStream.range(0, 3).forEach(time -> events.readOn());
        assertEquals(position, Rows.of("select last from feed_position"));
        assertEquals(0, news() + outdated());

        world.municipality().faults().clear();
        breakers.resetAll();
        events.readOn();
        assertEquals(1, news());
    }

    @Test
    void whatIsHeardIsReadBeforeAnybodyAsks() {
        Portal liam = Portal.signedIn(LIAM, Language.EN);
        changing(LIAM, dossier -> ((ObjectNode) dossier.get("pvt")).put("datumOndertekeningPvt", TestClock.today().toString()), () -> {
            events.readOn();
            refresher.refresh();
            assertEquals(0, outdated());
            assertEquals(List.of(TestClock.today().toString()),
                    Rows.of("select body #>> '{pvt,datumOndertekeningPvt}' from dossier_snapshot"));
            String plan = liam.get("/plan").text();
            world.municipality().faults().set(Resource.PARTICIPANT, Fault.error());
            assertEquals(plan, liam.get("/plan").text(), "no page has to ask");
        });
    }

    @Test
    void aDossierThatCannotBeReadKeepsNobodyWaitingAndIsTriedAgainLater() {
        Portal.signedIn(LIAM, Language.EN);
        Portal.signedIn(ELIF, Language.EN);
        changing(LIAM, dossier -> dossier.put("pip", 7), () -> {
            publish("OK203", ELIF);
            events.readOn();
            refresher.refresh();
            assertEquals(List.of(id(LIAM)), Rows.of("select participant from dossier_snapshot where changes <> seen_changes"));
        });
        EveryCallAgrees.forget();
        events.readOn();
        refresher.refresh();
        assertEquals(1, outdated(), "it was tried just now");
        TestClock.advance(Duration.ofSeconds(31));
        refresher.refresh();
        assertEquals(0, outdated());
    }

    @Test
    void whileTheMunicipalityIsAwayNothingIsRefreshed() {
        Portal liam = Portal.signedIn(LIAM, Language.EN);
        publish("OK203", LIAM);
        events.readOn();
        world.municipality().faults().set(Resource.PARTICIPANT, Fault.error());
        IntStream.range(0, 10).forEach(time -> liam.get("/plan"));
        refresher.refresh();
        assertEquals(List.of("t"), Rows.of("select tried_at is null from dossier_snapshot"));
    }

    /** Somebody who was here before. */
    private static Portal again(String person, Language language) {
        Portal.signedIn(person, language);
        TestClock.advance(Duration.ofSeconds(2));
        return Portal.signedIn(person, language);
    }

    /** Changes a dossier at the municipality for as long as something is looked at. */
    private void changing(String person, Consumer<ObjectNode> edit, Runnable look) {
        ObjectNode[] original = new ObjectNode[1];
        world.municipality().change(person, dossier -> {
            original[0] = dossier.deepCopy();
            edit.accept(dossier);
            return dossier;
        });
        try {
            look.run();
        } finally {
            world.municipality().change(person, dossier -> original[0]);
        }
    }

    private long publish(String code, String person) {
        long number = feed().reserve();
        feed().publish(number, code, id(person));
        return number;
    }

    private Feed feed() {
        return world.municipality().feed();
    }

    private String id(String person) {
        return world.municipality().idOf(person);
    }

    private static List<String> changes(Answer home) {
        return home.document().select("section[aria-labelledby=changed] li").eachText().stream().map(Answer::plain).toList();
    }

    private static int outdated() {
        return Rows.of("select participant from dossier_snapshot where changes <> seen_changes").size();
    }

    private static int news() {
        return Rows.of("select event from news").size();
    }
}
