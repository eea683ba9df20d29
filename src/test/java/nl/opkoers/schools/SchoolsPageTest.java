package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.dossier.DossierMessages;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody looks for a school: signed in or abroad, in a language of their own, also while the municipality is away. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class SchoolsPageTest {

    DemoWorld world;

    @Inject
    Offers offers;

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        Rows.clear("work_pattern");
    }

    @Test
    void whatTheMunicipalitySentIsReadOnceAndKept() {
        List<LessonCourse> courses = offers.courses().known().orElseThrow();

        assertSame(courses, offers.courses().known().orElseThrow(), "read again although nothing changed");
        assertEquals(List.of("COURSES"), Rows.of("select kind from offer_snapshot where kind = 'COURSES'"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aPartnerAbroadLooksAroundAndNothingIsKept(Language language) {
        Portal partner = Portal.visitor(language);
        Answer page = open(partner, "/schools", language);

        assertTrue(page.text().contains(Answer.plain(words(language).general())));
        assertEquals(20, page.document().select("main ul.cards > li").size());
        Answer course = open(partner, page.document().selectFirst("main ul.cards h3 a").attr("href"), language);
        assertTrue(course.text().contains(Answer.plain(words(language).facts_title())));
        assertFalse(partner.cookies().keySet().stream().anyMatch(name -> name.contains("session")));
    }

    @Test
    void elifFindsEveningLessonsNearbyAndSharesTheAddress() {
        Portal elif = Portal.signedIn("g-turkish-new", Language.TR);
        Answer form = open(elif, "/schools", Language.TR);
        assertEquals("get", form.document().selectFirst("main form[action^=/schools]").attr("method"));

        Answer found = open(elif, "/schools?level=B1&evening=yes&postcode=9899&km=5&month=", Language.TR);
        Answer shared = open(Portal.visitor(Language.TR), "/schools?level=B1&evening=yes&postcode=9899&km=5", Language.TR);

        assertTrue(found.document().select("main ul.cards > li").size() > 3);
        assertEquals("9899", found.document().selectFirst("#postcode").attr("value"));
        assertEquals(3, found.document().select("a[href^=/schools][aria-label]").size(), "each choice can be given up");
        assertEquals(titles(found).get(0), titles(shared).get(0));
    }

    @Test
    void nextPageKeepsTheSearch() {
        Portal visitor = Portal.visitor(Language.EN);
        Answer first = open(visitor, "/schools?childcare=yes", Language.EN);
        String next = first.document().selectFirst("a[rel=next]").attr("href");

        Answer second = open(visitor, next.replace("#results", ""), Language.EN);

        assertEquals("/schools?childcare=yes&page=2#results", next);
        assertEquals("/schools?childcare=yes#results", second.document().selectFirst("a[rel=prev]").attr("href"));
        assertFalse(titles(second).isEmpty());
        assertTrue(Collections.disjoint(titles(first), titles(second)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void badInputIsKeptAndExplained(Language language) {
        Answer page = open(Portal.visitor(language), "/schools?month=123456&weeks=%22%3E&postcode=99&level=Q", language);

        assertTrue(page.document().selectFirst("main details").hasAttr("open"));
        assertEquals("\">", page.document().selectFirst("#weeks").attr("value"));
        assertEquals("123456", page.document().selectFirst("#month").attr("value"));
        assertEquals(List.of("weeks", "postcode", "month"), page.document().select("main .notice a[href^=#]").eachAttr("href").stream()
                .map(link -> link.substring(1)).toList());
        assertTrue(page.text().contains(Answer.plain(words(language).mistake_choice())));
        assertEquals(3, page.document().select("#results a[href^=#]").size(), "the address of what was found leads there");
        assertEquals(20, page.document().select("main ul.cards > li").size(), "nothing is left out because of it");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whenNothingFitsThePageSaysWhatToGiveUp(Language language) {
        Answer page = open(Portal.visitor(language), "/schools?route=O&women=yes&literacy=yes&level=B2", language);
        assertEquals(0, page.document().select("main ul.cards > li").size());
        assertTrue(page.text().contains(Answer.plain(words(language).none_alone())));

        Answer one = open(Portal.visitor(language), "/schools?level=B1&month=1&mark=yes", language);
        String drop = one.document().select("main section ul li a").stream().map(link -> link.attr("href"))
                .filter(link -> link.equals("/schools?level=B1&mark=yes#results")).findFirst().orElse("none");
        assertTrue(!drop.equals("none") && open(Portal.visitor(language), "/schools?level=B1&mark=yes", language)
                .document().select("main ul.cards > li").size() > 0, one.text());
    }

    @Test
    void liamSeesHowManyLessonsFitHisShifts() {
        Portal liam = Portal.signedIn("g-english-shift", Language.EN);
        Answer before = open(liam, "/schools", Language.EN);
        assertTrue(before.text().contains(Answer.plain(words(Language.EN).work_first())));
        Answer form = liam.get("/agenda/work/new?kind=weekly");
        liam.submit(form, "/agenda/work", Map.of("from0", "09:00", "to0", "17:00"));

        Answer fits = open(liam, "/schools?work=yes&evening=yes", Language.EN);

        assertTrue(fits.text().contains("Fits your work: 8 of 8 lessons"), fits.text());
        assertEquals(List.of(), fits.document().select("main ul.cards").stream().filter(list -> list.text().contains(": 0 of")).toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void selamReadsThatTheMunicipalityChoosesAndWhatSheMayAsk(Language language) {
        Answer page = open(Portal.signedIn("z-tigrinya", language), "/schools", language);

        DossierMessages dossier = Texts.in(language, DossierMessages.class);
        Stream.of(dossier.schools_pay_asylum(), words(language).ask_text(), words(language).ask_childcare(), words(language).ask_whom())
                .forEach(text -> assertTrue(page.text().contains(Answer.plain(text)), text));
        assertFalse(page.text().contains(Answer.plain(dossier.schools_loan_text())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/schools/C-0000-1", "/schools/places/P-0", "/schools/%2e%2e%2fplan"})
    void whatIsNotOnOfferIsNotFound(String path) {
        assertEquals(404, Portal.visitor(Language.NL).get(path).status());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whileTheMunicipalityIsAwayTheLastListIsShownWithItsDate(Language language) {
        Portal visitor = Portal.visitor(language);
        open(visitor, "/schools", language);
        Stream.of(Resource.PROVIDERS, Resource.INFORMAL_OFFER)
                .forEach(resource -> world.municipality().faults().set(resource, Fault.error()));
        TestClock.advance(Duration.ofHours(2));

        Answer stale = open(visitor, "/schools", language);

        assertEquals(20, stale.document().select("main ul.cards > li").size());
        assertTrue(stale.document().select("#results ~ p.notice").size() == 1, stale.text());
    }

    @Test
    void whoFallsUnderTheEarlierActReadsNoRulesOfThisOne() {
        Answer page = open(Portal.signedIn("old-law", Language.NL), "/schools", Language.NL);

        assertEquals(0, page.document().select("main form[action^=/schools]").size());
    }

    private static List<String> titles(Answer page) {
        return page.document().select("main ul.cards > li h3 a").eachAttr("href");
    }

    private static OffersMessages words(Language language) {
        return Texts.in(language, OffersMessages.class);
    }

    private static Answer open(Portal portal, String path, Language language) {
        Answer page = portal.get(path);
        assertEquals(200, page.status(), path);
        PageInvariants.check(page.body(), language, path);
        return page;
    }
}
