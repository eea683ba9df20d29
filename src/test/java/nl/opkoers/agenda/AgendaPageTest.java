package nl.opkoers.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.dossier.DossierMessages;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.law.ExamPart;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody finds in their agenda, in whatever state it is. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class AgendaPageTest {

    private static final String PERSON = "b1-arabic-exam";
    private static final int MOST_BYTES = 14 * 1024;

    DemoWorld world;

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        Rows.clear("dossier_snapshot");
        Rows.clear("agenda_snapshot");
        Rows.clear("outbox");
        Rows.clear("agenda_seen");
        Rows.clear("work_pattern");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsOnStandsUnderItsDayInWords(Language language) {
        Portal walid = Portal.signedIn(PERSON, language);
        Sheet.empty().with("les-1", "Les", Sheet.tomorrow("09:30"))
                .with("toets-1", "Schooltoets", Sheet.tomorrow("13:00"))
                .with("examen-1", "Examen", Sheet.tomorrow("15:00"),
                        item -> item.putObject("examen").put("onderdeel", "SP").put("niveau", "B1")).keep();

        Answer page = read(walid, "/agenda", language);

        reads(page, words(language).today(Dates.of(language).day(TestClock.today())), words(language).today_none(),
                Dates.of(language).day(TestClock.today().plusDays(1)), words(language).kind(Agenda.Kind.LESSON), "09:30–11:00",
                "Taalschool De Brug", words(language).kind(Agenda.Kind.SCHOOL_TEST), words(language).exam_official(),
                Texts.in(language, DossierMessages.class).exam_name(ExamPart.SPEAKING));
        assertEquals(1, page.document().select("main .exam").size(), "the exam stands apart from the test");
        assertEquals(3, page.document().select("main form[action$=/confirm]").size(), "one tap each");
        Answer test = read(walid, "/agenda/toets-1", language);
        reads(test, words(language).school_test_text());
        assertEquals(0, test.document().select("main .exam").size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anItemTellsAllThatIsKnown(Language language) {
        Portal walid = Portal.signedIn(PERSON, language);
        Sheet.empty().with("gesprek 7", "Afspraak", Sheet.tomorrow("09:30"), item -> {
            item.put("onlineLink", "https://overleg.waterstad.example/7").put("tolk", "ti").putArray("meenemen")
                    .add("Identiteitsbewijs").add("Oproepbrief");
        }).keep();

        Answer page = read(walid, read(walid, "/agenda", language).document().selectFirst("main h4 a").attr("href"), language);

        DossierMessages dossier = Texts.in(language, DossierMessages.class);
        reads(page, words(language).kind(Agenda.Kind.APPOINTMENT), "09:30–11:00", "Hoofdstuk 4", "Taalschool De Brug",
                "Kade 3, Waterstad", "Ria Hofman", dossier.meeting_bring_id(), "Oproepbrief",
                dossier.meeting_interpreter(Texts.in(language).language(Language.TI)), words(language).read_by_municipality(),
                Dates.of(language).date(TestClock.today().minusDays(2)));
        assertEquals(1, page.document().select("main a[href=https://overleg.waterstad.example/7]").size());
        assertEquals(1, page.document().select("main form[action=/agenda/gesprek%207/move]").size());
    }

    @ParameterizedTest
    @CsvSource({"NL, ti, Tigrinya", "NL, fa, Perzisch", "EN, fa, Persian", "TR, fa, Farsça", "AR, fa, الفارسية", "TI, so, ሶማሊ", "NL, aii, aii"})
    void theLanguageOfAnInterpreterIsSaidInThatOfTheReader(Language language, String tag, String name) {
        Portal walid = Portal.signedIn(PERSON, language);
        Sheet.empty().with("gesprek", "Afspraak", Sheet.tomorrow("09:30"), item -> item.put("tolk", tag)).keep();

        reads(read(walid, "/agenda/gesprek", language), Texts.in(language, DossierMessages.class).meeting_interpreter(name));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatChangedOrIsOffStandsOut(Language language) {
        Portal walid = Portal.signedIn(PERSON, language);
        Instant before = Sheet.tomorrow("08:00");
        Sheet.empty().with("les-1", "Les", Sheet.tomorrow("09:30"),
                        item -> item.put("status", "Gewijzigd").put("oorspronkelijkBegin", before.toString()))
                .with("les-2", "Les", Sheet.tomorrow("13:00"), item -> item.put("status", "Vervallen")).keep();

        Answer page = read(walid, "/agenda", language);

        reads(page, words(language).changed(), words(language).changed_was(Dates.of(language).moment(before)),
                words(language).cancelled());
        assertEquals(Answer.plain(Sheet.times(language, "13:00", "14:30")),
                Answer.plain(page.document().select("main .when s").last().text()));
        assertEquals(1, page.document().select("main form[action$=/confirm]").size(), "nobody confirms what is off");
        assertEquals("/agenda/les-2/seen", read(walid, "/agenda/les-2", language).document().select("main form").attr("action"));
    }

    @Test
    void whatWasMovedBackIsNotSaidToHaveBeenAtTheTimeThatItIs() {
        Portal walid = Portal.signedIn(PERSON, Language.EN);
        Instant begin = Sheet.tomorrow("09:30");
        Sheet.empty().with("les-1", "Les", begin,
                item -> item.put("status", "Gewijzigd").put("oorspronkelijkBegin", begin.toString())).keep();

        Answer page = read(walid, "/agenda/les-1", Language.EN);

        reads(page, words(Language.EN).changed());
        assertFalse(page.text().contains(Answer.plain(words(Language.EN).changed_was(Dates.of(Language.EN).moment(begin)))), page.text());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsOverTodayStaysReadable(Language language) {
        Portal walid = Portal.signedIn(PERSON, language);
        Sheet.empty().with("les-1", "Les", Sheet.at(TestClock.today(), "00:00"),
                item -> item.put("einde", TestClock.now().minusMillis(1).toString())).keep();

        Answer page = read(walid, "/agenda", language);

        reads(page, words(language).kind(Agenda.Kind.LESSON), words(language).over());
        assertEquals(0, read(walid, "/agenda/les-1", language).document().select("main form").size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsNotRecognisedIsShownAsItCame(Language language) {
        Portal walid = Portal.signedIn(PERSON, language);
        Sheet.empty().with("x", "Theemiddag", Sheet.tomorrow("09:30"), item -> {
            item.put("onlineLink", "javascript:alert(1)").putNull("plaats").putNull("einde").putNull("met").putNull("bron");
        }).with("y", "Les", Sheet.tomorrow("11:00"), item -> item.putNull("begin").putNull("einde")).keep();

        Answer page = read(walid, "/agenda", language);
        Answer item = read(walid, "/agenda/x", language);

        assertEquals("Theemiddag", page.document().select("main h4 [lang=nl]").text());
        reads(page, words(language).undated());
        assertEquals(0, item.document().select("a[href^=javascript]").size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingIsSaidHonestly(Language language) {
        Portal walid = Portal.signedIn(PERSON, language);
        LocalDate monday = Dates.mondayOf(TestClock.today());
        Sheet.empty().holiday("Kerstvakantie", monday.plusWeeks(1), monday.plusWeeks(1).plusDays(4)).keep();

        Answer page = read(walid, "/agenda", language);

        reads(page, words(language).no_lessons(NoLessons.UNKNOWN), words(language).week_none(), words(language).holiday("Kerstvakantie",
                Dates.of(language).date(monday.plusWeeks(1)), Dates.of(language).date(monday.plusWeeks(1).plusDays(4))),
                words(language).holiday_no_lessons());
    }

    @Test
    void oneReadsOnByWeeksAndAnythingElseLeadsToThisWeek() {
        Portal walid = Portal.signedIn(PERSON, Language.EN);
        LocalDate later = Dates.mondayOf(TestClock.today()).plusWeeks(2);
        Sheet.empty().with("les-1", "Les", Sheet.tomorrow("09:30")).with("les-2", "Les", Sheet.at(later, "09:30"))
                .with("examen", "Examen", Sheet.at(later.plusDays(1), "09:30")).keep();

        Answer now = read(walid, "/agenda", Language.EN);
        assertEquals(2, now.document().select("main .card").size(), "of what is later only the exam");
        Answer then = read(walid, now.document().select("main .weeks a").last().attr("href"), Language.EN);
        reads(then, words(Language.EN).week_of(Dates.of(Language.EN).date(later)));
        assertEquals("/agenda/les-2", then.document().selectFirst("main h4 a").attr("href"));
        for (String bad : new String[] {"", "soon", "2026-02-30", "1066-10-14", "9999-12-27", "-999999999-01-01", "%3Cb%3E"}) {
            assertEquals(now.document().select("main h4").text(), read(walid, "/agenda?from=" + bad, Language.EN).document()
                    .select("main h4").text(), bad);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void duringAnOutageWhatWasLastSeenIsShownWithItsDate(Language language) {
        Portal walid = Portal.signedIn(PERSON, language);
        Instant seen = TestClock.now().minus(Duration.ofHours(30));
        Sheet.empty().with("les-1", "Les", Sheet.tomorrow("09:30")).keep(seen);
        world.municipality().faults().set(Resource.AGENDA, Fault.error());

        String notice = Texts.in(language).source_stale(Dates.of(language).moment(seen));
        reads(read(walid, "/agenda", language), notice, "09:30–11:00");
        reads(read(walid, "/agenda/les-1", language), notice, "09:30–11:00");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whereNothingWasSeenTheDossierTellsWhatItKnows(Language language) {
        Portal walid = Portal.signedIn(PERSON, language);
        world.municipality().faults().set(Resource.AGENDA, Fault.dropped());

        Answer page = read(walid, "/agenda", language);

        DossierMessages dossier = Texts.in(language, DossierMessages.class);
        reads(page, words(language).timetable_unreachable(), words(language).told_by_dossier(),
                dossier.exam_titled(dossier.exam_name(ExamPart.SPEAKING)), "09:15");
        assertFalse(page.text().contains(Answer.plain(words(language).week_none())));
        assertEquals(503, walid.get("/agenda/les-1").status());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aFullFortnightIsStillALightPage(Language language) {
        Portal walid = Portal.signedIn(PERSON, language);
        Sheet sheet = Sheet.empty();
        LocalDate monday = Dates.mondayOf(TestClock.today());
        monday.datesUntil(monday.plusWeeks(2)).forEach(day -> sheet
                .with("les-" + day + "-a", "Les", Sheet.at(day, "09:00"))
                .with("les-" + day + "-b", "Les", Sheet.at(day, "13:00"))
                .with("werk-" + day, "Participatie", Sheet.at(day, "16:00")));
        sheet.keep();

        Answer page = read(walid, "/agenda", language);

        assertTrue(page.document().select("main .card").size() >= 42, "all of it is there");
        assertTrue(compressed(page.body()) <= MOST_BYTES, language + " " + compressed(page.body()));
    }

    private static Answer read(Portal portal, String path, Language language) {
        Answer page = portal.get(path);
        assertEquals(200, page.status(), path);
        PageInvariants.check(page.body(), language, path);
        HeaderInvariants.check(page.headers(), true);
        return page;
    }

    private static void reads(Answer page, String... words) {
        for (String expected : words) {
            assertTrue(page.text().contains(Answer.plain(expected)),
                    () -> page.path() + " lacks: " + Answer.plain(expected) + "\n" + page.text());
        }
    }

    private static AgendaMessages words(Language language) {
        return Texts.in(language, AgendaMessages.class);
    }

    private static int compressed(String text) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(sent)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return sent.size();
    }
}
