package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.regex.Pattern;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.CastJson;
import nl.opkoers.language.Amounts;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Durations;
import nl.opkoers.language.Language;
import nl.opkoers.law.ExamPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each person of the scenarios must find on their own pages. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class PeoplePageTest {

    private static final Pattern RULES_OF_THIS_ACT =
            Pattern.compile("\\b(PIP|PVT|MAP|KNM|B1|A2|800|Wet inburgering 2021|Besluit inburgering)\\b");

    @AfterEach
    void timeRunsOn() {
        TestClock.runOn();
    }

    @ParameterizedTest
    @CsvSource({"o-arabic-load, AR", "o-arabic-load, NL", "o-family-rare, EN", "o-family-rare, TI"})
    void nobodyInTheEducationRouteEverReadsOfMap(String person, Language language) {
        Reader reader = new Reader(person, language);

        assertFalse(Pattern.compile("\\bMAP\\b").matcher(reader.allText()).find());
        reader.reads("/plan", reader.words().part_name(PlanPart.Kind.PVT));
    }

    @ParameterizedTest
    @CsvSource({"azc-tigrinya-wait, TI", "azc-tigrinya-wait, NL", "before-pip-turkish, TR", "before-pip-turkish, AR"})
    void noClockRunsBeforeThereIsAPlan(String person, Language language) {
        Reader reader = new Reader(person, language);

        for (String path : new String[] {"/", "/plan", "/agenda", "/hours", "/messages"}) {
            assertEquals(0, reader.count(path, "progress, .bar"), path);
        }
        reader.reads("/", reader.words().time_none()).reads("/plan", reader.words().time_none(), reader.words().plan_none());
        assertFalse(countdown(reader.words().time_left("#")).matcher(reader.allText()).find());
        assertFalse(countdown(reader.words().time_last_day("#")).matcher(reader.allText()).find());
    }

    @Test
    void filmonInReceptionReadsWhoActsAndWhatHeCanDoMeanwhile() {
        Reader filmon = new Reader("azc-tigrinya-wait", Language.TI);
        filmon.reads("/", filmon.words().reception_text(), "140", filmon.words().waiting(Waiting.Kind.HOUSING),
                filmon.words().meanwhile_text());
        assertEquals("tel:+31205550111", filmon.page("/").document().select("footer a[href^=tel:]").attr("href"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"z-tigrinya", "z-arabic-elder", "b1-arabic-exam", "o-arabic-load", "g-english-debt",
            "g-turkish-z", "moved-arabic", "switched-english", "extended-arabic", "unknown-values"})
    void theLastDayIsTheDayBeforeTheEndThatDuoGives(String person) {
        for (Language language : Language.values()) {
            Reader reader = new Reader(person, language);
            LocalDate endExclusive = reader.told("/termijn/einddatum");
            reader.reads("/plan", reader.words().time_last_day(reader.date(endExclusive.minusDays(1))))
                    .reads("/", reader.words().time_last_day(reader.date(endExclusive.minusDays(1))));
            assertFalse(reader.page("/plan").text().contains(reader.date(endExclusive)), "not the exclusive end itself");
        }
    }

    @Test
    void linaReadsThatSheWasGivenMoreTime() {
        Reader lina = new Reader("extended-arabic", Language.AR);
        String extended = lina.words().time_extended(lina.date(lina.told("/termijn/verlengingen/0/besluitdatum")));
        lina.reads("/", extended).reads("/plan", extended, lina.words().version_now(), lina.words().version_earlier());
        lina.readsNowhere(lina.words().whatif_level());
        new Reader("b1-arabic-hours", Language.AR).reads("/plan", lina.words().whatif_level());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void elifReadsOnHerPlanWhatAnExamAtALowerLevelAsksUntilWhenTheRouteCanChangeAndHowHighAFineIs(Language language) {
        Reader elif = new Reader("g-turkish-new", language);
        LocalDate start = elif.told("/termijn/startdatum");
        elif.reads("/plan", elif.words().lesson_hours_reduction("600"), elif.words().route_until(elif.date(start.plusMonths(18).minusDays(1))),
                elif.words().whatif_fine_route(Amounts.of(language).euro(BigDecimal.valueOf(1000))), elif.words().part_map_work());
        assertEquals(1, elif.count("/plan", "#objection ~ .source"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void elifIsToldToChooseASchoolAndWhere(Language language) {
        Reader elif = new Reader("g-turkish-new", language);
        elif.reads("/", elif.words().now_choose_school(), elif.words().now_choose_calmly());
        assertEquals(1, elif.count("/", "a.button[href=/schools]"));
        assertEquals(1, elif.page("/").document().select("nav.tabs a[href=/schools]").size());
        elif.reads("/schools", elif.words().schools_pay_family(), elif.words().schools_loan_text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"z-tigrinya", "b1-arabic-exam", "o-arabic-load", "moved-arabic"})
    void whoseLessonsAreTheMunicipalitysIsNeverToldToChooseOrToBorrow(String person) {
        Reader reader = new Reader(person, Language.EN);
        reader.readsNowhere(reader.words().now_choose_school(), reader.words().schools_loan_text());
        assertEquals(1, reader.page("/").document().select("nav.tabs a[href=/hours]").size());
    }

    @Test
    void imranHearsOfHisNewContactAndThatHisQuestionWentAlong() {
        Reader imran = new Reader("switched-english", Language.EN);
        imran.reads("/", imran.words().contact_changed("Femke Noordhof", "Bart Oosting"),
                imran.words().contact_questions_moved(), "Nieuwe datum voor de PVT",
                imran.words().waiting_since(imran.date(TestClock.today().minusDays(40))),
                imran.words().waiting_promise(imran.date(TestClock.today().plusDays(2))),
                imran.words().waiting(Waiting.Kind.PVTDATE));
        assertEquals("tel:+31205550115", imran.page("/").document().select("footer a[href^=tel:]").attr("href"));
        assertEquals(List.of("Femke Noordhof"), imran.page("/people").document().select("section[aria-labelledby=near] h3").eachText(),
                "who left is not to be called");
    }

    @Test
    void imranReadsThatAPromisedDayHasGoneBy() {
        LocalDate promised = TestClock.today().plusDays(2);
        TestClock.advance(Duration.ofDays(3));
        DossierMessages words = new Reader("switched-english", Language.EN).words();

        String home = Portal.signedIn("switched-english", Language.EN).get("/").text();

        String told = words.waiting_promise_passed(Dates.of(Language.EN).date(promised));
        assertTrue(home.contains(Answer.plain(told)), home);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void rimaReadsOfTheTenWeeksHerOldPlanAndHerNewContact(Language language) {
        Reader rima = new Reader("moved-arabic", language);
        rima.reads("/", rima.words().moved_text("Gemeente Bergveen", Durations.of(language).period(Period.ofWeeks(10))),
                rima.words().contact_changed("Joost van Wijk", "Ria Hofman"), rima.words().waiting(Waiting.Kind.NEWPLAN));
        rima.reads("/plan", rima.words().version_line(
                rima.date(rima.told("/pip/historie/0/dagtekeningPip")), "Gemeente Bergveen"), rima.words().version_earlier(), "art. 5.3");
        rima.readsNowhere(rima.words().version_now());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void zeynepIsCongratulatedAndNothingIsClosedToHer(Language language) {
        Reader zeynep = new Reader("done-turkish", language);
        zeynep.reads("/", zeynep.words().completed_text(), zeynep.words().after_title(), zeynep.words().after_nationality(),
                zeynep.words().waiting(Waiting.Kind.CERTIFICATE));
        assertEquals(0, zeynep.count("/", "progress"), "nothing counts down any more");
        assertTrue(zeynep.count("/plan", ".part.finished") >= 8, "all that she did is still there");
        zeynep.reads("/hours", "560");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void mehmetIsReferredToDuoWhereverHeGoes(Language language) {
        Reader mehmet = new Reader("old-law", language);
        for (String path : new String[] {"/", "/plan", "/agenda", "/agenda/exams", "/hours", "/messages", "/people", "/schools"}) {
            mehmet.reads(path, mehmet.words().earlier_act_title(), mehmet.words().earlier_act_text());
            assertEquals(1, mehmet.count(path, "a[href=https://www.inburgeren.nl/]"), path);
        }
        assertFalse(RULES_OF_THIS_ACT.matcher(mehmet.allText()).find());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void omarReadsWhatHisSchoolReportedAndCanAnswerIt(Language language) {
        Reader omar = new Reader("b1-arabic-hours", language);
        omar.reads("/plan", omar.words().reports_title(), "Mist vaak de dinsdagles door zijn werk. Spreken gaat goed.");
        assertEquals(1, omar.count("/plan", "#reports ~ p a[href='/help/ask?topic=lesson']"));
        assertEquals(0, new Reader("b1-arabic-exam", language).count("/plan", "#reports"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void shantiReadsThatSheNeedNot(Language language) {
        Reader shanti = new Reader("exempt-english", language);
        shanti.reads("/", shanti.words().exempt_text(), "Volledige vrijstelling", shanti.words().exempt_may())
                .reads("/plan", shanti.words().exempt_text());
        assertEquals(0, shanti.count("/", "progress") + shanti.count("/plan", "progress, .part"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsNotRecognisedIsShownAsItCame(Language language) {
        Reader noor = new Reader("unknown-values", language);
        noor.reads("/plan", noor.words().route_raw(), "X", noor.words().level_text("C1"), "Iets anders",
                noor.words().parts_unknown()).reads("/hours", "Speeluren").reads("/people", "Sam de Wit", "Buurtgenoot");
    }

    @Test
    void omarSeesHisSecondClockEarlyAndWhatItMeans() {
        Reader omar = new Reader("b1-arabic-hours", Language.AR);
        omar.reads("/", omar.words().lesson_hours_left(52), omar.words().lesson_hours_of("588", "640"),
                omar.words().lesson_hours_ahead(), omar.words().lesson_hours_reduction("600"));
        assertEquals(2, omar.count("/", "progress"));
    }

    @Test
    void walidSeesHisExamWithDayPlaceAndAttemptsLeft() {
        Reader walid = new Reader("b1-arabic-exam", Language.AR);
        Instant begin = Instant.parse(CastJson.of("b1-arabic-exam", TestClock.today())
                .at("/examens/onderdelen/4/gepland/afspraak/begin").asText());
        LocalDate day = begin.atZone(Dates.AMSTERDAM).toLocalDate();
        String speaking = walid.words().exam_titled(walid.words().exam_name(ExamPart.SPEAKING));
        walid.reads("/", speaking, Dates.of(Language.AR).day(day), "09:15", "Examenlocatie Waterstad, Stationsweg 8",
                walid.words().meeting_bring_id(), "Oproepbrief");
        walid.reads("/agenda", speaking, Dates.of(Language.AR).day(day), "09:15", "Examenlocatie Waterstad");
        walid.reads("/plan", walid.words().attempts_left(1), walid.words().on_planned(walid.date(day)));
    }

    @Test
    void nabilReadsCalmlyThatTheseAreTheLastMonthsAndMeetsOnlyThePresentTeacher() {
        Reader nabil = new Reader("z-arabic-elder", Language.AR);
        nabil.reads("/", nabil.words().time_last_months()).reads("/people", "Geertje Mulder");
        assertEquals(List.of("Marloes Hendriks", "Geertje Mulder"),
                nabil.page("/people").document().select("section[aria-labelledby=near] h3").eachText(), "who left is not to be called");
        nabil.readsNowhere("Rob Leeuwis", "555 01 33");
    }

    @Test
    void liamSeesThatHisLastTalkIsLongAgo() {
        Reader liam = new Reader("g-english-shift", Language.EN);
        liam.reads("/", liam.words().talk_long_ago());
    }

    /** A text that is given a number where this one has a hash. */
    private static Pattern countdown(String text) {
        String before = Answer.plain(text.substring(0, text.indexOf('#')));
        return Pattern.compile((before.isEmpty() ? "(?m)^" : Pattern.quote(before)) + " ?\\d");
    }
}
