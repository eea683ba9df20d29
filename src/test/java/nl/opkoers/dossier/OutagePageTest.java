package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Cast;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Messages;
import nl.opkoers.language.Texts;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The municipality is away, or says something that cannot be read: never an empty list, never what is not so. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class OutagePageTest {

    private static final Duration NO_LONGER_FRESH = Duration.ofSeconds(61);
    private static final String PERSON = "g-english-shift";

    DemoWorld world;

    @Inject
    CircuitBreakerMaintenance breakers;

    static Stream<Fault> everyWayToFail() {
        return Stream.of(Fault.slow(Duration.ofSeconds(3)), Fault.error(), Fault.busy(Duration.ofSeconds(30)), Fault.dropped(),
                Fault.truncated(), Fault.wrongJson());
    }

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        Rows.clear("dossier_snapshot");
        Rows.clear("visit");
    }

    @ParameterizedTest
    @MethodSource("everyWayToFail")
    void whatWasLastSeenIsShownWithItsDate(Fault fault) {
        Portal liam = Portal.signedIn(PERSON, Language.EN);
        Instant seen = Instant.parse(Rows.of("select to_char(confirmed_at at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                + " from dossier_snapshot").get(0));
        String before = liam.get("/plan").text();

        world.municipality().faults().set(Resource.PARTICIPANT, fault);
        TestClock.advance(NO_LONGER_FRESH);
        Answer plan = liam.get("/plan");

        assertEquals(200, plan.status());
        String notice = Answer.plain(words(Language.EN).source_stale(Dates.of(Language.EN).moment(seen)));
        assertTrue(plan.text().contains(notice), plan.text());
        assertEquals(before, plan.text().replace(notice + " ", ""), "and nothing else is different");
        PageInvariants.check(plan.body(), Language.EN, "/plan");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theDateIsInWordsInEveryLanguage(Language language) {
        Portal liam = Portal.signedIn(PERSON, language);
        world.municipality().faults().set(Resource.PARTICIPANT, Fault.error());
        TestClock.advance(NO_LONGER_FRESH);

        for (String path : new String[] {"/", "/plan", "/agenda/exams", "/hours", "/people"}) {
            Answer page = liam.get(path);
            assertEquals(200, page.status(), path);
            assertTrue(page.text().contains(Dates.of(language).day(TestClock.today())), path + " " + page.text());
            PageInvariants.check(page.body(), language, path);
        }
    }

    @Test
    void thatNothingChangedIsNotSaidWhileNobodyCanKnowIt() {
        String nothing = Answer.plain(Texts.in(Language.EN, DossierMessages.class).changed_nothing());
        Portal.signedIn(PERSON, Language.EN);
        TestClock.advance(Duration.ofSeconds(2));
        Portal liam = Portal.signedIn(PERSON, Language.EN);
        assertTrue(liam.get("/").text().contains(nothing));

        world.municipality().faults().set(Resource.PARTICIPANT, Fault.error());
        TestClock.advance(NO_LONGER_FRESH);
        Answer home = liam.get("/");

        assertEquals(200, home.status());
        assertFalse(home.text().contains(nothing), home.text());
        assertEquals(0, home.document().select("#changed").size());
        PageInvariants.check(home.body(), Language.EN, "/");
    }

    @ParameterizedTest
    @MethodSource("everyWayToFail")
    void whereNothingWasSeenThePageSaysThatNothingCanBeShown(Fault fault) {
        Portal liam = Portal.signedIn(PERSON, Language.EN);
        Rows.clear("dossier_snapshot");
        world.municipality().faults().set(Resource.PARTICIPANT, fault);

        mustBeUnreachable(liam.get("/plan"), Language.EN);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thatNothingCanBeShownIsSaidOnEveryPageInEveryLanguage(Language language) {
        Portal liam = Portal.signedIn(PERSON, language);
        Rows.clear("dossier_snapshot");
        world.municipality().faults().set(Resource.PARTICIPANT, Fault.error());

        for (String path : new String[] {"/", "/plan", "/agenda/exams", "/hours", "/people"}) {
            Answer page = liam.get(path);
            mustBeUnreachable(page, language);
            assertEquals(path, page.document().select("main a.button").attr("href"), "try again");
        }
    }

    /** Such as which form was kept when the session ended: without that it would be empty. */
    @Test
    void tryingAgainAsksForAllThatWasAskedFor() {
        Portal liam = Portal.signedIn(PERSON, Language.EN);
        Rows.clear("dossier_snapshot");
        world.municipality().faults().set(Resource.PARTICIPANT, Fault.error());

        Answer told = liam.get("/hours/new?kept=7&lang=en&again=a%26b");

        mustBeUnreachable(told, Language.EN);
        assertEquals("/hours/new?kept=7&again=a%26b", told.document().select("main a.button").attr("href"));
    }

    @Test
    void whenTheMunicipalityIsBackSoIsThePage() {
        Portal liam = Portal.signedIn(PERSON, Language.EN);
        Rows.clear("dossier_snapshot");
        world.municipality().faults().set(Resource.PARTICIPANT, Fault.dropped());
        mustBeUnreachable(liam.get("/plan"), Language.EN);

        world.municipality().faults().clear();
        Answer plan = liam.get("/plan");

        assertEquals(200, plan.status());
        assertEquals(0, plan.document().select("main .notice").size(), plan.text());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoSignsInForTheFirstTimeDuringAnOutageIsToldAndCanTryAgain(Language language) {
        Rows.clear("account");
        world.municipality().faults().set(Resource.SEARCH, Fault.error());
        Portal liam = Portal.visitor(language);
        Answer told = liam.signIn(PERSON, "/plan");
        mustBeUnreachable(told, language);
        assertFalse(liam.cookies().containsKey("session"));

        everythingIsWell();
        Answer signInPage = liam.open(told.document().select("main a.button").attr("href"));
        Answer plan = liam.choose(signInPage, Map.of("person", PERSON));

        assertEquals("/plan", plan.path());
        assertEquals(200, plan.status());
    }

    @Test
    void thatSomebodyIsUnknownIsAnAnswerAndClosesNothing() {
        Rows.clear("account");
        for (int time = 0; time < 12; time++) {
            assertEquals(403, Portal.visitor(Language.EN).signIn(Cast.UNKNOWN_PERSON, "/").status());
        }
        assertEquals(200, Portal.visitor(Language.EN).signIn(PERSON, "/plan").status());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whomTheMunicipalityNoLongerKnowsIsToldSo(Language language) {
        Portal.signedIn("exempt-english", language);
        Rows.run("update account set participant = 'gone' where participant in "
                + "(select participant from dossier_snapshot)");
        Answer told = Portal.visitor(language).signIn("exempt-english", "/plan");
        Rows.clear("account");

        assertEquals(404, told.status());
        assertEquals(words(language).unknown_title(), told.title());
        PageInvariants.check(told.body(), language, told.path());
    }

    @Test
    void aChangeIsSeenOnceTheOldAnswerIsNoLongerFreshAndNamedAtTheNextVisit() {
        DossierMessages dossier = Texts.in(Language.EN, DossierMessages.class);
        Portal first = Portal.signedIn(PERSON, Language.EN);
        assertTrue(first.get("/").text().contains(dossier.changed_first()));
        TestClock.advance(Duration.ofSeconds(30));
        ObjectNode[] original = new ObjectNode[1];
        world.municipality().change(PERSON, json -> {
            original[0] = json.deepCopy();
            ((ObjectNode) json.get("pvt")).put("datumOndertekeningPvt", TestClock.today().toString())
                    .put("bijgewerktOp", TestClock.now().toString());
            return json;
        });
        try {
            assertFalse(signed(first, dossier), "the answer of half a minute ago still holds");
            TestClock.advance(NO_LONGER_FRESH);
            assertTrue(signed(first, dossier));

            String home = Portal.signedIn(PERSON, Language.EN).get("/").text();
            assertTrue(home.contains(dossier.changed_title() + " " + dossier.changed(Change.What.PVT)), home);
        } finally {
            world.municipality().change(PERSON, json -> original[0]);
        }
    }

    private static boolean signed(Portal portal, DossierMessages dossier) {
        return portal.get("/plan").document().select(".part").stream()
                .filter(part -> part.select("h3").text().contains("PVT"))
                .anyMatch(part -> Answer.plain(part.text()).contains(
                        dossier.on_done(Answer.plain(Dates.of(Language.EN).date(TestClock.today())))));
    }

    private static void mustBeUnreachable(Answer page, Language language) {
        assertEquals(503, page.status(), page.path());
        assertEquals(words(language).unreachable_title(), page.title());
        assertEquals(0, page.document().select("main :is(ul, ol, dl, table, .card)").size());
        assertEquals(1, page.document().select("footer a[href^=tel:]").size(), "there is somebody to call");
        PageInvariants.check(page.body(), language, page.path());
        HeaderInvariants.check(page.headers(), true);
    }

    private static Messages words(Language language) {
        return Texts.in(language);
    }
}
