package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.contact.AnsweringMessages;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Messages;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.Seen;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is known of what the schools offer, as the municipality is away: that is not that they offer nothing. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class OfferOutageTest {

    private static final String DEFNE = "g-turkish-new";
    /** Guided by Marloes. */
    private static final String SELAM = "z-tigrinya";
    private static final String HELP = "/help/choose-school";
    private static final String COURSE = "C-1003-5";

    DemoWorld world;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    Offers offers;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        Stream.of("outbox", "kept_form", "conversation", "conversation_turn", "conversation_reader", "shortlist", "cost_calculation",
                "offer_snapshot").forEach(Rows::clear);
    }

    /** What was seen while a clock ran ahead is not known any more once it is right: nobody knows how old it is. */
    private void nothingIsKnown() {
        TestClock.advance(Duration.ofHours(2));
        offers.courses();
        offers.places();
        TestClock.runOn();
        Stream.of(Resource.PROVIDERS, Resource.INFORMAL_OFFER)
                .forEach(resource -> world.municipality().faults().set(resource, Fault.error()));
        assertInstanceOf(Seen.Unavailable.class, offers.courses());
        assertInstanceOf(Seen.Unavailable.class, offers.places());
    }

    private void itIsKnownAgain() {
        world.municipality().faults().clear();
        breakers.resetAll();
        TestClock.advance(Duration.ofMinutes(5));
        assertInstanceOf(Seen.Fresh.class, offers.courses());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whereToPractiseIsNotNowhere(Language language) {
        nothingIsKnown();

        Answer page = open(Portal.visitor(language), "/costs/self-study", language);

        isAway(page, language);
        assertFalse(page.text().contains(Answer.plain(Texts.in(language, CostsMessages.class).places_none())));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whereToPractiseIsNotLeftOutBesideTheCourses(Language language) {
        nothingIsKnown();
        itIsKnownAgain();
        world.municipality().faults().set(Resource.INFORMAL_OFFER, Fault.error());

        Answer page = open(Portal.visitor(language), "/schools", language);

        isAway(page, language);
        assertTrue(page.text().contains(Answer.plain(Texts.in(language, OffersMessages.class).places_title())));
        assertFalse(page.document().select("ul.cards > li").isEmpty(), "the courses are there");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theCourseOfACalculationIsNotGone(Language language) {
        nothingIsKnown();
        Portal defne = Portal.signedIn(DEFNE, language);

        for (String path : List.of("/costs/calculate?hours=400&course=" + COURSE, "/costs/print?hours=400&course=" + COURSE)) {
            Answer page = open(defne, path, language);
            isAway(page, language);
            assertFalse(page.text().contains(Answer.plain(Texts.in(language, CostsMessages.class).course_gone())), path);
        }
        Answer form = defne.get("/costs/calculate?hours=400&course=" + COURSE);
        assertEquals(COURSE, form.document().select("form[method=get] input[name=course]").attr("value"), "it is still chosen");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aCalculationSaysOfWhenTheListIsThatItGoesBy(Language language) {
        itIsKnownAgain();
        world.municipality().faults().set(Resource.PROVIDERS, Fault.error());
        TestClock.advance(Duration.ofHours(2));
        offers.courses();
        assertInstanceOf(Seen.Stale.class, offers.courses());

        for (String path : List.of("/costs/calculate?hours=400&course=" + COURSE, "/costs/print?hours=400&course=" + COURSE)) {
            Answer page = open(Portal.signedIn(DEFNE, language), path, language);
            String stale = Answer.plain(Texts.in(language).source_stale("#"));
            assertTrue(page.text().contains(stale.substring(0, stale.indexOf('#')).strip()), page.text());
        }
    }

    /** Then reckoned with the price of the course, and now without: that the price changed nobody knows. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWasKeptIsNotSaidToHaveChanged(Language language) {
        itIsKnownAgain();
        Portal defne = Portal.signedIn(DEFNE, language);
        String address = "/costs/calculate?hours=400&course=" + COURSE;
        String kept = defne.follow(defne.submit(defne.get(address), "/costs/saved", Map.of())).address().getPath();
        String then = Answer.plain(defne.get("/costs").document().select("#saved ~ ul a").text());
        nothingIsKnown();

        Answer page = open(defne, kept, language);

        isAway(page, language);
        String changed = Answer.plain(Texts.in(language, CostsMessages.class).saved_then("#"));
        assertFalse(page.text().contains(changed.substring(changed.indexOf('#') + 1)), page.text());
        assertTrue(page.text().contains(then), page.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/schools/" + COURSE, "/schools/places/P-101", "/schools/" + COURSE + "/wrong", "/schools/places/P-101/wrong",
            "/schools/compare?course=" + COURSE})
    void aPageOfWhatIsOfferedSaysThatTheMunicipalityIsAway(String path) {
        nothingIsKnown();
        Answer page = Portal.signedIn(DEFNE, Language.EN).get(path);
        assertEquals(503, page.status());
        isAway(page, Language.EN);
    }

    @Test
    void aCourseThatNobodyCanLookUpIsNotACourseThatIsNot() {
        Portal defne = Portal.signedIn(DEFNE, Language.EN);
        put(defne);
        nothingIsKnown();

        assertEquals(503, defne.get("/schools/shortlist").status());
        Answer added = defne.post("/schools/shortlist", Map.of("csrf-token", token(defne), "course", "C-1001-1"));

        assertEquals(503, added.status());
        isAway(added, Language.EN);
        assertEquals(List.of(COURSE), Rows.of("select course from shortlist"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aQuestionWithCoursesThatCannotBeLookedUpIsNotSentWithoutThem(Language language) {
        Portal defne = Portal.signedIn(DEFNE, language);
        put(defne);
        nothingIsKnown();
        Answer form = open(defne, HELP, language);
        isAway(form, language);

        Answer held = defne.submit(form, HELP, Map.of("language", "ar", "interpreter", "yes", "with", "yes"));

        assertEquals(503, held.status());
        PageInvariants.check(held.body(), language, HELP);
        isAway(held, language);
        assertEquals(3, held.document().select("input[value=ar][checked], input[name=interpreter][checked], input[name=with][checked]").size());
        assertEquals(List.of("0"), Rows.of("select count(*) from conversation"));

        itIsKnownAgain();
        assertEquals(303, defne.submit(held, HELP, Map.of("language", "ar", "interpreter", "yes", "with", "yes")).status());
        assertEquals(List.of("/schools/compare?course=" + COURSE), Rows.of("select opening #>> '{attachment,address}' from conversation"));
    }

    @Test
    void aQuestionWithoutThemIsSent() {
        Portal defne = Portal.signedIn(DEFNE, Language.EN);
        put(defne);
        nothingIsKnown();

        assertEquals(303, defne.submit(defne.get(HELP), HELP, Map.of("language", "en")).status());
        assertEquals(List.of("t"), Rows.of("select opening -> 'attachment' is null from conversation"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theCoachReadsWhichCoursesWereSentAlongAndNotThatTheyAreGone(Language language) {
        Portal selam = Portal.signedIn(SELAM, Language.EN);
        put(selam);
        assertEquals(303, selam.submit(selam.get(HELP), HELP, Map.of("language", "en", "with", "yes")).status());
        String name = offers.course(COURSE).orElseThrow().name();
        nothingIsKnown();
        Portal coach = Portal.visitor(language);
        coach.signIn("coach-a", "/coach");

        Answer read = open(coach, "/coach/conversations/" + world.municipality().idOf(SELAM) + "/"
                + Rows.of("select id from conversation").get(0), language);

        assertTrue(read.text().contains(Answer.plain(name)), read.text());
        assertTrue(read.text().contains(Answer.plain(Texts.in(language, OffersMessages.class).unreachable_title())), read.text());
        assertFalse(read.text().contains(Answer.plain(Texts.in(language, AnsweringMessages.class).sent_gone())), read.text());
    }

    private static void put(Portal portal) {
        assertEquals(303, portal.post("/schools/shortlist", Map.of("csrf-token", token(portal), "course", COURSE)).status());
    }

    private static String token(Portal portal) {
        return portal.get("/translation").document().selectFirst("input[name=csrf-token]").attr("value");
    }

    private static Answer open(Portal portal, String path, Language language) {
        Answer page = portal.get(path);
        assertEquals(200, page.status(), path);
        PageInvariants.check(page.body(), language, path);
        return page;
    }

    private static void isAway(Answer page, Language language) {
        assertTrue(page.text().contains(Answer.plain(Texts.in(language, Messages.class).unreachable_text())), page.text());
    }
}
