package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.agenda.ExamsMessages;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Amounts;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.PageInvariants;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What it costs: facts, a calculator, and what I kept of it. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class CostsPageTest {

    private static final String ELIF = "g-turkish-new";
    private static final String CALCULATE = "/costs/calculate";
    private static final String SIX_HUNDRED = CALCULATE + "?hours=600&trip=4&lesson=3&material=150&retakes=1&exams=5&months=24";

    DemoWorld world;

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        world.municipality().faults().clear();
        breakers.resetAll();
        Stream.of("cost_calculation", "conversation", "conversation_turn", "outbox", "kept_form").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoIsNotSignedInReadsItInGeneralAndNothingIsKept(Language language) {
        Portal visitor = Portal.visitor(language);
        for (String path : List.of("/costs", CALCULATE, SIX_HUNDRED, SIX_HUNDRED.replace("calculate", "print"), "/costs/self-study",
                "/costs/self-study?weekly=yes&speaking=no&tried=no&date=yes", CALCULATE + "?from=A1&to=B1")) {
            Answer page = visitor.get(path);
            assertEquals(200, page.status(), path);
            PageInvariants.check(page.body(), language, path);
        }
        assertEquals(Set.of("csrf"), visitor.cookies().keySet(), "what every page with a frame has, and nothing else");
        assertEquals(0, kept("cost_calculation"));
    }

    @Test
    void whoseRouteIsNotKnownReadsInWhichOneMayLearnWithoutASchool() {
        CostsMessages words = Texts.in(Language.NL, CostsMessages.class);
        String general = Portal.visitor(Language.NL).get("/costs").text();
        assertTrue(general.contains(words.self(SelfStudy.Standing.GENERAL)) && !general.contains(words.self_allowed()), general);
        assertTrue(general.contains(Texts.in(Language.NL, ExamsMessages.class).price_level()), general);
        String elif = Portal.signedIn(ELIF, Language.NL).get("/costs").text();
        assertTrue(elif.contains(words.self_allowed()), elif);
    }

    @ParameterizedTest
    @CsvSource({"done-turkish, true", "exempt-english, true", "g-turkish-new, false", "before-pip-turkish, false"})
    void whoIsDoneReadsThatTheRulesAreForOthers(String who, boolean over) {
        Portal reader = Portal.signedIn(who, Language.NL);
        for (String path : List.of("/schools", "/costs", CALCULATE, "/costs/self-study")) {
            Answer page = reader.get(path);
            assertEquals(over, page.text().contains(Texts.in(Language.NL, OffersMessages.class).over()), path);
            PageInvariants.check(page.body(), Language.NL, path);
        }
        assertEquals(over, reader.get("/costs/self-study").document().select("#counts").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"b1-arabic-exam, true", "z-tigrinya, false"})
    void whoseFirstAttemptsAreFreeReadsWhatAnotherOneCosts(String who, boolean exams) {
        String price = Answer.plain(Texts.in(Language.NL, CostsMessages.class).price_exam(Amounts.of(Language.NL).euro(BigDecimal.valueOf(50))));
        assertEquals(exams, Portal.signedIn(who, Language.NL).get("/costs").text().contains(price));
    }

    /** 600 x 11 and 600 x 20, and 150 + 200 x 4 + 250 + 50 beside it. */
    @ParameterizedTest
    @CsvSource({"NL", "EN", "TR"})
    void whatIsTypedIsWorkedOut(Language language) {
        String text = Portal.visitor(language).get(SIX_HUNDRED).document().select("main").text().replace('\u00a0', ' ');
        assertTrue(text.contains("€ 7.850") && text.contains("€ 13.250"), text);
        assertTrue(text.contains("€ 327,08") && text.contains("€ 552,08"), text);
    }

    @ParameterizedTest
    @CsvSource({"hours, abc", "hours, 0", "hours, 1000000000", "hours, 12.5", "hours, -3", "price, 201", "months, 0", "exams, 6",
        "interest, twelve", "trip, 1e9"})
    void whatCannotBeReckonedWithIsKeptAndExplained(String field, String typed) {
        Answer page = Portal.visitor(Language.NL).get(CALCULATE + "?retakes=1&" + field + "=" + typed);

        assertEquals(400, page.status());
        Element input = page.document().getElementById(field);
        assertEquals(typed, input.val());
        assertEquals("true", input.attr("aria-invalid"));
        assertFalse(page.document().getElementById(field + "-wrong").text().isBlank());
        assertEquals(1, page.document().select("#mistakes ~ ul a[href=#" + field + "]").size());
        assertEquals(List.of(), page.document().select("#outcome").eachText());
        if (!typed.matches("\\d{9,}")) {
            // That many digits look like a number of a person, wherever they come from.
            PageInvariants.check(page.body(), Language.NL, page.path());
        }
    }

    @Test
    void numbersMayBeTypedAsPeopleTypeThem() {
        String typed = Portal.visitor(Language.AR).get(CALCULATE + "?hours=%D9%A6%D9%A0%D9%A0&price=%E2%82%AC%2012,50").document()
                .select("#outcome ~ details summary").first().text();
        assertTrue(typed.contains("7.500"), typed);
    }

    @Test
    void whoseLessonsTheMunicipalityPaysReadsThatAndWhatToAskAndNothingOfALoan() {
        Portal yusuf = Portal.signedIn("b1-arabic-hours", Language.NL);
        assertEquals(1, yusuf.get("/costs").document().select("#ask").size());
        for (String path : List.of("/costs", SIX_HUNDRED)) {
            String text = yusuf.get(path).document().select("main").text();
            assertFalse(text.contains("lening") || text.contains("rente") || text.contains("Blik op Werk"), text);
        }
    }

    @Test
    void whatWasKeptSaysForWhomItIsAsTheCalculatorDoes() {
        Portal yusuf = Portal.signedIn("b1-arabic-hours", Language.NL);
        String paid = Answer.plain(Texts.in(Language.NL, CostsMessages.class).calc_paid());
        assertTrue(yusuf.get(SIX_HUNDRED).text().contains(paid));

        Answer kept = yusuf.follow(save(yusuf, SIX_HUNDRED));

        assertTrue(kept.text().contains(paid), kept.text());
    }

    @Test
    void inTheZRouteTheHoursAreKnownAndThereAreNoExamsNorLearningAlone() {
        Portal hatice = Portal.signedIn("g-turkish-z", Language.NL);
        Answer page = hatice.get(CALCULATE);
        assertEquals(1, page.document().select("#outcome").size(), "the law asks 800 hours");
        assertEquals(List.of(), page.document().select("#exams, #retakes").eachAttr("id"));
        assertTrue(page.document().select("main").text().contains("Dat kan niet in de Z-route"));
        assertTrue(hatice.get("/costs/self-study").document().select("main").text().contains("Z-route"));
    }

    /** Nothing to do again, or nothing known of exams: once more would seem to cost nothing. */
    @ParameterizedTest
    @CsvSource({ELIF + ", '', true", ELIF + ", &exams=0, false", "before-pip-turkish, '', false", "before-pip-turkish, &exams=5, true",
        "done-turkish, '', false"})
    void oneExamAgainIsWorkedOutWhereThereIsOne(String who, String exams, boolean there) {
        Answer page = Portal.signedIn(who, Language.NL).get(CALCULATE + "?hours=600" + exams);
        String again = Answer.plain(Texts.in(Language.NL, CostsMessages.class).whatif(Calculation.Change.FAIL));
        assertEquals(there, page.document().select("#whatif ~ .card h3").eachText().contains(again), page.text());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whileTheLessonsAreUnknownNobodyIsToldWhatTheyPayInAll(Language language) {
        for (Portal somebody : List.of(Portal.visitor(language), Portal.signedIn(ELIF, language))) {
            Answer page = somebody.get(CALCULATE + "?months=12&partner=5000");
            assertEquals(200, page.status());
            PageInvariants.check(page.body(), language, page.address().getPath());
            assertEquals(List.of(), page.document().select("#ways").eachText(), page.text());
            assertTrue(page.text().contains(Answer.plain(Texts.in(language, CostsMessages.class).nothing_known())), page.text());
        }
    }

    @Test
    void whoFallsUnderAnEarlierActIsShownNoneOfIt() {
        Portal old = Portal.signedIn("old-law", Language.NL);
        for (String path : List.of("/costs", CALCULATE, "/costs/print", "/costs/self-study")) {
            assertEquals(List.of(), old.get(path).document().select("#free, #hours, #outcome, #check").eachAttr("id"), path);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void keptLookedAtAndTakenAway(Language language) {
        Portal elif = Portal.signedIn(ELIF, language);
        Answer saved = elif.follow(save(elif, SIX_HUNDRED));
        assertEquals(200, saved.status());
        PageInvariants.check(saved.body(), language, saved.path());
        assertTrue(saved.document().select("main").text().contains("7.850"));

        Answer listed = elif.get("/costs");
        PageInvariants.check(listed.body(), language, listed.path());
        String link = listed.document().select("#saved ~ ul a").attr("href");
        assertEquals(saved.address().getPath(), link);

        Answer after = elif.follow(elif.submit(elif.get(link), link + "/remove", Map.of()));
        assertEquals("/costs", after.path());
        assertEquals(List.of(), after.document().select("#saved").eachText());
        assertEquals(404, elif.get(link).status());
    }

    @Test
    void twoTapsKeepItOnce() {
        Portal elif = Portal.signedIn(ELIF, Language.NL);
        Answer form = elif.get(SIX_HUNDRED);
        String id = form.document().select("form[action=/costs/saved] input[name=id]").val();
        Map<String, String> fields = Map.of("id", id, "hours", "600");
        Answer first = elif.submit(form, "/costs/saved", fields);
        Answer second = elif.submit(form, "/costs/saved", fields);

        assertEquals(303, first.status());
        assertEquals(elif.follow(first).address().getPath(), elif.follow(second).address().getPath());
        assertEquals(1, kept("cost_calculation"));
    }

    @Test
    void whatSomebodyElseKeptIsNotThere() {
        Portal elif = Portal.signedIn(ELIF, Language.NL);
        String kept = elif.follow(save(elif, SIX_HUNDRED)).address().getPath();

        Portal kofi = Portal.signedIn("g-english-debt", Language.EN);
        assertEquals(404, kofi.get(kept).status());
        assertEquals(404, kofi.get(kept + "/talk").status());
        String token = kofi.get(SIX_HUNDRED).document().select("input[name=csrf-token]").val();
        assertEquals(404, kofi.post(kept + "/remove", Map.of("csrf-token", token)).status());
        assertEquals(1, kept("cost_calculation"));
        assertEquals(404, elif.get("/costs/saved/no-id").status());
    }

    @Test
    void thereIsRoomForSoManyAndTheNextIsNotLost() {
        Portal elif = Portal.signedIn(ELIF, Language.NL);
        for (int i = 0; i < SavedCalculations.MOST; i++) {
            assertEquals(303, save(elif, SIX_HUNDRED).status());
        }
        Answer full = elif.follow(save(elif, SIX_HUNDRED));
        assertEquals(400, full.status());
        assertEquals("600", full.document().getElementById("hours").val());
        assertEquals(SavedCalculations.MOST, kept("cost_calculation"));
        PageInvariants.check(full.body(), Language.NL, full.path());
        Answer inTurkish = elif.open(full.document().select(".languages a[lang=tr]").attr("href"));
        assertEquals("600", inTurkish.document().getElementById("hours").val(), "nor in another language");
        assertEquals(400, inTurkish.status());
    }

    @Test
    void whatCannotBeReckonedWithIsThereInAnotherLanguageToo() {
        Portal elif = Portal.signedIn(ELIF, Language.NL);
        Answer form = elif.get(SIX_HUNDRED);

        Answer mistaken = elif.follow(elif.submit(form, "/costs/saved", Map.of("hours", "zes honderd")));

        assertEquals(400, mistaken.status());
        Answer inTurkish = elif.open(mistaken.document().select(".languages a[lang=tr]").attr("href"));
        assertEquals("zes honderd", inTurkish.document().getElementById("hours").val());
    }

    @Test
    void talkingAboutItIsAskedOnceAndNoAmountLeavesTheHouse() {
        Portal elif = Portal.signedIn(ELIF, Language.TR);
        Answer kept = elif.follow(save(elif, SIX_HUNDRED));
        Answer form = elif.get(kept.document().select("main a[href$=/talk]").attr("href"));
        PageInvariants.check(form.body(), Language.TR, form.path());
        Map<String, String> fields = Map.of("id", form.document().select("main input[name=id]").val(), "language", "tr", "interpreter", "yes");

        Answer first = elif.submit(form, form.path(), fields);
        Answer second = elif.submit(form, form.path(), fields);

        assertEquals(303, first.status());
        assertEquals(elif.follow(first).address().getPath(), elif.follow(second).address().getPath());
        assertEquals(1, kept("conversation"));
        assertEquals(1, kept("outbox"));
    }

    /** Nobody said how many hours: an amount without the lessons is not what it costs. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsNotInTheTotalIsSaidWhereverTheTotalIs(Language language) {
        Portal elif = Portal.signedIn(ELIF, language);
        Answer form = elif.get("/costs/calculate?material=150&exams=5");
        Answer kept = elif.follow(elif.submit(form, "/costs/saved", Map.of()));
        String lessons = Answer.plain(Texts.in(language, CostsMessages.class).kind(Outcome.Kind.LESSONS));
        Answer talk = elif.get(kept.address().getPath() + "/talk");
        PageInvariants.check(talk.body(), language, talk.path());

        assertTrue(elif.get("/costs").document().select("#saved ~ ul li li").eachText().contains(lessons), "in the list");
        assertTrue(talk.document().select("main li").eachText().contains(lessons), "before it is sent");
        elif.submit(talk, talk.path(), Map.of("language", language.tag()));
        assertEquals(List.of("no"), Rows.of("select opening -> 'attachment' -> 'content' ->> 'whole' from conversation"));
    }

    @Test
    void aTalkInDutchNeedsNoInterpreter() {
        Portal elif = Portal.signedIn(ELIF, Language.NL);
        String talk = elif.follow(save(elif, SIX_HUNDRED)).address().getPath() + "/talk";
        Answer form = elif.get(talk);
        Answer mistaken = elif.submit(form, talk, Map.of("id", UUID.randomUUID().toString(), "language", "nl", "interpreter", "yes"));
        assertEquals(400, mistaken.status());
        PageInvariants.check(mistaken.body(), Language.NL, talk);
        assertEquals(0, kept("conversation"));
    }

    @Test
    void howItGoesLeadsToAdviceAndNeverToAMark() {
        Answer page = Portal.signedIn(ELIF, Language.NL).get("/costs/self-study?weekly=no&speaking=yes&tried=no");
        assertEquals(2, page.document().select("#check ~ .card li").size(), "what was answered with no");
        assertFalse(page.document().select("#check ~ .card").text().matches(".*\\d+ ?(van|/|%).*"));
        Answer other = Portal.signedIn(ELIF, Language.NL).get("/costs/self-study");
        assertNotEquals(page.body(), other.body());
        assertEquals(List.of(), other.document().select("input[checked]").eachAttr("name"), "nothing was kept");
    }

    private static int kept(String table) {
        return Rows.of("select count(*)::text from " + table).stream().mapToInt(Integer::parseInt).sum();
    }

    private static Answer save(Portal who, String address) {
        Answer form = who.get(address);
        return who.submit(form, "/costs/saved", Map.of("id", UUID.randomUUID().toString(), "hours", "600", "trip", "4", "lesson", "3",
                "material", "150", "retakes", "1", "exams", "5", "months", "24"));
    }
}
