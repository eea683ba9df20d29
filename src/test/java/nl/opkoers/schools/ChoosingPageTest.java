package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Pause;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.contact.HelpMessages;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Effect;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.Delivery;
import nl.opkoers.municipality.Dispatcher;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Defne puts courses on her list, asks for help in choosing, and says what is not right at a school. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class ChoosingPageTest {

    private static final String DEFNE = "g-turkish-new";
    private static final String LIST = "/schools/shortlist";
    private static final String HELP = "/help/choose-school";

    DemoWorld world;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Offers offers;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        Stream.of("outbox", "kept_form", "conversation", "conversation_turn", "conversation_reader", "shortlist").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aCourseIsPutOnTheListSeenThereAndTakenOffAgain(Language language) {
        Portal defne = Portal.signedIn(DEFNE, language);
        reads(open(defne, LIST, language), words(language).list_empty());

        put(defne, course(0));
        put(defne, course(1));
        put(defne, course(1));

        Answer list = open(defne, LIST, language);
        assertEquals(2, list.document().select("form[action=" + LIST + "/remove]").size());
        reads(list, course(0).name(), course(1).school().name(), words(language).list_lead());
        assertEquals(303, defne.post(LIST + "/remove", Map.of("csrf-token", token(list), "course", course(0).id())).status());
        assertFalse(open(defne, LIST, language).document().select("input[value=" + course(0).id() + "]").hasAttr("value"));
    }

    @Test
    void theListIsNobodyElsesAndHasAnEnd() {
        Portal defne = Portal.signedIn(DEFNE, Language.EN);
        IntStream.range(0, Shortlists.MOST + 3).forEach(at -> put(defne, course(at)));

        assertEquals(List.of(Integer.toString(Shortlists.MOST)), Rows.of("select count(*) from shortlist"));
        reads(open(defne, LIST, Language.EN), words(Language.EN).list_full(Shortlists.MOST));
        reads(open(Portal.signedIn("g-english-debt", Language.EN), LIST, Language.EN), words(Language.EN).list_empty());
        assertEquals(404, defne.post(LIST, Map.of("csrf-token", token(defne.get(LIST)), "course", "no-such-course")).status());
        assertEquals(400, defne.post(LIST, Map.of("csrf-token", token(defne.get(LIST)))).status());
    }

    @Test
    void whoAskedSoMuchTodayThatNoMoreIsTakenIsToldWhomToCall() {
        Portal defne = Portal.signedIn(DEFNE, Language.EN);
        defne.submit(defne.get("/help/ask?topic=housing"), "/help/ask", Map.of("language", "en", "words", "?"));
        Rows.run("insert into conversation (municipality, participant, id, opening, open, theirs, turns, opened_at, last_at) select"
                + " municipality, participant, gen_random_uuid(), opening, open, theirs, turns, opened_at, last_at"
                + " from conversation, generate_series(1, 30)");
        assertEquals(List.of("31"), Rows.of("select count(*) from conversation"));

        Answer refused = defne.submit(defne.get(HELP), HELP, Map.of("language", "tr"));

        assertEquals(400, refused.status());
        reads(refused, Texts.in(Language.EN, HelpMessages.class).many_today());
        assertEquals("tr", refused.document().select("select[name=language] option[selected], input[name=language][checked]").val());
    }

    @Test
    void aCourseThatIsNotThereAnyMoreSaysSoAndCanBeTakenOff() {
        Portal defne = Portal.signedIn(DEFNE, Language.TR);
        Rows.run("insert into shortlist values ('9901', '" + world.municipality().idOf(DEFNE) + "', 'gone-1', now())");

        Answer list = open(defne, LIST, Language.TR);

        reads(list, words(Language.TR).list_gone());
        defne.submit(list, LIST + "/remove", Map.of());
        assertEquals(List.of("0"), Rows.of("select count(*) from shortlist"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void helpInChoosingIsAskedWithTheListAndTheMunicipalityHearsOnlyThatItIsAsked(Language language) {
        Portal defne = Portal.signedIn(DEFNE, language);
        put(defne, course(0));
        put(defne, course(1));
        Answer form = open(defne, HELP, language);
        reads(form, words(language).help_lead(), course(0).name(), help(language).reader_sees());

        Answer sent = defne.submit(form, HELP, Map.of("language", language.tag(), "with", "yes"));

        assertEquals(303, sent.status());
        dispatcher.deliverDue();
        Answer asked = open(defne, sent.location().replaceFirst("^https?://[^/]+", ""), language);
        reads(asked, help(language).attached());
        assertEquals("/schools/compare?course=" + course(0).id() + "&course=" + course(1).id(),
                asked.document().select("main a[href^=/schools/compare]").attr("href"));
        assertEquals(List.of("[\"antwoordVoor\", \"onderwerp\", \"ontvangenOp\", \"taal\", \"urgentie\"]"),
                Rows.of("select (select jsonb_agg(name order by name) from jsonb_object_keys(body) name) from outbox"));
        assertEquals(List.of("SCHOOL t t"), Rows.of("select concat_ws(' ', opening ->> 'topic', answer_before is not null,"
                + " opening -> 'attachment' -> 'content' ? 'course2') from conversation"));
        reads(open(defne, HELP, language), words(language).help_open());
    }

    @Test
    void theListMayStayHomeAndAskedInManyTabsItIsAskedOnce() {
        Portal defne = Portal.signedIn(DEFNE, Language.EN);
        put(defne, course(0));
        String token = token(defne.get(HELP));

        List<CompletableFuture<Integer>> taps = IntStream.range(0, 6).mapToObj(tap -> CompletableFuture.supplyAsync(() ->
                defne.post(HELP, Map.of("csrf-token", token, "id", UUID.randomUUID().toString(), "language", "en")).status())).toList();

        taps.forEach(tap -> assertEquals(303, tap.join()));
        assertEquals(List.of("t"), Rows.of("select opening -> 'attachment' is null from conversation"));
        assertEquals(List.of("1"), Rows.of("select count(*) from outbox"));
    }

    @Test
    void whoseQuestionItIsSeesItAndNobodyElse() {
        Portal defne = Portal.signedIn(DEFNE, Language.EN);
        String address = defne.submit(defne.get(HELP), HELP, Map.of("language", "en")).location().replaceFirst("^https?://[^/]+", "");

        assertEquals(200, defne.get(address).status());
        assertEquals(404, Portal.signedIn("g-english-debt", Language.EN).get(address).status());
        assertEquals(404, defne.get("/help/requests/7").status());
        assertEquals(address.replace("?sent=yes", ""), defne.open("/help/requests/" + address.replaceAll(".*/|\\?.*", "")).path());
    }

    @Test
    void anInterpreterBetweenDutchAndDutchIsAskedAboutAndNothingIsLost() {
        Portal defne = Portal.signedIn(DEFNE, Language.TR);
        put(defne, course(2));

        Answer told = defne.submit(defne.get(HELP), HELP, Map.of("language", "nl", "interpreter", "yes", "with", "yes"));

        assertEquals(400, told.status());
        check(told, Language.TR);
        reads(told, help(Language.TR).interpreter_dutch(), course(2).name());
        assertEquals(1, told.document().select("input[name=with][checked]").size());
        assertEquals(List.of("0"), Rows.of("select count(*) from conversation"));
    }

    @Test
    void whatWasFilledInWhenTheSessionEndedIsThereAgain() {
        Portal defne = Portal.signedIn(DEFNE, Language.EN);
        Answer form = defne.get(HELP + "?course=" + course(3).id() + "&course=" + course(4).id());
        TestClock.advance(Session.IDLE.plusMinutes(1));

        defne.follow(defne.submit(form, HELP, Map.of("language", "ar", "interpreter", "yes", "with", "yes")));
        TestClock.runOn();
        Answer back = defne.signIn(DEFNE, HELP + "?kept=" + Rows.of("select id::text from kept_form").get(0));

        assertEquals(1, back.document().select("input[value=ar][checked]").size());
        reads(back, course(3).name(), course(4).name());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aCourseThatWentMeanwhileDoesNotMakeRoomForOneThatNobodyChose(Language language) {
        Portal defne = Portal.signedIn(DEFNE, language);
        put(defne, course(2));
        Answer form = defne.get(HELP + "?course=" + course(0).id());
        assertEquals(course(0).id(), form.document().select("input[name=courses]").val());

        Answer held = defne.submit(form, HELP, Map.of("courses", "gone-1", "language", language.tag(), "with", "yes"));

        assertEquals(409, held.status());
        check(held, language);
        reads(held, words(language).compare_gone(), course(2).name());
        assertEquals(List.of("0"), Rows.of("select count(*) from conversation"));
        assertEquals(303, defne.submit(held, HELP, Map.of("language", language.tag(), "with", "yes")).status(), "what was seen goes along");
        assertEquals(List.of("/schools/compare?course=" + course(2).id()),
                Rows.of("select opening #>> '{attachment,address}' from conversation"));
    }

    @Test
    void whoSendsNoCoursesAlongIsNotHeldUpByOneThatWent() {
        Portal defne = Portal.signedIn(DEFNE, Language.EN);

        assertEquals(303, defne.submit(defne.get(HELP), HELP, Map.of("courses", "gone-1", "language", "en")).status());
        assertEquals(List.of("t"), Rows.of("select opening -> 'attachment' is null from conversation"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsNotRightIsToldWithoutWhoToldItAndItsWayIsShown(Language language) {
        Portal defne = Portal.signedIn(DEFNE, language);
        String path = wrong(0);
        world.municipality().faults().set(Resource.OFFER_REPORTS, Fault.error());

        Answer sent = defne.submit(open(defne, path, language), path, Map.of("kind", "PRICE", "note", "€ 15"));

        assertEquals(303, sent.status());
        dispatcher.deliverDue();
        reads(open(defne, path, language), help(language).state(Delivery.Step.UNDERWAY));
        assertEquals(List.of(course(0).school().id() + " Prijs € 15 " + course(0).id() + " " + language.tag()), Rows.of(
                "select concat_ws(' ', subject, body->>'soort', body->>'toelichting', body->>'cursusId', body->>'taal') from outbox"));
        assertEquals(List.of("4"), Rows.of("select (select count(*) from jsonb_object_keys(body)) from outbox"));
        world.municipality().faults().clear();
        breakers.resetAll();
        long before = reports();
        TestClock.advance(Duration.ofMinutes(6));
        dispatcher.deliverDue();
        assertEquals(before + 1, reports());
        reads(open(defne, path, language), words(language).wrong_arrived());
    }

    @Test
    void whatIsSaidInOtherWordsOnTheSamePageIsToldAsWell() {
        Portal defne = Portal.signedIn(DEFNE, Language.EN);
        Answer form = defne.get(wrong(0));
        for (String note : List.of("€ 15", "€ 15", "€ 16 since May")) {
            assertEquals(303, defne.submit(form, wrong(0), Map.of("kind", "PRICE", "note", note)).status());
        }

        assertEquals(List.of("€ 15", "€ 16 since May"), Rows.of("select body->>'toelichting' from outbox order by position"));
    }

    @ParameterizedTest
    @CsvSource({"'', short", "NONSENSE, short", "PRICE, long"})
    void whatCannotBeSentIsKeptAndExplained(String kind, String length) {
        Portal defne = Portal.signedIn(DEFNE, Language.EN);
        String note = length.equals("long") ? "ቃ".repeat(501) : "Word";

        Answer told = defne.submit(defne.get(wrong(1)), wrong(1), Map.of("kind", kind, "note", note));

        assertEquals(400, told.status());
        check(told, Language.EN);
        assertEquals(note, told.document().select("#note").text());
        assertEquals(1, told.document().select("[role=alert] li").size());
        assertEquals(List.of("0"), Rows.of("select count(*) from outbox"));
    }

    @Test
    void whatWasToldBeforeIsReadOnceForAPage() {
        AtomicInteger read = new AtomicInteger();
        QuarkusMock.installMockForType(new OfferMistakes(null, null) {
            @Override
            Said said(ParticipantKey key) {
                read.incrementAndGet();
                return new Said(List.of(), false);
            }
        }, OfferMistakes.class);

        assertEquals(200, Portal.signedIn(DEFNE, Language.EN).get(wrong(0)).status());

        assertEquals(1, read.get());
    }

    @Test
    void inADayOneCanTellSoMuchAndIsThenAskedToCall() {
        Portal defne = Portal.signedIn(DEFNE, Language.EN);
        world.municipality().faults().set(Resource.OFFER_REPORTS, Fault.error());
        String token = token(defne.get(wrong(0)));
        IntStream.range(0, OfferMistakes.MOST_A_DAY).forEach(at -> {
            Map<String, String> told = Map.of("csrf-token", token, "id", UUID.randomUUID().toString(), "kind", "GONE");
            assertEquals(303, defne.post(wrong(at), told).status());
            assertEquals(303, defne.post(wrong(at), told).status(), "two taps are one");
        });
        Answer held = defne.post(wrong(0), Map.of("csrf-token", token, "id", UUID.randomUUID().toString(), "kind", "PRICE", "note", "€ 15"));

        assertEquals(400, held.status());
        check(held, Language.EN);
        reads(held, words(Language.EN).wrong_enough());
        assertEquals("€ 15", held.document().select("#note").text());
        assertEquals(List.of(Integer.toString(OfferMistakes.MOST_A_DAY)), Rows.of("select count(*) from outbox"));
        Answer page = open(defne, wrong(0), Language.EN);
        reads(page, words(Language.EN).wrong_enough());
        assertEquals(0, page.document().select("form[action$=wrong]").size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoIsNotSignedInIsToldWhomToCall(Language language) {
        Portal visitor = Portal.visitor(language);

        Answer page = visitor.get(wrong(0));

        assertEquals(200, page.status());
        PageInvariants.check(page.body(), language, page.path());
        HeaderInvariants.check(page.headers(), false);
        reads(page, words(language).wrong_visitor());
        assertEquals(1, page.document().select("main a[href^=tel:]").size());
        assertEquals(0, page.document().select("main form").size());
        assertEquals(404, visitor.get("/schools/no-such-course/wrong").status());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsNotRightAtAPlaceToPractiseIsToldInTheSameWay(Language language) {
        Portal defne = Portal.signedIn(DEFNE, language);
        PracticePlace place = offers.places().known().orElseThrow().get(0);
        String itself = "/schools/places/" + place.id();
        String path = itself + "/wrong";
        assertEquals(1, open(defne, itself, language).document().select("main a[href=" + path + "]").size());
        var listed = open(defne, "/schools?kind=places", language).document().select(".cards > li");
        assertFalse(listed.isEmpty());
        listed.forEach(one -> assertEquals(one.select("h3 a").attr("href") + "/wrong", one.select("a[href$=/wrong]").attr("href")));

        Answer form = open(defne, path, language);
        reads(form, place.name(), words(language).wrong_place_gone(), words(language).wrong_place_back());
        assertFalse(form.text().contains(words(language).wrong_kind(OfferMistake.Kind.GONE)), "it is no course");
        Answer told = defne.submit(form, path, Map.of("note", "?"));
        assertEquals(400, told.status());
        assertEquals("?", told.document().select("#note").text());
        long before = reports();
        assertEquals(path, defne.follow(defne.submit(told, path, Map.of("kind", "GONE", "note", "!"))).path());
        dispatcher.deliverDue();

        assertEquals(before + 1, reports());
        assertEquals(List.of("PLACE_REPORT " + place.id() + " Bestaat niet meer ! " + language.tag() + " 3"), Rows.of("""
                select concat_ws(' ', kind, subject, body->>'soort', body->>'toelichting', body->>'taal',
                    (select count(*) from jsonb_object_keys(body))) from outbox"""));
        reads(open(defne, path, language), words(language).wrong_arrived());
        assertFalse(open(defne, wrong(0), language).text().contains(Answer.plain(words(language).wrong_arrived())),
                "nothing was said of a school");
    }

    @Test
    void aPlaceThatIsNotThereCannotBeWrongAndAVisitorIsToldWhomToCall() {
        Portal visitor = Portal.visitor(Language.EN);
        Answer page = visitor.get("/schools/places/" + offers.places().known().orElseThrow().get(0).id() + "/wrong");

        assertEquals(200, page.status());
        reads(page, words(Language.EN).wrong_visitor(), words(Language.EN).wrong_place_back());
        assertEquals(0, page.document().select("main form").size());
        assertEquals(404, visitor.get("/schools/places/no-such-place/wrong").status());
    }

    private static String wrong(int at) {
        return "/schools/" + courses.get(at).id() + "/wrong";
    }

    private static List<LessonCourse> courses = List.of();

    @BeforeEach
    void courses() {
        // The first call for all of them may come too late on a machine that does much else.
        Pause.until("the courses are known", () -> offers.courses().known().isPresent());
        courses = offers.courses().known().orElseThrow();
    }

    private static LessonCourse course(int at) {
        return courses.get(at);
    }

    private static void put(Portal portal, LessonCourse course) {
        assertEquals(303, portal.post(LIST, Map.of("csrf-token", token(portal.get("/translation")), "course", course.id())).status());
    }

    private static String token(Answer page) {
        return page.document().selectFirst("input[name=csrf-token]").attr("value");
    }

    private long reports() {
        return world.municipality().effects().stream().filter(effect -> effect.kind() == Effect.Kind.OFFER_REPORT).count();
    }

    private static Answer open(Portal portal, String path, Language language) {
        Answer page = portal.get(path);
        assertEquals(200, page.status(), path);
        check(page, language);
        return page;
    }

    private static void check(Answer page, Language language) {
        PageInvariants.check(page.body(), language, page.path());
        HeaderInvariants.check(page.headers(), true);
    }

    private static void reads(Answer page, String... words) {
        for (String expected : words) {
            assertTrue(page.text().contains(Answer.plain(expected)),
                    () -> page.path() + " lacks: " + Answer.plain(expected) + "\n" + page.text());
        }
    }

    private static ChoosingMessages words(Language language) {
        return Texts.in(language, ChoosingMessages.class);
    }

    private static HelpMessages help(Language language) {
        return Texts.in(language, HelpMessages.class);
    }
}
