package nl.opkoers.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.CastPages;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.agenda.ExamCard.Stage;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.CastJson;
import nl.opkoers.dossier.DossierMessages;
import nl.opkoers.dossier.PlanPart;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.law.ExamPart;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.page.PageInvariants;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each person of the scenarios finds on the page of the official exams.
 *
 * <p>Counted by hand: a state exam has its result in 35 days and is registered for 43 days before (more than six weeks), so
 * the last day to register is 78 days before the last day of the term, and 156 with room for one more attempt. KNM has its
 * result in 56 days: 99 and 198.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class ExamsPageTest {

    private static final String PATH = "/agenda/exams";

    DemoWorld world;

    @AfterEach
    void timeRunsOn() {
        TestClock.runOn();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void walidSeesHisDayHisPlaceHisAttemptsAndUntilWhenToRegister(Language language) {
        Answer page = page("b1-arabic-exam", language);
        LocalDate exam = LocalDate.parse(at("b1-arabic-exam", "/examens/onderdelen/4/gepland/afspraak/begin").substring(0, 10));
        LocalDate lastDay = lastDay("b1-arabic-exam");

        reads(page, "SPEAKING", language, texts(language).stage(Stage.BOOKED), Dates.of(language).day(exam), "09:15",
                "Examenlocatie Waterstad, Stationsweg 8, Waterstad", dossier(language).attempts_left(1),
                texts(language).result_by(date(language, exam.plusDays(35))), texts(language).estimate(),
                texts(language).move_until(date(language, exam.minusDays(14))), texts(language).move_differ(),
                "DUO, Examen API 1.0.0", "inburgeren.nl", texts(language).on_room());
        reads(page, "LISTENING", language, texts(language).stage(Stage.TO_BOOK),
                texts(language).book_room(date(language, lastDay.minusDays(156))), dossier(language).attempts_left(2),
                texts(language).basis_exam_by(date(language, lastDay.minusDays(35))),
                texts(language).basis_last(date(language, lastDay.minusDays(78))), texts(language).basis_waiting_unknown());
        assertEquals(List.of("KNM", "READING", "LISTENING", "WRITING", "SPEAKING"), cards(page));
        assertEquals(List.of("KNM", "READING"), page.document().select("main .finished").eachAttr("id"));
        assertEquals(0, page.document().select("#late").size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void kwameReadsThatItJustFitsAndNothingOfFreeAttempts(Language language) {
        Answer page = page("g-english-debt", language);
        LocalDate taken = LocalDate.parse(at("g-english-debt", "/examens/onderdelen/3/pogingen/0/examendatum"));

        reads(page, "SPEAKING", language, texts(language).stage(Stage.AGAIN),
                texts(language).book_just(date(language, lastDay("g-english-debt").minusDays(78))), texts(language).estimate());
        reads(page, "WRITING", language, texts(language).stage(Stage.AWAITING_RESULT),
                dossier(language).on_waiting(date(language, taken)), texts(language).result_by(date(language, taken.plusDays(35))));
        assertFalse(page.text().contains(Answer.plain(texts(language).free_unknown())));
        assertFalse(page.text().contains(Answer.plain(dossier(language).attempts_left(1))));
        reads(page, "SPEAKING", language, "€ 50,00", texts(language).price_level());
    }

    /** Whether A2 is enough is for the municipality alone to say: it is neither done nor as if nothing was passed. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void whoPassedBelowTheLevelOfThePlanReadsBothLevels(Language language) {
        ObjectNode[] original = new ObjectNode[1];
        world.municipality().change("b1-arabic-exam", json -> {
            original[0] = json.deepCopy();
            json.at("/examens/onderdelen").forEach(part -> {
                if ("LE".equals(part.path("onderdeel").textValue())) {
                    part.path("pogingen").forEach(attempt -> ((ObjectNode) attempt).put("niveau", "A2"));
                }
            });
            return json;
        });
        Rows.clear("dossier_snapshot");
        try {
            Portal walid = Portal.signedIn("b1-arabic-exam", language);
            String fact = dossier(language).passed_below("A2", "B1");
            reads(walid.get("/agenda/exams"), "READING", language, texts(language).stage(Stage.BELOW), fact);
            Answer plan = walid.get("/plan");
            PageInvariants.check(plan.body(), language, "/plan");
            for (String told : List.of(dossier(language).state(PlanPart.State.BELOW), fact)) {
                assertTrue(plan.text().contains(Answer.plain(told)), plan.text());
            }
            assertEquals(200, walid.get("/plan.pdf").status());
        } finally {
            world.municipality().change("b1-arabic-exam", json -> original[0]);
            Rows.clear("dossier_snapshot");
        }
    }

    /** For who learns without a school this is the way to where they stand: what to do first is above all else. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void imranReadsWhatToRegisterForFirst(Language language) {
        Answer page = page("switched-english", language);

        Element first = page.document().selectFirst("section[aria-labelledby=first]");
        assertEquals("#KNM", first.selectFirst("a").attr("href"));
        String knm = texts(language).book_room(date(language, lastDay("switched-english").minusDays(198)));
        assertTrue(Answer.plain(first.text()).contains(Answer.plain(knm)), first.text());
        assertEquals(5, page.document().select("main .card a[href=https://www.inburgeren.nl/examen-doen/aanmelden-examen.jsp]").size());
        reads(page, "KNM", language, texts(language).format_questions(40), texts(language).practise());
        reads(page, "READING", language, texts(language).format_questions_unknown());
        assertFalse(card(page, "KNM").contains(Answer.plain(texts(language).price_level())), "KNM has no level");
    }

    /** Its months have the names of other months in the Ethiopian calendar. */
    @Test
    void inTigrinyaTheLastDayToRegisterIsInDutchToo() {
        LocalDate bookBy = lastDay("switched-english").minusDays(198);
        reads(page("switched-english", Language.TI), "KNM", Language.TI, Dates.of(Language.TI).dutchBelow(bookBy).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void officialExamsAndTestsOfTheSchoolStandApart(Language language) {
        Answer page = page("g-turkish-new", language);

        assertTrue(page.text().contains(Answer.plain(texts(language).lead())), page.text());
        List<String> terms = page.document().select("main > dl dt").eachText();
        assertEquals(2, terms.size());
        assertTrue(terms.get(0).contains(texts(Language.NL).official()) && terms.get(1).contains(texts(Language.NL).school_test()),
                "the Dutch terms stand beside: " + terms);
        assertEquals(5, cards(page).size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void inTheEducationRouteOnlyKnmIsOnThePage(Language language) {
        Answer page = page("o-arabic-load", language);

        assertEquals(List.of("KNM"), cards(page));
        assertTrue(page.text().contains(Answer.plain(texts(language).education())), page.text());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoHasNoExamsReadsWhy(Language language) {
        ExamsMessages exams = texts(language);
        DossierMessages dossier = dossier(language);
        isShort("z-tigrinya", language, exams.none(), dossier.route_text(LearningRoute.Z));
        isShort("before-pip-turkish", language, dossier.plan_none(), exams.no_plan());
        isShort("exempt-english", language, dossier.exempt_text());
        isShort("unknown-values", language, dossier.parts_unknown());
        isShort("old-law", language, dossier.earlier_act_text(), dossier.earlier_act_duo());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void zeynepStillSeesWhatSheDidAndIsAskedNothing(Language language) {
        Answer page = page("done-turkish", language);

        assertTrue(page.text().contains(Answer.plain(texts(language).completed())), page.text());
        assertEquals(5, page.document().select("main .card.finished").size());
        assertEquals(0, page.document().select("main details, main #first, main #late, main a[href^=https]").size());
    }

    /** A hundred days on, the exam in speaking no longer fits. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void whenItNoLongerFitsKwameCalmlyReadsWhatHeCanAskForAndWhomToCall(Language language) {
        LocalDate lastDay = lastDay("g-english-debt");
        TestClock.advance(Duration.ofDays(100));
        Answer page = Portal.signedIn("g-english-debt", language).get(PATH);

        PageInvariants.check(page.body(), language, PATH);
        reads(page, "SPEAKING", language, texts(language).book_late(date(language, lastDay)), texts(language).estimate());
        Element late = page.document().selectFirst("section[aria-labelledby=late]");
        for (String told : new String[] {texts(language).late_text(), dossier(language).time_extension_now(),
                texts(language).late_decides(), texts(Language.NL).extension()}) {
            assertTrue(Answer.plain(late.text()).contains(Answer.plain(told)), late.text());
        }
        assertEquals(1, late.select("a[href^=tel:]").size());
        assertEquals(0, page.document().select("main progress, main .wrong").size(), "nothing counts down");
    }

    /** Some days after his exam Walid waits for the result, wherever he looks. */
    @ParameterizedTest
    @EnumSource(value = Language.class, names = {"NL", "AR"})
    void whoSatAnExamLatelyIsNowhereToldToBookIt(Language language) {
        TestClock.advance(Duration.ofDays(95));
        Portal walid = Portal.signedIn("b1-arabic-exam", language);

        reads(walid.get(PATH), "SPEAKING", language, texts(language).stage(Stage.AWAITING_RESULT));
        Element speaking = walid.get("/plan").document().select(".part").stream()
                .filter(part -> part.select("a[href=" + PATH + "#SPEAKING]").size() == 1).findFirst().orElseThrow();
        assertEquals(dossier(language).state(PlanPart.State.WAITING), speaking.select(".state").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"b1-arabic-exam", "g-english-debt", "switched-english", "o-arabic-load", "g-turkish-new", "done-turkish"})
    void myPlanLeadsToEachExamThatIsLeft(String person) {
        Answer plan = CastPages.page(person, Language.NL, "/plan");
        List<String> led = plan.document().select("main a[href^=" + PATH + "#]").eachAttr("href");

        assertEquals(open(page(person, Language.NL)).map(id -> PATH + "#" + id).toList(), led);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b1-arabic-exam", "g-english-debt", "switched-english", "o-arabic-load", "z-tigrinya", "g-turkish-new",
            "done-turkish", "old-law", "exempt-english", "before-pip-turkish", "unknown-values"})
    void inEveryLanguageThePageIsWhole(String person) {
        for (Language language : Language.values()) {
            PageInvariants.check(page(person, language).body(), language, PATH + " " + person);
        }
    }

    private static Stream<String> open(Answer page) {
        return page.document().select("main .card:not(.finished)").eachAttr("id").stream();
    }

    private static void isShort(String person, Language language, String... told) {
        Answer page = page(person, language);
        assertEquals(200, page.status(), person);
        for (String expected : told) {
            assertTrue(page.text().contains(Answer.plain(expected)), person + ": " + page.text());
        }
        assertEquals(0, page.document().select("main .card, main ul, main details").size(), person);
    }

    private static void reads(Answer page, String part, Language language, String... words) {
        String text = card(page, part);
        for (String expected : words) {
            assertTrue(text.contains(Answer.plain(expected)), () -> part + " (" + language.tag() + "): " + expected + "\n" + text);
        }
    }

    private static String card(Answer page, String part) {
        return Answer.plain(page.document().getElementById(ExamPart.valueOf(part).name()).text());
    }

    private static List<String> cards(Answer page) {
        return page.document().select("main .card").eachAttr("id");
    }

    private static Answer page(String person, Language language) {
        return CastPages.page(person, language, PATH);
    }

    private static ExamsMessages texts(Language language) {
        return Texts.in(language, ExamsMessages.class);
    }

    private static DossierMessages dossier(Language language) {
        return Texts.in(language, DossierMessages.class);
    }

    private static String date(Language language, LocalDate day) {
        return Dates.of(language).date(day);
    }

    private static LocalDate lastDay(String person) {
        return LocalDate.parse(at(person, "/termijn/einddatum")).minusDays(1);
    }

    private static String at(String person, String pointer) {
        return CastJson.of(person, TestClock.today()).at(pointer).asText();
    }
}
