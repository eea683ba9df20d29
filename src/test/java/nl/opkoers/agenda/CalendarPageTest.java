package nl.opkoers.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Selam's agenda on her phone: by an address that only she knows. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class CalendarPageTest {

    private static final Duration NO_LONGER_FRESH = Duration.ofSeconds(61);
    /** New for each answer, whatever it is. */
    private static final Set<String> NEVER_THE_SAME = Set.of("content-security-policy", "date");

    DemoWorld world;

    @Inject
    CircuitBreakerMaintenance breakers;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            log.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void nobodyHasAnAddress() {
        Stream.of("calendar_feed", "used_allowance", "agenda_snapshot", "agenda_seen", "outbox").forEach(Rows::clear);
        LogManager.getLogManager().getLogger("").addHandler(listener);
    }

    @AfterEach
    void everythingIsWell() {
        LogManager.getLogManager().getLogger("").removeHandler(listener);
        world.municipality().faults().clear();
        breakers.resetAll();
        TestClock.runOn();
        nobodyHasAnAddress();
        LogManager.getLogManager().getLogger("").removeHandler(listener);
    }

    @Test
    void selamMakesAnAddressAndHerPhoneFetchesHerWeekWithoutHer() {
        String address = make(selam(Language.EN));

        HttpResponse<String> calendar = fetch(address);

        assertEquals(200, calendar.statusCode());
        assertEquals("text/calendar;charset=utf-8", header(calendar, "Content-Type"));
        assertEquals("inline; filename=\"agenda.ics\"", header(calendar, "Content-Disposition"));
        assertEquals(List.of("private, no-cache"), calendar.headers().allValues("Cache-Control"));
        assertEquals("no-referrer", header(calendar, "Referrer-Policy"));
        assertEquals(List.of(), calendar.headers().allValues("Set-Cookie"));
        List<VEvent> events = events(calendar.body());
        assertTrue(events.size() > 20, "there is a year of lessons: " + events.size());
        assertEquals(Set.of("Lesson", "Appointment"), events.stream()
                .map(event -> event.getSummary().getValue().replace("Cancelled: ", "")).collect(Collectors.toSet()));
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        String address = make(selam(Language.EN));
        String tag = header(fetch(address), "ETag");

        HttpResponse<String> again = fetch(address, "If-None-Match", tag);
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(tag, header(again, "ETag"));
        assertEquals(200, fetch(address, "If-None-Match", "W/\"other\"").statusCode());
        TestClock.advance(NO_LONGER_FRESH);
        assertEquals(304, fetch(address, "If-None-Match", tag).statusCode(), "nor when it was asked for anew");
    }

    @Test
    void itComesCompressedForWhoPaysByTheMegabyte() {
        assertEquals("gzip", header(fetch(make(selam(Language.TI)), "Accept-Encoding", "gzip"), "Content-Encoding"));
    }

    @Test
    void whatSheSaidNotToComeToLeavesHerPhoneUntilItIsMoved() {
        Portal selam = selam(Language.EN);
        String address = make(selam);
        Sheet.empty().with("les-1", "Les", Sheet.tomorrow("09:00")).with("gesprek", "Afspraak", Sheet.tomorrow("13:00"))
                .with("examen", "Examen", Sheet.tomorrow("16:00")).keep();
        String tag = header(fetch(address), "ETag");
        selam.submit(selam.get("/agenda/les-1"), "/agenda/les-1/decline", Map.of());
        Rows.run("update outbox set next_at = null");
        Rows.run("update agenda_snapshot set seen_changes = changes, confirmed_at = '" + TestClock.now().plus(Duration.ofHours(1)) + "'");

        HttpResponse<String> without = fetch(address, "If-None-Match", tag);

        assertEquals(List.of("Appointment", "Appointment"), titles(without.body()), "of the exam DUO has not heard");
        assertEquals(titles(without.body()), titles(selam.get("/calendar/download.ics").body()));
        Answer page = selam.get("/calendar");
        assertTrue(page.text().contains(Texts.in(Language.EN, FeedMessages.class).without_declined()), page.text());
        Sheet.empty().with("les-1", "Les", Sheet.tomorrow("10:00"), item -> item.put("versie", 2).put("status", "Gewijzigd")).keep();
        assertEquals(List.of("Lesson"), titles(fetch(address).body()), "she has not answered for the new time");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void itsFewWordsAreInTheLanguageInWhichSheAskedForIt(Language language) {
        FeedMessages words = Texts.in(language, FeedMessages.class);
        List<VEvent> events = events(fetch(make(selam(language)), "Accept-Language", "nl").body());
        assertTrue(events.stream().anyMatch(event -> event.getSummary().getValue().equals(words.lesson())));
    }

    @Test
    void theAddressIsShownOnceAndKeptNowhere() {
        Portal selam = selam(Language.NL);
        String address = make(selam);
        String token = token(address);

        assertEquals(0, selam.get("/calendar").document().select("#address").size());
        assertTrue(token.matches("[A-Za-z0-9_-]{43}"), "256 bits");
        assertTrue(Rows.everything().stream().noneMatch(row -> row.contains(token)));
        assertNotEquals(token, token(make(selam(Language.NL))));
    }

    @Test
    void aNewAddressEndsTheOldOneAndARemovedOneIsGone() {
        Portal selam = selam(Language.NL);
        String first = make(selam);
        Answer renewed = selam.submit(selam.get("/calendar"), "/calendar/renew", Map.of());
        String second = path(renewed);

        assertEquals(404, fetch(first).statusCode());
        assertEquals(200, fetch(second).statusCode());

        Answer revoked = selam.submit(selam.get("/calendar"), "/calendar/revoke", Map.of());
        assertEquals("/calendar", URI.create(revoked.location()).getPath());
        assertEquals(404, fetch(second).statusCode());
        assertEquals(1, selam.get("/calendar").document().select("form[action=/calendar/make]").size());
        assertEquals(303, selam.post("/calendar/revoke", csrf(selam)).status(), "and once more does no harm");
    }

    @Test
    void aFormOfAnOldTabLeavesTheAddressOnHerPhone() {
        Portal selam = selam(Language.NL);
        Answer oldTab = selam.get("/calendar");
        String first = path(selam.submit(oldTab, "/calendar/make", Map.of()));
        TestClock.advance(Duration.ofMinutes(2));

        Answer again = selam.submit(oldTab, "/calendar/make", Map.of());

        assertEquals(200, again.status());
        assertEquals(0, again.document().select("#address").size(), "it is told once");
        assertEquals(1, again.document().select("form[action=/calendar/renew]").size(), "a new one can be asked for");
        assertEquals(200, fetch(first).statusCode());
    }

    @Test
    void twoTapsShowAnAddressThatHolds() {
        Portal selam = selam(Language.NL);
        Answer page = selam.get("/calendar");
        String unseen = path(selam.submit(page, "/calendar/make", Map.of()));

        String shown = path(selam.submit(page, "/calendar/make", Map.of()));

        assertEquals(200, fetch(shown).statusCode());
        assertEquals(404, fetch(unseen).statusCode());
        assertEquals(0, selam.submit(page, "/calendar/make", Map.of()).document().select("#address").size(), "a phone has it by now");
        assertEquals(200, fetch(shown).statusCode());
    }

    @Test
    void whatIsNobodysIsAnsweredAlikeWhateverItIs() {
        Portal selam = selam(Language.NL);
        String revoked = make(selam);
        selam.submit(selam.get("/calendar"), "/calendar/revoke", Map.of());

        HttpResponse<String> expected = fetch(revoked);
        assertEquals(404, expected.statusCode());
        assertEquals(Texts.in(Language.NL, FeedMessages.class).unknown_address(), expected.body());
        for (String other : List.of("A".repeat(43), "x", "..%2e", "%00", "a'or'1'='1", "%F0%9F%98%80", "9901", "z".repeat(3000),
                token(revoked) + "A", "%20", "null", "download.ics")) {
            HttpResponse<String> answer = fetch("/calendar/" + other + ".ics");
            assertEquals(expected.statusCode(), answer.statusCode(), other);
            assertEquals(expected.body(), answer.body(), other);
            assertEquals(headers(expected), headers(answer), other);
        }
    }

    @Test
    void whoTriesAddressesIsStoppedAndNobodyElseIs() {
        String hers = make(selam(Language.EN));
        for (int time = 0; time < 60; time++) {
            assertEquals(404, fetch("/calendar/try-" + time + ".ics").statusCode());
        }
        HttpResponse<String> stopped = fetch("/calendar/try-60.ics");
        assertEquals(429, stopped.statusCode());
        long wait = Long.parseLong(header(stopped, "Retry-After"));
        assertTrue(wait > 0 && wait <= 3600, wait + " seconds");
        assertEquals(200, fetch(hers).statusCode(), "her phone may share the network of who tries");

        TestClock.advance(Duration.ofSeconds(wait));
        assertEquals(404, fetch("/calendar/try-61.ics").statusCode());
    }

    @Test
    void anAddressThatIsFetchedWithoutEndIsStoppedByItself() {
        String hers = make(selam(Language.EN));
        String others = make(Portal.signedIn("b1-arabic-exam", Language.EN));
        for (int time = 0; time < 60; time++) {
            assertEquals(200, fetch(hers).statusCode());
        }
        assertEquals(429, fetch(hers).statusCode());
        assertEquals(200, fetch(others).statusCode());
    }

    @Test
    void networkAddressesAreKeptNowhere() {
        fetch("/calendar/junk.ics");
        assertEquals(List.of("32"), Rows.of("select length(counted) from used_allowance"));
        assertTrue(Rows.everything().stream().noneMatch(row -> row.contains("127.0.0.1")));
    }

    @Test
    void sheSeesWhenItWasLastUsedToTheHour() {
        Portal selam = selam(Language.EN);
        FeedMessages words = Texts.in(Language.EN, FeedMessages.class);
        String address = make(selam);
        assertTrue(selam.get("/calendar").text().contains(words.used_never()));

        fetch(address);

        assertEquals(List.of("t"), Rows.of("select extract(minute from last_used_at) = 0 and "
                + "extract(second from last_used_at) = 0 from calendar_feed"));
        assertTrue(selam.get("/calendar").text().contains(words.used_strange()));
    }

    @Test
    void duringAnOutageHerPhoneGetsWhatWasLastSeenAndNeverAnEmptyCalendar() {
        String address = make(selam(Language.EN));
        String before = fetch(address).body();
        world.municipality().faults().set(Resource.AGENDA, Fault.error());
        TestClock.advance(NO_LONGER_FRESH);
        assertEquals(before, fetch(address).body());

        Rows.clear("agenda_snapshot");
        HttpResponse<String> nothing = fetch(address);
        assertEquals(503, nothing.statusCode());
        assertEquals("300", header(nothing, "Retry-After"));
    }

    @Test
    void theSecretIsInNoLogWhateverGoesWrong() {
        Portal selam = selam(Language.EN);
        String address = make(selam);
        world.municipality().faults().set(Resource.AGENDA, Fault.wrongJson());
        fetch(address);
        fetch(address + "/deeper");
        fetch(address.replace(".ics", ""));
        Rows.run("alter table calendar_feed rename to calendar_away");
        try {
            assertEquals(500, fetch(address).statusCode());
        } finally {
            Rows.run("alter table calendar_away rename to calendar_feed");
        }
        assertTrue(log.stream().anyMatch(line -> line.contains("could not be made")), "the log is listened to");
        assertTrue(log.stream().noneMatch(line -> line.contains(token(address))), log.toString());
    }

    @Test
    void aFileForOnceIsOnlyForWhoIsSignedIn() {
        Portal selam = selam(Language.EN);
        Answer file = selam.get("/calendar/download.ics");

        assertEquals(200, file.status());
        assertEquals("attachment; filename=\"agenda.ics\"", file.headers().firstValue("Content-Disposition").orElse(""));
        assertEquals("text/calendar;charset=utf-8", file.headers().firstValue("Content-Type").orElse(""));
        HeaderInvariants.check(file.headers(), true);
        assertEquals(events(fetch(make(selam)).body()).size(), events(file.body()).size());
        assertEquals(303, Portal.visitor(Language.EN).get("/calendar/download.ics").status());
        assertEquals(303, Portal.visitor(Language.EN).get("/calendar").status());
        assertEquals(303, Portal.visitor(Language.EN).post("/calendar/make", Map.of()).status());
    }

    @Test
    void aFormWithoutItsTokenMakesNothing() {
        assertEquals(400, selam(Language.EN).post("/calendar/make", Map.of()).status());
        assertEquals(List.of(), Rows.of("select participant from calendar_feed"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyStateOfThePageIsAsAPageShouldBe(Language language) {
        Portal selam = selam(language);
        Answer none = selam.get("/calendar");
        Answer made = selam.submit(none, "/calendar/make", Map.of());
        Answer unused = selam.get("/calendar");
        fetch(path(made));
        Answer used = selam.get("/calendar");

        for (Answer page : List.of(none, made, unused, used)) {
            assertEquals(200, page.status());
            PageInvariants.check(page.body(), language, page.path());
            HeaderInvariants.check(page.headers(), true);
        }
        String other = made.document().select(".languages a[hreflang=tr]").attr("href");
        assertEquals(200, selam.open(other).status(), "another language can be chosen on the answer to a form");
    }

    private static Portal selam(Language language) {
        return Portal.signedIn("z-tigrinya", language);
    }

    private static Map<String, String> csrf(Portal portal) {
        return Map.of("csrf-token", portal.get("/calendar").document().select("main input[name=csrf-token]").first().val());
    }

    /** Makes an address, and tells its path. */
    private static String make(Portal portal) {
        String form = portal.get("/calendar").document().select("form[action=/calendar/make]").isEmpty()
                ? "/calendar/renew" : "/calendar/make";
        return path(portal.submit(portal.get("/calendar"), form, Map.of()));
    }

    private static String path(Answer made) {
        assertEquals(200, made.status(), made.body());
        String address = made.document().select("#address").val();
        assertTrue(address.startsWith(Portal.base() + "/calendar/"), address);
        return URI.create(address).getPath();
    }

    private static String token(String path) {
        return path.replaceAll("^/calendar/|\\.ics$", "");
    }

    /** As a phone does: without a cookie. */
    private static HttpResponse<String> fetch(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Portal.base() + path));
        Stream.iterate(0, at -> at < headers.length, at -> at + 2).forEach(at -> request.header(headers[at], headers[at + 1]));
        return HttpClient.newHttpClient().sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(NEVER_THE_SAME);
        return headers;
    }

    private static List<String> titles(String text) {
        return events(text).stream().map(event -> event.getSummary().getValue()).toList();
    }

    private static List<VEvent> events(String text) {
        try {
            net.fortuna.ical4j.model.Calendar calendar = new CalendarBuilder().build(new StringReader(text));
            assertFalse(calendar.validate().hasErrors(), calendar.validate().toString());
            return calendar.getComponents("VEVENT");
        } catch (IOException | ParserException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }
}
