package nl.opkoers.coaching;

import static nl.opkoers.coaching.Waterstad.KAREL;
import static nl.opkoers.coaching.Waterstad.KOFI;
import static nl.opkoers.coaching.Waterstad.MARLOES;
import static nl.opkoers.coaching.Waterstad.NABIL;
import static nl.opkoers.coaching.Waterstad.SELAM;
import static nl.opkoers.coaching.Waterstad.asks;
import static nl.opkoers.coaching.Waterstad.compressed;
import static nl.opkoers.coaching.Waterstad.csrf;
import static nl.opkoers.coaching.Waterstad.names;
import static nl.opkoers.coaching.Waterstad.open;
import static nl.opkoers.coaching.Waterstad.post;
import static nl.opkoers.coaching.Waterstad.reads;
import static nl.opkoers.coaching.Waterstad.staff;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.Statements;
import nl.opkoers.TestClock;
import nl.opkoers.contact.ContactPreference;
import nl.opkoers.contact.Conversations;
import nl.opkoers.contact.InboxMessages;
import nl.opkoers.contact.PeopleMessages;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.CastJson;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.dossier.DossierMessages;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.hibernate.SessionFactory;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Marloes Hendriks guides 76 people, among them Selam Tesfay and Nabil Khoury, and finds out whom she has not heard of for long;
 * Joost van Wijk stands in for Karel Zijlstra, who guides Kofi Asante.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class PeoplePageTest {

    private static final String PEOPLE = "/coach/participants";

    DemoWorld world;

    @Inject
    Conversations conversations;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        Waterstad.nothingIsLeft();
        world.municipality().faults().clear();
        breakers.resetAll();
        Rows.clear("dossier_snapshot");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everybodyIsOnAFewSmallPagesOnceAndByName(Language language) {
        Portal marloes = Portal.signedIn("coach-a", language);
        List<String> all = new ArrayList<>();
        String address = PEOPLE;
        for (int page = 1; page <= 4; page++) {
            Answer listed = open(marloes, address, language);
            assertTrue(compressed(listed) <= 14 * 1024, compressed(listed) + " bytes");
            reads(listed, words(language).people_count(76));
            all.addAll(names(listed));
            var next = listed.document().selectFirst("a[rel=next]");
            assertEquals(page < 4, next != null);
            address = next == null ? null : next.attr("href");
        }

        assertEquals(76, all.size());
        assertEquals(all.stream().sorted(Comparator.comparing(MyPeople::plain)).toList(), all);
    }

    @Test
    void whoWasNeverSeenHereSaysSoAndNobodyIsAskedFor() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer before = named(marloes, "selam");
        reads(before, words(Language.NL).never_seen(), "Z-route", words(Language.NL).search_found(1));
        assertEquals(List.of(), Rows.of("select participant from dossier_snapshot"), "a list asks for no dossiers");

        LocalDate start = LocalDate.parse(CastJson.of("z-tigrinya", TestClock.today()).at("/termijn/startdatum").asText());
        reads(marloes.get(address(SELAM)), Texts.in(Language.NL, DossierMessages.class)
                .short_route_until(Dates.of(Language.NL).date(start.plusMonths(18).minusDays(1))));
        String leftOut = words(Language.NL).phase_left_out();
        Answer running = open(marloes, PEOPLE + "?phase=running", Language.NL);
        assertEquals(List.of("Selam Tesfay"), names(running));
        reads(running, leftOut);
        reads(open(marloes, PEOPLE + "?phase=completed", Language.NL), words(Language.NL).choose_none(), leftOut);
        assertFalse(marloes.get(PEOPLE).text().contains(Answer.plain(leftOut)));

        Answer after = named(marloes, "selam");
        assertFalse(after.text().contains(Answer.plain(words(Language.NL).never_seen())));
        reads(after, "Zoals bekend op", "Termijn: nog");
    }

    @Test
    void aNameIsFoundInAnyCaseAndIsInNoAddress() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);

        Answer found = named(marloes, " TESFÁY selam ");

        assertEquals(List.of("Selam Tesfay"), names(found));
        Waterstad.check(found, Language.NL);
        assertFalse(found.address().toString().toLowerCase(Locale.ROOT).contains("tesf"));
        assertTrue(found.document().select("a[href*=esf]").isEmpty(), "nor in a link, such as that to another language");
        assertEquals(List.of(), names(named(marloes, "Asante")), "somebody else's person");
        assertEquals(303, post(marloes, marloes.get(PEOPLE), PEOPLE, Map.of("name", "  ")).status());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aSearchThatFindsManyIsReadOnPageByPage(Language language) {
        Portal marloes = Portal.signedIn("coach-a", language);
        Answer page = marloes.get(PEOPLE);
        List<String> withAnE = everybody(marloes, page).stream().filter(name -> plain(name).contains("e")).toList();
        assertTrue(withAnE.size() > 25, withAnE.toString());

        List<String> found = new ArrayList<>();
        Answer listed = post(marloes, page, PEOPLE, Map.of("name", "e"));
        while (listed != null) {
            assertEquals(200, listed.status());
            Waterstad.check(listed, language);
            reads(listed, words(language).search_found(withAnE.size()));
            assertTrue(listed.document().select("main a[rel]").isEmpty(), "that would be other people");
            found.addAll(names(listed));
            Element next = listed.document().select("main nav button[name=page]").last();
            boolean more = next != null && found.size() < withAnE.size();
            listed = more ? post(marloes, listed, PEOPLE, Map.of("name", listed.document().select("main nav input[name=name]").val(),
                    "page", next.val())) : null;
        }

        assertEquals(withAnE, found);
    }

    @ParameterizedTest
    @CsvSource({"Ayşe Yıldız, YILDIZ", "Ayşe Yıldız, yildiz ayse", "İsmail Kılıç, ismail kiliç", "Selam Tesfay, \u200fSelam\u00a0Tesfay\u200f",
        "سلام تسفاي, \u202bسلام\u202c", "أحمد, احمد", "ሰላም ተስፋይ, ተስፋይ", "Sana’a Haddad, sana'a haddad",
        "Sana’a Haddad, Sanaa"})
    void aNameIsFoundAsItIsTypedOrPasted(String name, String typed) {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        marloes.get(PEOPLE);
        Rows.run("update caseload_snapshot set body = replace(body::text, 'Selam Tesfay', '" + name + "')::jsonb");

        List<String> found = names(named(marloes, typed));

        assertTrue(found.contains(name) && found.size() < 10, found.toString());
    }

    @Test
    void whoseNameBeginsWithAnAccentStandsInItsPlace() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        List<String> before = names(marloes.get(PEOPLE));
        Rows.run("update caseload_snapshot set body = replace(body::text, '" + before.get(0) + "', 'Ädel Haile')::jsonb");
        Rows.run("update caseload_snapshot set body = replace(body::text, '" + before.get(1) + "', 'İbo Haile')::jsonb");

        List<String> all = everybody(marloes, marloes.get(PEOPLE));

        assertTrue(all.indexOf("Ädel Haile") < first(all, "B"), all.toString());
        assertTrue(all.indexOf("İbo Haile") > all.indexOf("Ädel Haile") && all.indexOf("İbo Haile") < first(all, "J"), all.toString());
    }

    private static int first(List<String> names, String letter) {
        return names.indexOf(names.stream().filter(name -> name.startsWith(letter)).findFirst().orElseThrow());
    }

    private static List<String> everybody(Portal coach, Answer first) {
        return Stream.iterate(first, listed -> coach.get(listed.document().selectFirst("a[rel=next]").attr("href")))
                .limit(4).flatMap(listed -> names(listed).stream()).toList();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    }

    @Test
    void aSearchOutlivesTheSession() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer page = marloes.get(PEOPLE);
        TestClock.advance(Duration.ofMinutes(16));

        Answer ended = marloes.follow(post(marloes, page, PEOPLE, Map.of("name", "selam")));
        Answer back = marloes.signIn("coach-a", URLDecoder.decode(
                ended.document().selectFirst("main a[href^=/staff/sign-in]").attr("href").replaceFirst(".*to=", ""),
                StandardCharsets.UTF_8));

        assertEquals(List.of("Selam Tesfay"), names(back));
    }

    @Test
    void whoWaitsForAnAnswerIsFoundTheEarliestPromiseFirst() {
        asks(conversations, key(NABIL), null, TestClock.today().plusDays(3));
        asks(conversations, key(SELAM), null, TestClock.today().minusDays(1));
        asks(conversations, key(SELAM), null, TestClock.today().plusDays(2));
        asks(conversations, key(KOFI), null, TestClock.today());
        Portal marloes = Portal.signedIn("coach-a", Language.NL);

        Answer waiting = open(marloes, PEOPLE + "?question=yes&order=promise", Language.NL);

        assertEquals(List.of("Selam Tesfay", "Nabil Khoury"), names(waiting));
        reads(waiting, "2 vragen wachten", "Te laat");
        assertEquals(1, waiting.document().select("main .notice").size());
        assertEquals(List.of(), names(open(marloes, PEOPLE + "?hours=yes", Language.NL)));
        assertEquals(List.of("Selam Tesfay"), names(open(marloes, PEOPLE + "?question=yes&route=z&order=contact", Language.NL))
                .stream().filter("Selam Tesfay"::equals).toList());
    }

    @ParameterizedTest
    @CsvSource({"AS_OFTEN_AS_POSSIBLE, 27, false", "AS_OFTEN_AS_POSSIBLE, 29, true", "EVERY_TWO_MONTHS, 50, false",
        "EVERY_TWO_MONTHS, 63, true", "ONLY_WHEN_I_ASK, 800, false", ", 55, false", ", 57, true"})
    void nobodyIsForgottenAndNobodyIsPursued(String frequency, int daysAgo, boolean silent) {
        // Selam's talks with the municipality are out of the way.
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        marloes.get(PEOPLE);
        Rows.run("update caseload_snapshot set body = replace(body::text, '\"laatsteGesprek\"', '\"geenGesprek\"')::jsonb");
        asks(conversations, key(SELAM), null, null);
        Rows.run("update conversation_turn set at = (now() at time zone 'Europe/Amsterdam' - interval '" + daysAgo + " days')"
                + " at time zone 'Europe/Amsterdam'");
        if (frequency != null) {
            Rows.run("insert into contact_preference values ('9901', '" + id(SELAM) + "', now(), '" + frequency + "', null)");
        }

        Answer list = marloes.get(PEOPLE + "?silent=yes&question=yes");

        assertEquals(silent ? List.of("Selam Tesfay") : List.of(), names(list));
        if (silent) {
            reads(list, words(Language.NL).silent(daysAgo / 7));
        }
    }

    @Test
    void whoStandsInFindsThoseOfTheColleagueApart() {
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        int all = names(joost.get(PEOPLE)).size();

        Answer karels = open(joost, PEOPLE + "?instead=" + KAREL, Language.NL);

        assertTrue(names(karels).contains("Kofi Asante"));
        reads(karels, "Karel Zijlstra");
        assertFalse(names(joost.get(PEOPLE + "?instead=own")).contains("Kofi Asante"));
        assertTrue(all > 0);
        assertEquals(names(joost.get(PEOPLE)), names(joost.get(PEOPLE + "?route=%3Cb%3E&phase=x&page=0&instead=&order=9")));
    }

    @Test
    void aFullCaseloadTakesNoMoreQueriesThanOnePerson() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        marloes.get(PEOPLE);
        marloes.get(address(SELAM));
        Answer page = marloes.get(PEOPLE);
        long before = Statements.of(sessions, () -> marloes.get(PEOPLE));
        Rows.run("insert into dossier_snapshot (municipality, participant, body, etag, confirmed_at) select '9901',"
                + " member ->> 'inburgeraarId', (select body from dossier_snapshot limit 1), null, now() from caseload_snapshot,"
                + " jsonb_array_elements(body -> 'inburgeraars') member where employee = '" + MARLOES + "' on conflict do nothing");
        Rows.run("insert into hour_entry (municipality, participant, id, kind, day, minutes, state, version, logged_at, sent_at)"
                + " select municipality, participant, gen_random_uuid(), 'VOLUNTARY', current_date, 60, 'WAITING', 1, now(), now()"
                + " from dossier_snapshot");
        asks(conversations, key(NABIL), null, TestClock.today());

        assertEquals(before, Statements.of(sessions, () -> marloes.get(PEOPLE)));
        assertEquals(before, Statements.of(sessions, () -> post(marloes, page, PEOPLE, Map.of("name", "a"))));
        assertEquals(76, Rows.of("select participant from dossier_snapshot").size());
        Answer full = open(marloes, PEOPLE + "?hours=yes&order=term", Language.NL);
        assertTrue(compressed(full) <= 14 * 1024, compressed(full) + " bytes");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aPersonIsOnOnePage(Language language) {
        UUID asked = asks(conversations, key(SELAM), null, TestClock.today().plusDays(2));
        Rows.run("insert into contact_preference values ('9901', '" + id(SELAM) + "', now(), 'EVERY_TWO_MONTHS', 'OFFICE')");
        Portal marloes = Portal.signedIn("coach-a", language);

        Answer selam = open(marloes, address(SELAM), language);

        reads(selam, words(language).person_title("Selam Tesfay"), words(language).note_none(), words(language).around_title());
        PeopleMessages people = Texts.in(language, PeopleMessages.class);
        reads(selam, people.frequency(ContactPreference.Frequency.EVERY_TWO_MONTHS), people.way(ContactPreference.Way.OFFICE));
        assertEquals(1, selam.document().select("main a[href=/coach/conversations/" + id(SELAM) + "/" + asked + "]").size());
        assertEquals(1, selam.document().select("main a[href=/coach/hours/" + id(SELAM) + "]").size());
        assertTrue(compressed(selam) <= 14 * 1024);
    }

    @Test
    void whichQuestionWaitsAndWhichIsTooLateIsSaidThereToo() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        marloes.get(address(SELAM));
        UUID unpromised = asks(conversations, key(SELAM), null, null);
        UUID late = asks(conversations, key(SELAM), null, TestClock.today());
        InboxMessages inbox = Texts.in(Language.NL, InboxMessages.class);

        Answer selam = open(marloes, address(SELAM), Language.NL);

        assertTrue(line(selam, unpromised).contains(inbox.no_promise()), selam.text());
        assertTrue(line(selam, late).contains(Answer.plain(inbox.overdue(Dates.of(Language.NL).date(TestClock.today())))), selam.text());
    }

    private static String line(Answer page, UUID conversation) {
        return Answer.plain(page.document().select("main li:has(a[href$=/" + conversation + "])").text());
    }

    @Test
    void aNoteKeepsEveryVersionWithItsAuthor() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer page = marloes.get(address(SELAM));
        assertEquals(303, marloes.submit(page, address(SELAM) + "/note", Map.of("note", "Belt liever.\r\n<b>Niet</b> mailen.")).status());
        assertEquals(303, marloes.submit(page, address(SELAM) + "/note", Map.of("note", "Belt liever.\n<b>Niet</b> mailen.")).status());
        Answer noted = open(marloes, address(SELAM), Language.NL);
        marloes.submit(noted, address(SELAM) + "/note", Map.of("note", ""));
        Answer cleared = open(marloes, address(SELAM), Language.NL);

        reads(noted, "<b>Niet</b> mailen.", "Marloes Hendriks");
        reads(cleared, words(Language.NL).note_none(), words(Language.NL).note_earlier(), "Belt liever.");
        assertEquals(List.of("1", "2"), Rows.of("select position from coach_note order by position"));
        assertEquals(400, marloes.submit(cleared, address(SELAM) + "/note", Map.of("note", "x".repeat(4001))).status());
        assertEquals(List.of(), Rows.of("select 1 from conversation"), "it is no message");
    }

    @Test
    void ofTwoWhoNoteAtOnceTheSecondSeesTheFirst() {
        Portal karel = staff(KAREL, Role.COACH);
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        Answer atJoosts = joost.get(address(KOFI));
        karel.submit(karel.get(address(KOFI)), address(KOFI) + "/note", Map.of("note", "Werkt in ploegen."));

        Answer late = joost.submit(atJoosts, address(KOFI) + "/note", Map.of("note", "Heeft een nieuw adres."));

        assertEquals(409, late.status());
        Waterstad.check(late, Language.NL);
        reads(late, words(Language.NL).note_late(), "Werkt in ploegen.");
        assertEquals("Heeft een nieuw adres.", late.document().selectFirst("textarea").wholeText());
        assertEquals(303, joost.submit(late, address(KOFI) + "/note", Map.of("note", "Heeft een nieuw adres.")).status());
        assertEquals("2", Rows.of("select count(*) from coach_note").get(0));
    }

    @Test
    void whatIsNotedByTheWayBackIsNotLost() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer page = open(marloes, address(SELAM), Language.NL);
        marloes.submit(page, address(SELAM) + "/note", Map.of("note", "Belt liever."));

        Answer back = marloes.submit(page, address(SELAM) + "/note", Map.of("note", "Belt liever na vijven."));

        assertEquals(409, back.status());
        assertEquals("Belt liever na vijven.", back.document().selectFirst("#note-text").val());
        assertEquals(303, marloes.submit(back, address(SELAM) + "/note", Map.of("note", "Belt liever na vijven.")).status());
        assertEquals("2", Rows.of("select count(*) from coach_note").get(0));
    }

    @Test
    void thePersonIsToldThatThereMayBeANoteAndReadsItNowhere() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        marloes.submit(marloes.get(address(SELAM)), address(SELAM) + "/note", Map.of("note", "Geheime gedachte"));

        for (Language language : Language.values()) {
            Portal selam = Portal.signedIn(SELAM, language);
            List<Answer> pages = List.of("/", "/plan", "/messages", "/hours", "/people").stream().map(selam::open).toList();
            assertTrue(pages.stream().noneMatch(page -> page.body().contains("Geheime gedachte")));
            assertTrue(pages.stream().anyMatch(page -> page.text().contains(Answer.plain(words(language).note_told()))), "told");
        }
    }

    @Test
    void everyOtherDoorStaysClosed() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        marloes.submit(marloes.get(address(SELAM)), address(SELAM) + "/note", Map.of("note", "Geheime gedachte"));
        List<Portal> others = List.of(Portal.signedIn("coach-b", Language.NL), Portal.signedIn("team-lead", Language.NL),
                Portal.signedIn(SELAM, Language.NL), Portal.signedIn(NABIL, Language.NL), staff("M-1006", Role.COACH),
                staff("M-9999", Role.COACH), staff(MARLOES, Role.STAFF), staff(MARLOES, Role.TEAM_LEAD), staff(id(SELAM), Role.COACH));

        for (Portal other : others) {
            String token = csrf(other.open("/"));
            List<Answer> tried = List.of(other.get(address(SELAM)), other.get(address(SELAM) + "/note"),
                    other.post(address(SELAM) + "/note", Map.of("csrf-token", token, "id", UUID.randomUUID().toString(), "seen", "1",
                            "note", "Van mij")));
            tried.forEach(answer -> {
                assertTrue(answer.status() == 404 || answer.status() == 403, answer.status() + " " + answer.path());
                assertFalse(answer.body().contains("Geheime gedachte"));
            });
        }
        assertEquals(404, marloes.get(address(KOFI)).status());
        assertEquals(404, marloes.get(PEOPLE + "/nobody").status());
        assertEquals(List.of("Geheime gedachte"), Rows.of("select text from coach_note"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anOutageIsSaidAndIsNotNobody(Language language) {
        world.municipality().faults().set(Resource.STAFF, Fault.error());
        Portal marloes = Portal.signedIn("coach-a", language);

        Answer told = open(marloes, PEOPLE, language);

        assertFalse(told.text().contains(Answer.plain(words(language).people_count(0))));
        assertEquals(503, marloes.get(address(SELAM)).status());
    }

    private Answer named(Portal portal, String name) {
        Answer found = post(portal, portal.get(PEOPLE), PEOPLE, Map.of("name", name));
        assertEquals(200, found.status());
        return found;
    }

    private String address(String person) {
        return PEOPLE + "/" + id(person);
    }

    private String id(String person) {
        return world.municipality().idOf(person);
    }

    private ParticipantKey key(String person) {
        return new ParticipantKey("9901", id(person));
    }

    private static CoachingMessages words(Language language) {
        return Texts.in(language, CoachingMessages.class);
    }
}
