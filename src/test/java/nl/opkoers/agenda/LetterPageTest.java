package nl.opkoers.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import nl.opkoers.page.PrintedPage;
import nl.opkoers.scope.AtOnce;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an employer gets to read: the times, and that it is a duty. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class LetterPageTest {

    private static final FeedMessages DUTCH = Texts.in(Language.NL, FeedMessages.class);

    DemoWorld world;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    KeptAgendas agendas;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        world.municipality().faults().clear();
        breakers.resetAll();
        TestClock.runOn();
        Rows.clear("agenda_snapshot");
        Rows.clear("dossier_snapshot");
        Rows.clear("outbox");
    }

    @Test
    void itSaysWhenAndNothingElse() {
        Portal walid = Portal.signedIn("b1-arabic-exam", Language.AR);
        HttpResponse<byte[]> answer = print(walid);
        String letter = read(answer).text();

        assertEquals("application/pdf", answer.headers().firstValue("Content-Type").orElse("none"));
        assertEquals("attachment; filename=\"brief.pdf\"", answer.headers().firstValue("Content-Disposition").orElse("none"));
        HeaderInvariants.check(answer.headers(), true);
        List<Agenda.Item> items = coming();
        assertTrue(items.size() > 4, "there is something to tell");
        for (Agenda.Item item : items) {
            ZonedDateTime begin = item.begin().atZone(Dates.AMSTERDAM);
            String line = Answer.plain(Dates.of(Language.NL).day(begin.toLocalDate()) + " " + Dates.of(Language.NL)
                    .timeRange(begin.toLocalTime(), item.end().atZone(Dates.AMSTERDAM).toLocalTime()));
            assertEquals(!item.cancelled(), Answer.plain(letter).contains(line), line + " in\n" + letter);
            if (item.subject() != null) {
                assertFalse(letter.contains(item.subject()), item.subject());
            }
        }
        for (String telling : List.of("Examen", "Spreken", "KNM", "PVT", "Stationsweg", "tolk", "Ziek", "ziek", "gezondheid",
                "coach", "school", "BSN", "@")) {
            assertFalse(letter.contains(telling), telling + " in\n" + letter);
        }
        assertTrue(letter.contains("Gemeente Waterstad") && letter.contains("Wet inburgering 2021"), letter);
        assertTrue(letter.contains(Dates.of(Language.NL).date(TestClock.today())), letter);
        assertTrue(letter.contains(DUTCH.letter_duty()), letter);
    }

    @ParameterizedTest
    @CsvSource({"Selam Tesfay", "ሰላም ተስፋይ", "وليد الخطيب", "O'Brien & <Zonen>"})
    void herNameIsOnItAsSheWritesIt(String name) {
        ObjectNode[] original = new ObjectNode[1];
        world.municipality().change("z-tigrinya", json -> {
            original[0] = json.deepCopy();
            ((ObjectNode) json.get("persoon")).put("aanspreeknaam", name);
            return json;
        });
        try {
            byte[] document = print(Portal.signedIn("z-tigrinya", Language.TI)).body();
            PrintedPage letter = PrintedPage.of(document);

            assertTrue(letter.letters().stream().noneMatch(drawn -> drawn.glyph() == 0));
            assertFalse(letter.text().contains("#"), letter.text());
            String drawn = letter.letters().stream().map(PrintedPage.Letter::text).reduce("", String::concat);
            assertTrue(drawn.codePoints().mapToObj(Character.UnicodeScript::of)
                    .anyMatch(script -> script == Character.UnicodeScript.of(name.codePointAt(0))));
            if (Character.UnicodeScript.of(name.codePointAt(0)) != Character.UnicodeScript.ARABIC) {
                assertTrue(letter.text().contains(name), letter.text());
            }
        } finally {
            world.municipality().change("z-tigrinya", json -> original[0]);
        }
    }

    @ParameterizedTest
    @CsvSource({"z-tigrinya, true", "g-english-shift, true", "exempt-english, false", "done-turkish, false", "old-law, false"})
    void itSpeaksOfADutyOnlyToWhoHasOne(String person, boolean duty) {
        String letter = read(print(Portal.signedIn(person, Language.NL))).text();
        assertEquals(duty, letter.contains(DUTCH.letter_duty()), letter);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatHeSaidNotToComeToIsNotInItAndOnlyHeReadsThat(Language language) {
        Portal walid = Portal.signedIn("b1-arabic-exam", language);
        Sheet.empty().with("les-1", "Les", Sheet.tomorrow("09:00")).with("les-2", "Les", Sheet.tomorrow("13:00"))
                .with("examen", "Examen", Sheet.tomorrow("16:00")).keep();
        FeedMessages words = Texts.in(language, FeedMessages.class);
        assertFalse(walid.get("/agenda/letter").text().contains(Answer.plain(words.letter_declined())));
        walid.submit(walid.get("/agenda/les-1"), "/agenda/les-1/decline", Map.of());
        Rows.run("update outbox set next_at = null");
        Rows.run("update agenda_snapshot set seen_changes = changes, confirmed_at = '" + TestClock.now().plus(Duration.ofHours(1)) + "'");

        Answer page = walid.get("/agenda/letter");
        String letter = read(print(walid)).text();

        PageInvariants.check(page.body(), language, page.path());
        assertTrue(page.text().contains(Answer.plain(words.letter_declined())), page.text());
        says(page.text(), language);
        says(Answer.plain(letter), Language.NL);
        assertFalse(Answer.plain(letter).contains(Answer.plain(DUTCH.letter_declined())), letter);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anEveningOverMidnightSaysUntilWhenAndAnEndBeforeTheBeginIsNone(Language language) {
        Portal walid = Portal.signedIn("b1-arabic-exam", language);
        Sheet.empty().with("avond", "Participatie", Sheet.tomorrow("22:00"), item -> item.put("einde", Sheet.in(2, "02:00").toString()))
                .with("tot-twaalf", "Participatie", Sheet.in(3, "20:00"), item -> item.put("einde", Sheet.in(4, "00:00").toString()))
                .with("omgekeerd", "Les", Sheet.in(5, "10:15"), item -> item.put("einde", Sheet.in(5, "09:15").toString())).keep();

        Answer page = walid.get("/agenda/letter");

        PageInvariants.check(page.body(), language, page.path());
        saysUntilWhen(page.text(), language);
        saysUntilWhen(Answer.plain(read(print(walid)).text()), Language.NL);
    }

    @Test
    void whatGoesOnNowIsInItAndWhatIsOverIsNot() {
        Portal walid = Portal.signedIn("b1-arabic-exam", Language.NL);
        Instant now = TestClock.now();
        Sheet.empty().with("bezig", "Les", now.minus(Duration.ofMinutes(50))).with("voorbij", "Les", now.minus(Duration.ofMinutes(180))).keep();

        String letter = Answer.plain(read(print(walid)).text());

        assertTrue(letter.contains(lesson(now.minus(Duration.ofMinutes(50)))), letter);
        assertFalse(letter.contains(lesson(now.minus(Duration.ofMinutes(180)))), letter);
    }

    /** From when until when a lesson of a sheet is held. */
    private static String lesson(Instant begin) {
        ZonedDateTime from = begin.atZone(Dates.AMSTERDAM);
        return Answer.plain(Dates.of(Language.NL).timeRange(from.toLocalTime(), from.plusMinutes(90).toLocalTime()));
    }

    private static void saysUntilWhen(String text, Language language) {
        String night = Texts.in(language, WorkMessages.class).until_next_day(Sheet.times(language, "22:00", "02:00"));
        assertTrue(text.contains(Answer.plain(night)), text);
        String evening = Sheet.times(language, "20:00", "00:00");
        assertTrue(text.contains(Answer.plain(evening)), text);
        assertFalse(text.contains(Answer.plain(Texts.in(language, WorkMessages.class).until_next_day(evening))), text);
        assertTrue(text.contains(Answer.plain(Dates.of(language).time(LocalTime.of(10, 15)))), text);
        assertFalse(text.contains(Answer.plain(Sheet.times(language, "10:15", "09:15"))), text);
    }

    /** Not the lesson that he declined, but the other one, and the exam: of that DUO has not heard. */
    private static void says(String text, Language language) {
        assertFalse(text.contains(Answer.plain(Sheet.times(language, "09:00", "10:30"))), text);
        assertTrue(text.contains(Answer.plain(Sheet.times(language, "13:00", "14:30"))), text);
        assertTrue(text.contains(Answer.plain(Sheet.times(language, "16:00", "17:30"))), text);
    }

    @Test
    void whoIsNotKnownByNameCanWriteItOnALine() {
        String letter = read(print(Portal.signedIn("unknown-values", Language.NL))).text();
        assertTrue(letter.contains(DUTCH.letter_name()), letter);
    }

    @Test
    void duringAnOutageItSaysAsOfWhen() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
        assertEquals(200, print(selam).statusCode());
        Instant seen = TestClock.now();
        world.municipality().faults().set(Resource.AGENDA, Fault.error());
        TestClock.advance(Duration.ofMinutes(5));

        String letter = Answer.plain(read(print(selam)).text());
        assertTrue(letter.contains(Answer.plain(Dates.of(Language.NL).moment(seen))), letter);

        Rows.clear("agenda_snapshot");
        assertEquals(503, selam.get("/agenda/letter").status());
        assertEquals(503, print(selam).statusCode(), "and no letter says that there is nothing when it is not known");
    }

    @ParameterizedTest
    @CsvSource({"g-turkish-new, true", "g-english-shift, false", "b1-arabic-exam, false", "done-turkish, false"})
    void whereTheMunicipalityDoesNotKnowTheLessonsItSaysSo(String person, boolean unknown) {
        for (Language language : List.of(Language.NL, Language.TR)) {
            Portal portal = Portal.signedIn(person, language);
            String page = Answer.plain(portal.get("/agenda/letter").text());
            String said = Answer.plain(Texts.in(language, FeedMessages.class).letter_lessons_unknown());
            assertEquals(unknown, page.contains(said), page);
            String letter = Answer.plain(read(print(portal)).text());
            assertEquals(unknown, letter.contains(Answer.plain(DUTCH.letter_lessons_unknown())), letter);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void withoutAnAgendaThereIsNoLetter(Language language) {
        Portal selam = Portal.signedIn("z-tigrinya", language);
        QuarkusMock.installMockForType(noAgendaOfAnybody(), KeptAgendas.class);

        Answer page = selam.get("/agenda/letter");

        assertEquals(200, page.status());
        PageInvariants.check(page.body(), language, page.path());
        assertTrue(page.text().contains(Answer.plain(Texts.in(language, FeedMessages.class).letter_impossible())), page.text());
        assertEquals(0, page.document().select("main a[href=/agenda/letter.pdf]").size());
        Answer file = selam.get("/agenda/letter.pdf");
        assertEquals(303, file.status(), "no letter says that there is nothing when it is not known");
        assertTrue(file.location().endsWith("/agenda/letter"), file.location());
    }

    @Test
    void whomTheMunicipalityNoLongerKnowsIsToldSoAndNotToComeBackLater() {
        Answer page = comesToNobody("/agenda/letter");
        Answer file = comesToNobody("/agenda/letter.pdf");

        assertEquals(404, page.status());
        assertEquals(404, file.status());
        assertEquals(page.title(), file.title());
    }

    private static Answer comesToNobody(String path) {
        Portal.signedIn("exempt-english", Language.EN);
        Rows.run("update account set participant = 'gone' where participant in (select participant from dossier_snapshot)");
        try {
            return Portal.visitor(Language.EN).signIn("exempt-english", path);
        } finally {
            Rows.clear("account");
        }
    }

    @Test
    void withoutAnAgendaThereIsNoFileForACalendarEither() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.EN);
        QuarkusMock.installMockForType(noAgendaOfAnybody(), KeptAgendas.class);

        Answer file = selam.get("/calendar/download.ics");

        assertEquals(303, file.status(), "coming back later would not help");
        assertTrue(file.location().endsWith("/agenda"), file.location());
    }

    /** As if the municipality answers that it has none. */
    private static KeptAgendas noAgendaOfAnybody() {
        return new KeptAgendas(null, null, null, null, null, null) {
            @Override
            public Seen<Agenda> mine(ParticipantKey key, AtOnce atOnce) {
                return new Seen.Absent<>();
            }

            @Override
            public Seen<Agenda> of(ParticipantKey key) {
                return new Seen.Absent<>();
            }
        };
    }

    @Test
    void itIsOnlyForWhoIsSignedIn() {
        assertEquals(303, Portal.visitor(Language.NL).get("/agenda/letter.pdf").status());
        assertEquals(403, staff().get("/agenda/letter.pdf").status());
    }

    @Test
    void selamReadsInHerLanguageWhatItSays() {
        FeedMessages words = Texts.in(Language.TI, FeedMessages.class);
        Answer page = Portal.signedIn("z-tigrinya", Language.TI).get("/agenda/letter");
        for (String told : List.of(words.letter_without(), words.letter_language(), words.letter_duty())) {
            assertTrue(page.text().contains(Answer.plain(told)), told);
        }
        assertEquals(1, page.document().select("main a[href=/agenda/letter.pdf]").size());
    }

    private static Portal staff() {
        Portal staff = Portal.visitor(Language.NL);
        staff.signIn("coach-a", "/");
        return staff;
    }

    /** What the municipality tells of the only person who has an agenda now. */
    private List<Agenda.Item> coming() {
        ParticipantKey key = new ParticipantKey(Rows.of("select municipality from agenda_snapshot").get(0),
                Rows.of("select participant from agenda_snapshot").get(0));
        Instant now = TestClock.now();
        return agendas.of(key).known().orElseThrow().items().stream().filter(item -> item.begin().isAfter(now)
                && item.begin().isBefore(now.plus(Duration.ofDays(28)))).toList();
    }

    private static PrintedPage read(HttpResponse<byte[]> answer) {
        assertEquals(200, answer.statusCode());
        return PrintedPage.of(answer.body());
    }

    private static HttpResponse<byte[]> print(Portal portal) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Portal.base() + "/agenda/letter.pdf"))
                .header("Accept-Language", "ar").header("Cookie", "session=" + portal.cookies().get("session")).build();
        return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).join();
    }
}
