package nl.opkoers.looks;

import static nl.opkoers.looks.Seeing.JOOST;
import static nl.opkoers.looks.Seeing.MARLOES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.contact.Closing;
import nl.opkoers.contact.Conversations;
import nl.opkoers.contact.Topic;
import nl.opkoers.contact.Turn;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.dossier.DossierMessages;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Shown;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.law.KeptKind;
import nl.opkoers.own.OwnMessages;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Selam Tesfay comes from where people were watched. She reads who may see what of her, why, and who looked. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class MyDataPageTest {

    private static final String PAGE = "/my-data";

    DemoWorld world;

    @Inject
    Conversations conversations;

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        Seeing.nothingIsLeft();
        Rows.clear("dossier_snapshot");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoLookedIsSaidInWords(Language language) throws IOException {
        Portal marloes = Seeing.marloes();
        marloes.get("/coach/participants/" + selam());
        marloes.get("/coach/participants/" + selam());
        marloes.get("/coach/hours/" + selam());
        Portal selam = Portal.signedIn("z-tigrinya", language);

        Answer page = open(selam, PAGE, language);

        reads(page, "Marloes Hendriks", words(language).why_contact(), words(language).shown(Shown.PERSON), words(language).looked_times(2),
                words(language).shown(Shown.HOURS));
        assertFalse(page.text().contains(Answer.plain(words(language).looked_none())));
        assertEquals(0, page.document().select("a[href=/my-data/looks]").size(), "there are no more");
        assertEquals(Kind.values().length, page.document().select("main details").size());
        assertTrue(compressed(page) <= 14 * 1024, compressed(page) + " bytes");
        assertEquals(200, selam.get("/help").status());
    }

    @Test
    void whoWasNotLookedAtIsToldSoAndNobodysLooksAreAnothers() {
        Seeing.marloes().get("/coach/participants/" + selam());

        Portal nabil = Portal.signedIn("z-arabic-elder", Language.AR);

        reads(open(nabil, PAGE, Language.AR), words(Language.AR).looked_none());
        reads(open(nabil, "/my-data/looks", Language.AR), words(Language.AR).looked_none());
        reads(open(nabil, "/my-data/looks?page=7", Language.AR), words(Language.AR).looked_no_more());
        reads(open(nabil, "/my-data/looks?page=-1", Language.AR), words(Language.AR).looked_none());
    }

    @Test
    void whatSheLooksAtHerselfIsNotAmongIt() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        List.of("/", "/plan", "/hours", "/messages", "/people", PAGE).forEach(selam::get);

        assertEquals(List.of(), Seeing.looks(selam()));
    }

    @Test
    void theLastComeFirstByDayAndEarlierOnesAreAPageBack() {
        IntStream.rangeClosed(1, 70).forEach(days -> Rows.run("insert into processing_record (municipality, participant, id, trace,"
                + " activity, kind, subject, actor, actor_role, actor_name, purpose, instead_of, instead_until, at) values ('9901', '" + selam()
                + "', gen_random_uuid(), '" + "a".repeat(32) + "', 'questions', 'LOOK', 'conversation', 'M-1002', 'coach', 'Joost " + days
                + "', 'INSTEAD', 'Marloes Hendriks', '2026-11-28', timestamp '" + TestClock.today().minusDays(days)
                + " 12:00' at time zone 'Europe/Amsterdam')"));
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);

        Answer page = open(selam, PAGE, Language.NL);
        Answer all = selam.get(page.document().selectFirst("a[href=/my-data/looks]").attr("href"));
        Answer earlier = selam.get(all.document().selectFirst("a[rel=next]").attr("href"));
        Answer last = selam.get(earlier.document().selectFirst("a[rel=next]").attr("href"));

        assertEquals(names(1, 5), names(page, "section[aria-labelledby=looked] "));
        assertEquals(names(1, 30), names(all, "main "));
        assertEquals(30, all.document().select("main h2").size(), "a day each");
        assertEquals(names(31, 60), names(earlier, "main "));
        assertEquals(names(61, 70), names(last, "main "));
        assertEquals(0, last.document().select("a[rel=next]").size());
        reads(all, words(Language.NL).why_instead_until("Marloes Hendriks", "28 november 2026"));
        PageInvariants.check(earlier.body(), Language.NL, earlier.path());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyMomentOfADayIsThereInOrder(Language language) {
        List.of("13:40:00", "08:05:10", "07:00:00", "08:05:50").forEach(time -> Rows.run("insert into processing_record (municipality,"
                + " participant, id, trace, activity, kind, subject, actor, actor_role, actor_name, purpose, at) values ('9901', '" + selam()
                + "', gen_random_uuid(), '" + "a".repeat(32) + "', 'questions', 'LOOK', 'conversation', 'M-1002', 'coach', 'Joost',"
                + " 'CONTACT', timestamp '" + TestClock.today().minusDays(1) + " " + time + "' at time zone 'Europe/Amsterdam')"));

        Answer page = open(Portal.signedIn("z-tigrinya", language), PAGE, language);

        assertEquals(Stream.of("07:00", "08:05", "13:40").map(LocalTime::parse).map(Dates.of(language)::time).map(Answer::plain).toList(), page.document().select("section[aria-labelledby=looked] ul.people bdi[dir=ltr]")
                .eachText().stream().map(Answer::plain).toList());
        reads(page, words(language).looked_times(4));
    }

    @Test
    void whoMayLookTodayIsThereByName() {
        Portal kofi = Portal.signedIn("g-english-debt", Language.EN);

        Answer page = open(kofi, PAGE, Language.EN);

        assertEquals(List.of("Karel Zijlstra", "Joost van Wijk"), today(page));
        reads(page, words(Language.EN).why_contact(), "Replaces Karel Zijlstra");
    }

    /** Femke answers for Marloes and is away too, so that Joost does; Karel answers what was sent on, and Dina for Karel. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void allWhoStandInAreAmongThoseWhoMayLookToday(Language language) {
        UUID asked = Seeing.asks(conversations, selam(), Topic.LETTER);
        conversations.take(new ParticipantKey("9901", selam()), asked, new Turn.HandedOver(UUID.randomUUID(), TestClock.now(), MARLOES,
                "Marloes Hendriks", "M-1004", "Karel Zijlstra", null));
        away(MARLOES, "M-1005", "Femke Noordhof", 7);
        away("M-1005", JOOST, "Joost van Wijk", 2);
        away("M-1004", "M-1099", "Dina Aziz", 1);

        Answer page = open(Portal.signedIn("z-tigrinya", language), PAGE, language);

        List<String> names = today(page);
        assertTrue(names.containsAll(List.of("Marloes Hendriks", "Femke Noordhof", "Joost van Wijk", "Karel Zijlstra", "Dina Aziz")),
                names.toString());
        assertEquals(names.stream().distinct().toList(), names);
        reads(page, words(language).why_instead_until("Marloes Hendriks", Dates.of(language).date(TestClock.today().plusDays(2))),
                words(language).why_instead_until("Karel Zijlstra", Dates.of(language).date(TestClock.today().plusDays(1))));
    }

    /** It stays Joost's to read, and to answer when she writes on. Dina stands in for him since, and reads nothing that was closed before. */
    @Test
    void whomAQuestionWasSentOnToMayLookWhenItIsClosedToo() {
        ParticipantKey key = new ParticipantKey("9901", selam());
        UUID asked = Seeing.asks(conversations, selam(), Topic.LETTER);
        conversations.take(key, asked, new Turn.HandedOver(UUID.randomUUID(), TestClock.now(), MARLOES, "Marloes Hendriks", JOOST,
                "Joost van Wijk", null));
        conversations.take(key, asked, new Turn.Closed(UUID.randomUUID(), TestClock.now(), JOOST, "Joost van Wijk", Closing.ANSWERED, null));
        TestClock.advance(Duration.ofDays(1));
        assertEquals(200, Portal.signedIn("coach-b", Language.NL).get("/coach/conversations/" + selam() + "/" + asked).status(), "he may");
        away(JOOST, "M-1099", "Dina Aziz", 1);

        List<String> names = today(open(Portal.signedIn("z-tigrinya", Language.NL), PAGE, Language.NL));

        assertTrue(names.contains("Joost van Wijk"), names.toString());
        assertFalse(names.contains("Dina Aziz"), names.toString());
    }

    private static void away(String employee, String substitute, String name, int days) {
        Rows.run("insert into absence (municipality, employee, id, employee_name, substitute, substitute_name, since, until, noted_at)"
                + " values ('9901', '%s', '%s', 'Iemand', '%s', '%s', '%s', '%s', now())".formatted(employee, UUID.randomUUID(), substitute,
                        name, TestClock.today(), TestClock.today().plusDays(days)));
    }

    /** A municipality that leaves a name out does not take from them that they may look. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void whoseNameIsNotKnownIsAmongThoseWhoMayLookToday(Language language) {
        Portal selam = Portal.signedIn("z-tigrinya", language);
        selam.get("/");
        Rows.run("update dossier_snapshot set body = jsonb_set(body, '{contactpersonen,personen}', '[{\"medewerkerId\": \"" + MARLOES
                + "\", \"rol\": \"Klantmanager\", \"telefoonnummer\": \"+31205550111\", \"email\": \"klant@voorbeeld.nl\","
                + " \"vervanger\": {\"telefoonnummer\": \"+31205550112\", \"tot\": \"" + TestClock.today().plusDays(1)
                + "\"}}]'), confirmed_at = '" + TestClock.now().plus(Duration.ofHours(1)) + "'");
        away(MARLOES, JOOST, "Joost van Wijk", 2);
        String unknown = Answer.plain(Texts.in(language, DossierMessages.class).person_nameless());

        assertEquals(List.of(unknown, unknown, "Joost van Wijk"), today(open(selam, PAGE, language)));
        assertEquals(2, open(selam, "/people", language).document().select("h3:contains(" + unknown + ")").size());
        open(selam, "/", language);
    }

    @Test
    void whoTeachesHerHasNoWorkHereAndIsNotAmongThem() {
        List<String> names = today(open(Portal.signedIn("z-tigrinya", Language.NL), PAGE, Language.NL));

        assertTrue(names.contains("Marloes Hendriks"), names.toString());
        assertFalse(names.contains("Geertje Mulder"), names.toString());
    }

    @Test
    void ofEverythingThatIsKeptItIsSaidWhoSeesItAndOfNothingTwice() {
        List<KeptKind> said = Stream.of(Kind.values()).flatMap(kind -> kind.getKept().stream()).filter(kept -> kept != KeptKind.COPY).toList();

        assertEquals(EnumSet.complementOf(EnumSet.of(KeptKind.COPY)), EnumSet.copyOf(said), "the copy is told apart as plan and agenda");
        assertEquals(EnumSet.copyOf(said).size(), said.size());
        reads(open(Portal.signedIn("z-tigrinya", Language.EN), PAGE, Language.EN), Stream.of(KeptKind.WRITING, KeptKind.WORK, KeptKind.CALENDAR,
                KeptKind.SEEN, KeptKind.TALKS).map(Texts.in(Language.EN, OwnMessages.class)::kind).toArray(String[]::new));
    }

    private static List<String> today(Answer page) {
        return page.document().select("section[aria-labelledby=today] h3").eachText().stream().map(Answer::plain).toList();
    }

    @Test
    void theWayHereIsOnWhoHelpsMe() {
        assertEquals(1, Portal.signedIn("z-tigrinya", Language.TI).get("/people").document().select("main a[href=/my-data]").size());
    }

    private static List<String> names(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(number -> "Joost " + number).toList();
    }

    private static List<String> names(Answer page, String place) {
        return page.document().select(place + "ul.people strong").eachText().stream().map(Answer::plain).toList();
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
            assertTrue(page.text().contains(Answer.plain(expected)), () -> page.path() + " lacks: " + expected + "\n" + page.text());
        }
    }

    private static LooksMessages words(Language language) {
        return Texts.in(language, LooksMessages.class);
    }

    private static int compressed(Answer page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(page.body().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private String selam() {
        return world.municipality().idOf("z-tigrinya");
    }
}
