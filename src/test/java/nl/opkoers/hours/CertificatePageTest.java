package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.PageInvariants;
import nl.opkoers.page.PrintedPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Selam takes along what was approved, and whoever she shows it to asks whether it holds. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class CertificatePageTest {

    private static final Pattern CODE = Pattern.compile("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}");

    @Inject
    HourBook book;

    private Portal selam;
    private ParticipantKey key;

    @BeforeEach
    void selamSignsIn() {
        Rows.clear("dossier_snapshot");
        selam = Portal.signedIn("z-tigrinya", Language.NL);
        key = new ParticipantKey(Rows.of("select municipality from dossier_snapshot").get(0),
                Rows.of("select participant from dossier_snapshot").get(0));
    }

    @AfterEach
    void nothingIsLeft() {
        TestClock.runOn();
        Stream.of("certificate", "used_allowance", "hour_entry", "hour_act", "hour_told", "outbox", "dossier_snapshot")
                .forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void itStatesWhatWasAcceptedInDutchAndInHerLanguage(Language own) throws IOException {
        accepted(Kind.PARTICIPATION, Activity.VOLUNTEERING, 90);
        accepted(Kind.PARTICIPATION, Activity.VOLUNTEERING, 60);
        accepted(Kind.PARTICIPATION, Activity.LANGUAGE, 45);
        accepted(Kind.PRACTICE, Activity.PLACEMENT, 480);
        logged(Kind.PARTICIPATION, Activity.SPORT, 600);

        byte[] document = print(selam.reading(own)).body();

        Files.write(Path.of("target", "certificate-" + own.tag() + ".pdf"), document);
        PrintedPage paper = PrintedPage.of(document);
        String text = Answer.plain(paper.text());
        for (String stated : List.of("Selam", "2 uur en 30 minuten", "45 minuten", "3 uur en 15 minuten", "8 uur",
                words(Language.NL).title(), words(Language.NL).where(), Dates.of(Language.NL).date(TestClock.today()), "/verify")) {
            assertTrue(text.contains(Answer.plain(stated)), stated + " is not in " + text);
        }
        for (String kept : List.of("11 uur", "10 uur", "Buurthuis", "Els", "soep")) {
            assertFalse(text.contains(kept), kept + " is in " + text);
        }
        assertTrue(paper.letters().stream().noneMatch(letter -> letter.glyph() == 0), "no empty boxes");
        Character.UnicodeScript script = own == Language.AR ? Character.UnicodeScript.ARABIC
                : own == Language.TI ? Character.UnicodeScript.ETHIOPIC : Character.UnicodeScript.LATIN;
        assertTrue(paper.letters().stream().filter(letter ->
                Character.UnicodeScript.of(letter.text().codePointAt(0)) == script).count() > 100);
        assertEquals(1, paper.pages());
    }

    @Test
    void whoeverHoldsItLearnsThatItHoldsAndOfWhichDayAndNothingElse() {
        accepted(Kind.PARTICIPATION, Activity.VOLUNTEERING, 90);
        String code = code(print(selam));

        Answer told = verify(code);

        assertTrue(told.text().contains(Answer.plain(words(Language.NL).verify_valid(Dates.of(Language.NL).date(TestClock.today())))));
        for (String secret : List.of("Selam", "uur", "90", key.participant())) {
            assertFalse(told.text().replace(words(Language.NL).verify_lead(), "").contains(" " + secret), told.text());
        }
        assertEquals(told.text(), verify(code.toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o')).text()
                .replace(code.toLowerCase(Locale.ROOT), code), "however it is typed over");
        assertTrue(Rows.everything().stream().noneMatch(row -> row.contains(code) || row.contains(code.replace("-", ""))),
                "the code is kept nowhere");
    }

    @Test
    void whatIsAcceptedLaterDoesNotTouchItButWhatChangesDoes() {
        UUID entry = accepted(Kind.PARTICIPATION, Activity.VOLUNTEERING, 90);
        String code = code(print(selam));
        accepted(Kind.PARTICIPATION, Activity.SPORT, 30);
        assertTrue(says(code, words(Language.NL).verify_valid(today())));

        book.log(key, entry, new Act.Sent(UUID.randomUUID(), now(), written(Kind.PARTICIPATION, Activity.VOLUNTEERING, 75)));
        assertTrue(says(code, words(Language.NL).verify_changed(today())), "it waits for the coach again");
        accept(entry);
        assertTrue(says(code, words(Language.NL).verify_changed(today())), "it was accepted, but not as it was stated");
        book.log(key, entry, new Act.Sent(UUID.randomUUID(), now(), written(Kind.PARTICIPATION, Activity.VOLUNTEERING, 90)));
        accept(entry);
        assertTrue(says(code, words(Language.NL).verify_valid(today())), "it is again what was stated");
        book.log(key, entry, new Act.Withdrawn(UUID.randomUUID(), now()));
        assertTrue(says(code, words(Language.NL).verify_changed(today())));
    }

    @Test
    void theSameOnTheSameDayIsTheSameCertificate() {
        accepted(Kind.PARTICIPATION, Activity.VOLUNTEERING, 90);
        String code = code(print(selam));
        assertEquals(code, code(print(selam.reading(Language.TI))));
        assertEquals(List.of("1"), Rows.of("select count(*) from certificate"));

        accepted(Kind.PARTICIPATION, Activity.SPORT, 30);
        assertNotEquals(code, code(print(selam)));
        TestClock.advance(Duration.ofDays(1));
        selam = Portal.signedIn("z-tigrinya", Language.NL);
        assertNotEquals(code, code(print(selam)));
        assertEquals(List.of("3"), Rows.of("select count(*) from certificate"));
    }

    @Test
    void otherHoursAboveTheSameCodeDoNotHold() {
        accepted(Kind.PARTICIPATION, Activity.VOLUNTEERING, 90);
        accepted(Kind.PARTICIPATION, Activity.LANGUAGE, 45);
        accepted(Kind.PRACTICE, Activity.PLACEMENT, 480);
        String code = code(print(selam));
        String valid = words(Language.NL).verify_valid(today());

        assertTrue(verify(code, Kind.PARTICIPATION, "2", "15").text().contains(Answer.plain(valid)));
        assertTrue(verify(code, Kind.PRACTICE, "8", "").text().contains(Answer.plain(valid)), "each kind by itself");
        String unknown = verify("0000-0000-0000-0000-0000", Kind.PARTICIPATION, "12", "15").text();
        assertTrue(unknown.contains(Answer.plain(words(Language.NL).verify_unknown())));
        assertEquals(unknown, verify(code, Kind.PARTICIPATION, "12", "15").text(), "as if there were no such code");
        for (Answer other : List.of(verify(code, Kind.PRACTICE, "2", "15"), verify(code, Kind.PARTICIPATION, "10", "15"),
                verify(code, Kind.VOLUNTARY, "2", "15"))) {
            assertEquals(unknown, other.text(), other.path());
        }
    }

    @Test
    void otherHoursTellNotEvenThatSomethingChanged() {
        UUID entry = accepted(Kind.PARTICIPATION, Activity.VOLUNTEERING, 90);
        String code = code(print(selam));
        book.log(key, entry, new Act.Withdrawn(UUID.randomUUID(), now()));
        assertTrue(says(code, words(Language.NL).verify_changed(today())));
        assertTrue(verify(code, Kind.PARTICIPATION, "1", "45").text().contains(Answer.plain(words(Language.NL).verify_unknown())));
    }

    @Test
    void nobodyFindsTheHoursByTrying() {
        accepted(Kind.PARTICIPATION, Activity.VOLUNTEERING, 90);
        String code = code(print(selam));
        String nobodys = "0000-0000-0000-0000-0000";
        for (int times = 0; times < 10; times++) {
            assertTrue(says(code, words(Language.NL).verify_valid(today())), "what is right does not count");
        }
        for (int hours = 10; hours < 15; hours++) {
            assertEquals(200, verify(code, Kind.PARTICIPATION, String.valueOf(hours), "").status());
            assertEquals(200, verify(nobodys, Kind.PARTICIPATION, String.valueOf(hours), "").status());
        }
        assertEquals(429, verify(nobodys, Kind.PARTICIPATION, "15", "").status(), "nor learns that there is such a code");
        assertEquals(429, verify(code, Kind.PARTICIPATION, "15", "").status());
        assertEquals(429, verify(code).status(), "also when at last it is right");
        TestClock.advance(Duration.ofHours(1));
        assertTrue(says(code, words(Language.NL).verify_valid(Dates.of(Language.NL).date(issuedOn()))));
    }

    @Test
    void nobodyFindsACodeByTrying() {
        accepted(Kind.PARTICIPATION, Activity.VOLUNTEERING, 90);
        String code = code(print(selam));
        for (int times = 0; times < 60; times++) {
            assertEquals(200, verify("0000-0000-0000-0000-%04d".formatted(times)).status());
        }
        Answer told = verify("0000-0000-0000-0000-0061");
        assertEquals(429, told.status());
        assertTrue(told.text().contains(Answer.plain(words(Language.NL).verify_often())));
        PageInvariants.check(told.body(), Language.NL, told.path());
        assertTrue(says(code, words(Language.NL).verify_valid(today())), "whoever has one may still ask");
        assertEquals(List.of("32"), Rows.of("select distinct length(counted) from used_allowance"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theQuestionCanBeAskedInEveryLanguage(Language language) {
        Portal visitor = Portal.visitor(language);
        for (String asked : List.of("", "?code=", "?code=short", "?code=0000-0000-0000-0000-0000", "?code=%3Cscript%3E",
                "?code=0000-0000-0000-0000-0000&kind=PRACTICE&hours=8&minutes=15")) {
            Answer page = visitor.get("/verify" + asked);
            assertEquals(200, page.status());
            PageInvariants.check(page.body(), language, page.path());
            assertEquals(1, page.document().select("form[action=/verify][method=get] input[name=code]").size());
        }
        String nothing = visitor.get("/verify?code=short").text();
        assertTrue(nothing.contains(Answer.plain(words(language).verify_nocode())));
        assertTrue(nothing.contains(Answer.plain(words(language).verify_nokind())));
        assertTrue(nothing.contains(Answer.plain(words(language).verify_notime())));
    }

    @Test
    void beforeItIsPrintedSheReadsWhatIsOnIt() {
        Answer none = selam.get("/hours/certificate");
        assertTrue(none.text().contains(Answer.plain(words(Language.NL).none())));
        assertEquals(0, none.document().select("main a[href$=.pdf]").size());
        assertTrue(selam.get("/hours/certificate.pdf").location().endsWith("/hours/certificate"));

        accepted(Kind.PARTICIPATION, Activity.VOLUNTEERING, 90);
        for (Language language : Language.values()) {
            Answer page = selam.reading(language).get("/hours/certificate");
            assertEquals(200, page.status());
            PageInvariants.check(page.body(), language, page.path());
            assertTrue(page.text().contains(Answer.plain(words(language).until_changed())));
            assertEquals(1, page.document().select("main a[href=/hours/certificate.pdf]").size());
            assertEquals(1, page.document().select("main a[href=/verify]").size());
        }
    }

    @Test
    void itIsOnlyForWhoIsSignedIn() {
        Portal staff = Portal.visitor(Language.NL);
        staff.signIn("coach-a", "/");
        for (String path : List.of("/hours/certificate", "/hours/certificate.pdf", "/hours/hours.csv")) {
            assertEquals(303, Portal.visitor(Language.NL).get(path).status());
            assertEquals(403, staff.get(path).status());
        }
    }

    @Test
    void everythingIsInTheTableAndNothingInItRuns() {
        accepted(Kind.PARTICIPATION, Activity.VOLUNTEERING, 90);
        UUID other = UUID.randomUUID();
        book.log(key, other, new Act.Sent(other, now(), new Written(Kind.PARTICIPATION, Activity.OTHER, day(), null, 15, null, null,
                "=HYPERLINK(\"http://evil\")", "+31 6", "regel, een\n\"twee\"", null)));
        Portal hatice = Portal.signedIn("g-turkish-z", Language.NL);

        Answer table = selam.reading(Language.TI).get("/hours/hours.csv");

        assertEquals("text/csv;charset=utf-8", table.headers().firstValue("Content-Type").orElse("").replace(" ", "").toLowerCase(Locale.ROOT));
        assertEquals("attachment; filename=\"uren.csv\"", table.headers().firstValue("Content-Disposition").orElse(""));
        assertTrue(table.body().startsWith("\uFEFF\"Dag / "), table.body());
        assertTrue(table.body().contains("\"'=HYPERLINK(\"\"http://evil\"\")\",\"'+31 6\",\"regel, een\n\"\"twee\"\"\""), table.body());
        assertTrue(table.body().endsWith("\"\r\n"));
        assertTrue(table.body().contains("\"90\",\"Participatie-uren / "));
        assertEquals(1, hatice.get("/hours/hours.csv").body().lines().count(), "and nobody else's");
    }

    private UUID accepted(Kind kind, Activity activity, int minutes) {
        UUID entry = logged(kind, activity, minutes);
        accept(entry);
        return entry;
    }

    private void accept(UUID entry) {
        int seen = book.find(key, entry).orElseThrow().version();
        assertTrue(book.log(key, entry, new Act.Accepted(UUID.randomUUID(), now(), "M-1001", "Yusuf Demir", seen)).isThere());
    }

    private UUID logged(Kind kind, Activity activity, int minutes) {
        UUID entry = UUID.randomUUID();
        assertTrue(book.log(key, entry, new Act.Sent(entry, now(), written(kind, activity, minutes))).isThere());
        return entry;
    }

    private static Written written(Kind kind, Activity activity, int minutes) {
        return new Written(kind, activity, day(), null, minutes, SpokeDutch.YES, null, "Buurthuis De Sluis", "Els", "soep", null);
    }

    private static LocalDate day() {
        return TestClock.today().minusDays(3);
    }

    private static Instant now() {
        return TestClock.now();
    }

    private static String today() {
        return Dates.of(Language.NL).date(TestClock.today());
    }

    private static ProofMessages words(Language language) {
        return Texts.in(language, ProofMessages.class);
    }

    private static boolean says(String code, String words) {
        return verify(code).text().contains(Answer.plain(words));
    }

    private static LocalDate issuedOn() {
        return LocalDate.parse(Rows.of("select issued_on from certificate").get(0));
    }

    /** As it stands above the code: an hour and a half of participation. */
    private static Answer verify(String code) {
        return verify(code, Kind.PARTICIPATION, "1", "30");
    }

    private static Answer verify(String code, Kind kind, String hours, String minutes) {
        return Portal.visitor(Language.NL).get("/verify?code=%s&kind=%s&hours=%s&minutes=%s"
                .formatted(code.replace(" ", "+"), kind, hours, minutes));
    }

    private static String code(HttpResponse<byte[]> paper) {
        Matcher code = CODE.matcher(PrintedPage.of(paper.body()).text());
        assertTrue(code.find(), "there is a code on it");
        return code.group();
    }

    private static HttpResponse<byte[]> print(Portal portal) {
        String language = portal.get("/hours/certificate").headers().firstValue("Content-Language").orElseThrow();
        HttpRequest request = HttpRequest.newBuilder(URI.create(Portal.base() + "/hours/certificate.pdf"))
                .header("Accept-Language", language).header("Cookie", "session=" + portal.cookies().get("session")).build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).join();
        assertEquals(200, answer.statusCode(), () -> new String(answer.body(), StandardCharsets.UTF_8));
        return answer;
    }
}
