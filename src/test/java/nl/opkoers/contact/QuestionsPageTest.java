package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.hours.JudgingMessages;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.TestSessions;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Marloes Hendriks (coach-a) guides Selam Tesfay and Nabil Khoury; Karel Zijlstra guides Kofi Asante and is away, and Joost
 * van Wijk (coach-b) stands in for him. They read what these people ask, and nobody else of the staff does.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class QuestionsPageTest {

    private static final String SELAM = "z-tigrinya";
    private static final String NABIL = "z-arabic-elder";
    private static final String KOFI = "g-english-debt";
    private static final String QUESTIONS = "/coach/questions";
    private static final String COURSE = "C-1003-5";
    private static final HelpRequest.Attachment LIST = new HelpRequest.Attachment(
            "/schools/compare?course=" + COURSE + "&course=gone", Map.of("course1", "Toen: zo", "course2", "Taalhoek: Avondles"));
    private static final HelpRequest.Attachment TOTAL = new HelpRequest.Attachment("/costs/saved/" + UUID.randomUUID(),
            Map.of("total", "7850.00-13250.00"));

    DemoWorld world;

    @Inject
    HelpRequests requests;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        Stream.of("help_request", "outbox", "caseload_snapshot").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsAskedIsThereOnArrivalTheEarliestPromiseFirstAndWhatWasSentAlongIsSaid(Language language) {
        asks(NABIL, HelpRequest.Topic.COSTS, Language.AR, TOTAL);
        UUID late = asks(SELAM, HelpRequest.Topic.CHOOSE_SCHOOL, Language.TI, LIST);
        Rows.run("update help_request set answer_before = current_date - 1 where id = '" + late + "'");
        UUID never = asks(SELAM, HelpRequest.Topic.COSTS, Language.NL, null);
        Rows.run("update help_request set answer_before = null, answer_within = null where id = '" + never + "'");
        asks(KOFI, HelpRequest.Topic.COSTS, Language.EN, TOTAL);
        Portal marloes = Portal.signedIn("coach-a", language);

        Answer arrival = open(marloes, "/coach", language);
        reads(arrival, words(language).count(3));
        assertEquals(List.of(QUESTIONS), arrival.document().select("main a.button[href^=" + QUESTIONS + "]").eachAttr("href"));
        Answer list = open(marloes, QUESTIONS, language);
        assertEquals(List.of("Selam Tesfay", "Nabil Khoury", "Selam Tesfay"), names(list));
        assertEquals(1, list.document().select("main .notice").size(), "the one that is late");
        reads(list, help(language).title(HelpRequest.Topic.COSTS), words(language).interpreter(), words(language).no_promise(),
                words(language).stays(90));

        Answer school = open(marloes, address(list, 0), language);
        reads(school, words(language).from("Selam Tesfay"), "Taalhoek: Avondles", words(language).sent_gone());
        assertEquals(List.of("/schools/" + COURSE, LIST.address()),
                school.document().select("main a[href^=/schools]").eachAttr("href"));
        Answer costs = open(marloes, address(list, 1), language);
        assertTrue(costs.text().contains("850") && costs.text().contains("250"), costs.text());
        assertEquals(List.of(), costs.document().select("main a[href^=/costs]").eachText(), "that page is the person's own");
        reads(open(marloes, address(list, 2), language), words(language).sent_nothing());
    }

    @Test
    void aCourseIsToldWithItsSchoolItsTownAndItsPrice() {
        asks(SELAM, HelpRequest.Topic.CHOOSE_SCHOOL, Language.TI, LIST);
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer page = open(marloes, address(marloes.get(QUESTIONS), 0), Language.NL);

        String told = Answer.plain(page.document().select("main li").first().text());
        Answer course = marloes.get("/schools/" + COURSE);

        assertTrue(told.contains("per uur") || told.contains("Gratis"), told);
        assertTrue(course.text().contains(page.document().select("main li a").first().text()), told);
        assertTrue(page.document().select("main li bdi").first().text().matches(".+, .+"), told);
        assertFalse(told.contains("Toen: zo"), "what it is called now");
    }

    @Test
    void everyOtherDoorStaysClosed() {
        String selams = QUESTIONS + "/" + id(SELAM) + "/" + asks(SELAM, HelpRequest.Topic.COSTS, Language.TI, TOTAL);
        UUID kofis = asks(KOFI, HelpRequest.Topic.COSTS, Language.EN, TOTAL);

        for (Portal other : List.of(Portal.signedIn("team-lead", Language.NL), Portal.signedIn(SELAM, Language.NL),
                Portal.signedIn(NABIL, Language.NL), staff("M-1001", Role.STAFF), staff("M-1001", Role.TEAM_LEAD))) {
            assertEquals(403, other.get(QUESTIONS).status());
            assertEquals(403, other.get(selams).status());
        }
        for (Portal other : List.of(Portal.signedIn("coach-b", Language.NL), staff("M-1004", Role.COACH),
                staff("M-9999", Role.COACH), staff(id(SELAM), Role.COACH))) {
            assertEquals(404, other.get(selams).status());
            assertFalse(names(other.get(QUESTIONS)).contains("Selam Tesfay"));
        }
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        assertEquals(200, marloes.get(selams).status());
        assertEquals(404, marloes.get(QUESTIONS + "/" + id(KOFI) + "/" + kofis).status());
        assertEquals(404, marloes.get(QUESTIONS + "/" + id(SELAM) + "/" + kofis).status(), "another's under one's own person");
        assertEquals(404, marloes.get(QUESTIONS + "/" + id(SELAM) + "/7").status());
        assertFalse(Portal.signedIn("team-lead", Language.NL).get("/coach").text().contains(words(Language.NL).title()));
    }

    @Test
    void anEndedSubstitutionOpensNothing() {
        UUID asked = asks(KOFI, HelpRequest.Topic.COSTS, Language.EN, TOTAL);
        String address = QUESTIONS + "/" + id(KOFI) + "/" + asked;
        Portal before = Portal.signedIn("coach-b", Language.NL);
        assertEquals(List.of("Kofi Asante"), names(before.get(QUESTIONS)));
        reads(open(before, address, Language.NL), "Karel Zijlstra");

        TestClock.advance(Duration.ofDays(23));
        Portal joost = Portal.signedIn("coach-b", Language.NL);

        assertEquals(List.of(), names(joost.get(QUESTIONS)));
        assertEquals(404, joost.get(address).status());
        assertEquals(200, staff("M-1004", Role.COACH).get(address).status());
    }

    @Test
    void whatWasAskedLongAgoIsNotThereAnyMore() {
        UUID asked = asks(SELAM, HelpRequest.Topic.COSTS, Language.TI, TOTAL);
        Rows.run("update help_request set asked_at = now() - interval '91 days'");
        Portal marloes = Portal.signedIn("coach-a", Language.NL);

        assertEquals(List.of(), names(marloes.get(QUESTIONS)));
        reads(marloes.get(QUESTIONS), words(Language.NL).count(0));
        assertEquals(404, marloes.get(QUESTIONS + "/" + id(SELAM) + "/" + asked).status());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anOutageIsSaidAndIsNotNothingToDo(Language language) {
        UUID asked = asks(SELAM, HelpRequest.Topic.COSTS, Language.TI, TOTAL);
        world.municipality().faults().set(Resource.STAFF, Fault.error());
        Portal marloes = Portal.signedIn("coach-a", language);

        Answer told = open(marloes, QUESTIONS, language);

        reads(told, Texts.in(language, JudgingMessages.class).unavailable());
        assertFalse(told.text().contains(Answer.plain(words(language).count(0))), told.text());
        assertEquals(503, marloes.get(QUESTIONS + "/" + id(SELAM) + "/" + asked).status());
    }

    @Test
    void manyQuestionsTakeNoMoreQueriesThanOne() {
        asks(SELAM, HelpRequest.Topic.COSTS, Language.TI, null);
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        marloes.get(QUESTIONS);
        long forOne = statements(() -> marloes.get(QUESTIONS));
        Rows.run("insert into help_request select municipality, member ->> 'inburgeraarId', gen_random_uuid(), 'COSTS', 'nl', false,"
                + " null, now() - interval '1 day', 3, current_date from caseload_snapshot,"
                + " jsonb_array_elements(body -> 'inburgeraars') member where employee = 'M-1001' limit 45");

        assertEquals(46, names(marloes.get(QUESTIONS)).size());
        assertEquals(forOne, statements(() -> marloes.get(QUESTIONS)));
        Rows.run("insert into help_request select municipality, participant, gen_random_uuid(), topic, language, interpreter, null,"
                + " asked_at, 3, answer_before from help_request");
        reads(open(marloes, QUESTIONS, Language.NL), words(Language.NL).more(42));
    }

    private long statements(Runnable look) {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        look.run();
        statistics.setStatisticsEnabled(false);
        return statistics.getPrepareStatementCount();
    }

    private UUID asks(String person, HelpRequest.Topic topic, Language language, HelpRequest.Attachment attachment) {
        return requests.ask(new ParticipantKey("9901", id(person)),
                new HelpRequest(UUID.randomUUID(), topic, language, language != Language.NL, attachment));
    }

    private String id(String person) {
        return world.municipality().idOf(person);
    }

    private static Portal staff(String employee, String role) {
        String secret = ConfigProvider.getConfig().getValue("opkoers.session.secret", String.class);
        return Portal.visitor(Language.NL).with("session",
                TestSessions.staff(secret, "9901", employee, role, "Iemand", TestClock.now()));
    }

    private static String address(Answer list, int at) {
        return list.document().select("main h2 a").get(at).attr("href");
    }

    private static List<String> names(Answer list) {
        assertEquals(200, list.status());
        return list.document().select("main h2 a").eachText().stream().map(Answer::plain).toList();
    }

    private static Answer open(Portal portal, String path, Language language) {
        Answer page = portal.get(path);
        assertEquals(200, page.status(), path);
        PageInvariants.check(page.body(), language, page.path());
        HeaderInvariants.check(page.headers(), true);
        return page;
    }

    private static void reads(Answer page, String... words) {
        for (String expected : words) {
            assertTrue((page.title() + " " + page.text()).contains(Answer.plain(expected)),
                    () -> page.path() + " lacks: " + Answer.plain(expected) + "\n" + page.text());
        }
    }

    private static QuestionsMessages words(Language language) {
        return Texts.in(language, QuestionsMessages.class);
    }

    private static HelpMessages help(Language language) {
        return Texts.in(language, HelpMessages.class);
    }
}
