package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.agenda.AgendaMessages;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.Dispatcher;
import nl.opkoers.municipality.EventFeed;
import nl.opkoers.municipality.Refresher;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.page.PageInvariants;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Selam has a lesson before her next talk: Home says so first, as far as her agenda was seen, and waits for nobody. When a lesson is
 * cancelled or moved at the municipality, Home says which one, and the agenda is read before anybody asks.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class AgendaAtHomePageTest {

    private static final String SELAM = "z-tigrinya";

    DemoWorld world;

    @Inject
    EventFeed events;

    @Inject
    Refresher refresher;

    @Inject
    Dispatcher dispatcher;

    @Inject
    CircuitBreakerMaintenance breakers;

    /** A lesson to come that nothing has happened to. */
    private record Lesson(String id, Instant begin) {
    }

    @BeforeEach
    @AfterEach
    void allIsReadAndNothingIsKept() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        events.readOn();
        refresher.refresh();
        Stream.of("news", "dossier_snapshot", "agenda_snapshot", "visit").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aCancelledAndAMovedLessonAreNamedTheLatestFirst(Language language) {
        Portal selam = again(language);
        List<Lesson> lessons = lessons(selam);
        Lesson off = lessons.get(0);
        Lesson moved = lessons.get(1);
        Instant later = moved.begin().plus(Duration.ofMinutes(45));

        done(world.municipality().backOffice().cancel(id(), off.id()));
        events.readOn();
        done(world.municipality().backOffice().move(id(), moved.id(), later, later.plus(Duration.ofHours(2))));
        events.readOn();
        Answer home = selam.get("/");

        PageInvariants.check(home.body(), language, home.path());
        DossierMessages words = Texts.in(language, DossierMessages.class);
        String lesson = Texts.in(language, AgendaMessages.class).kind(Agenda.Kind.LESSON);
        Dates dates = Dates.of(language);
        assertEquals(List.of(Answer.plain(words.item_moved(dates.moment(moved.begin()), lesson, dates.moment(later))),
                Answer.plain(words.item_cancelled(dates.moment(off.begin()), lesson))), named(home));
        for (String link : home.document().select("section[aria-labelledby=changed] a").eachAttr("href")) {
            Answer item = selam.get(link);
            assertEquals(200, item.status());
            PageInvariants.check(item.body(), language, item.path());
        }
    }

    @Test
    void whatHappenedToOneLessonTwiceIsSaidOnceAsItIsNow() {
        Portal selam = again(Language.EN);
        Lesson lesson = lessons(selam).get(0);
        Instant later = lesson.begin().plus(Duration.ofMinutes(30));

        done(world.municipality().backOffice().move(id(), lesson.id(), later, later.plus(Duration.ofHours(2))));
        events.readOn();
        done(world.municipality().backOffice().cancel(id(), lesson.id()));
        events.readOn();

        List<String> named = named(selam.get("/"));
        assertEquals(1, named.size(), named.toString());
        assertTrue(named.get(0).endsWith("This is cancelled."), named.get(0));
        assertEquals(0, general(selam.get("/")));
    }

    @Test
    void whatIsNotInTheAgendaIsSaidInGeneral() {
        Portal selam = again(Language.EN);
        Lesson lesson = lessons(selam).get(0);
        done(world.municipality().backOffice().cancel(id(), lesson.id()));
        events.readOn();
        Rows.run("update news set subject_id = 'les-van-niemand'");

        Answer home = selam.get("/");

        assertEquals(List.of(), named(home));
        assertEquals(1, general(home));
    }

    @Test
    void anAgendaThatCouldNotBeReadSinceSaysNothingThatMayBeWrong() {
        Portal selam = again(Language.EN);
        Lesson lesson = lessons(selam).get(0);
        TestClock.advance(Duration.ofSeconds(2));
        world.municipality().faults().set(Resource.AGENDA, Fault.error());
        done(world.municipality().backOffice().cancel(id(), lesson.id()));
        events.readOn();

        Answer home = selam.get("/");
        assertEquals(List.of(), named(home), "the last answer still has the lesson");
        assertEquals(1, general(home));

        world.municipality().faults().clear();
        breakers.resetAll();
        assertEquals(1, named(selam.get("/")).size());
    }

    @Test
    void manyChangesAreNamedUpToFiveAndTheRestIsSaidInGeneral() {
        Portal selam = again(Language.EN);
        lessons(selam).stream().limit(6).forEach(lesson -> done(world.municipality().backOffice().cancel(id(), lesson.id())));
        events.readOn();

        Answer home = selam.get("/");

        assertEquals(5, named(home).size());
        assertEquals(1, general(home));
    }

    @Test
    void anAgendaThatIsHeardToHaveChangedIsReadBeforeAnybodyAsks() {
        Portal selam = again(Language.EN);
        Lesson lesson = lessons(selam).get(0);
        done(world.municipality().backOffice().cancel(id(), lesson.id()));
        events.readOn();
        assertEquals(1, outdated());

        refresher.refresh();

        assertEquals(0, outdated());
        world.municipality().faults().set(Resource.AGENDA, Fault.error());
        assertEquals(1, named(selam.get("/")).size(), "no page has to ask");
    }

    @Test
    void anAgendaThatCannotBeReadIsTriedAgainLater() {
        Portal selam = again(Language.EN);
        Lesson lesson = lessons(selam).get(0);
        world.municipality().faults().set(Resource.AGENDA, Fault.error());
        done(world.municipality().backOffice().cancel(id(), lesson.id()));
        events.readOn();
        refresher.refresh();
        assertEquals(1, outdated());
        assertEquals(List.of("0"), Rows.of("select count(*) from dossier_snapshot where changes <> seen_changes"),
                "dossiers are read all the same");

        world.municipality().faults().clear();
        breakers.resetAll();
        refresher.refresh();
        assertEquals(1, outdated(), "it was tried just now");
        TestClock.advance(Duration.ofSeconds(31));
        refresher.refresh();
        assertEquals(0, outdated());
    }

    @Test
    void whoHasNoLessonsIsNotSentToLookForThem() {
        Element now = Portal.signedIn("done-turkish", Language.EN).get("/").document().selectFirst("section[aria-labelledby=now]");

        assertTrue(now.text().contains(Texts.in(Language.EN, DossierMessages.class).now_nothing()), now::text);
        assertFalse(now.text().contains("lesson"), now::text);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theNextLessonComesFirstAndLeadsToWhatIsKnownOfIt(Language language) {
        Portal selam = Portal.signedIn(SELAM, language);
        selam.get("/agenda");

        Answer home = selam.get("/");

        PageInvariants.check(home.body(), language, home.path());
        Element first = cards(home).get(0);
        assertTrue(Answer.plain(first.text()).startsWith(Answer.plain(Texts.in(language, AgendaMessages.class).kind(Agenda.Kind.LESSON))), first::text);
        assertTrue(first.text().contains("Werk en Taal Waterstad"), first::text);
        assertFalse(first.select(".when").text().isBlank());
        assertEquals(200, selam.get(first.select("h3 a").attr("href")).status());
        assertEquals(2, cards(home).size(), "and her talk after it");
    }

    @Test
    void whoSaidNotToComeToTheNextTalkReadsSo() {
        Portal yazan = Portal.signedIn("o-arabic-load", Language.EN);
        yazan.get("/agenda");
        String declined = Texts.in(Language.EN, DossierMessages.class).now_declined();
        assertFalse(yazan.get("/").text().contains(declined));

        yazan.submit(yazan.get("/agenda/" + pvt()), "/agenda/" + pvt() + "/decline", Map.of());
        dispatcher.deliverDue();
        refresher.refresh();

        Element said = yazan.get("/").document().selectFirst("section[aria-labelledby=now] .state");
        assertEquals(declined, said.text());
        assertEquals("/agenda/" + pvt(), said.selectFirst("a").attr("href"));
    }

    private static String pvt() {
        return Rows.of("select item->>'id' from agenda_snapshot, jsonb_array_elements(body->'onderdelen') item where item->>'soort' = 'PVT'").get(0);
    }

    @Test
    void homeReadsOnlyWhatIsAheadOfAnAgenda() {
        Portal selam = Portal.signedIn(SELAM, Language.EN);
        selam.get("/agenda");
        String lesson = cards(selam.get("/")).get(0).text();

        Rows.run("update agenda_snapshot set body = '{}'");
        assertEquals(lesson, cards(selam.get("/")).get(0).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ahead = '{}', ahead_of = confirmed_at - interval '1 second'", "ahead = null, ahead_of = null"})
    void anAgendaThatAVersionBeforeReadIsReadWhole(String before) {
        Portal selam = Portal.signedIn(SELAM, Language.EN);
        selam.get("/agenda");
        String lesson = cards(selam.get("/")).get(0).text();

        Rows.run("update agenda_snapshot set " + before);
        assertEquals(lesson, cards(selam.get("/")).get(0).text());
    }

    @Test
    void whoNeverOpensTheAgendaHasItReadAfterHome() {
        nothingWasWantedWithin(10);
        Portal selam = Portal.signedIn(SELAM, Language.EN);
        assertEquals(1, cards(selam.get("/")).size(), "her talk alone");
        assertEquals(List.of(), Rows.of("select participant from agenda_snapshot"), "Home waits for nobody");

        refresher.refresh();

        assertEquals(List.of(id()), Rows.of("select participant from agenda_snapshot"), "hers alone");
        assertEquals(2, cards(selam.get("/")).size(), "her lesson first");
    }

    @Test
    void itIsReadAgainOnceHalfADayHasPassedAndNotBefore() {
        nothingWasWantedWithin(20);
        Portal.signedIn(SELAM, Language.EN);
        refresher.refresh();
        String seen = confirmed();
        TestClock.advance(Duration.ofHours(11));
        Portal.signedIn(SELAM, Language.EN).get("/");
        refresher.refresh();
        assertEquals(seen, confirmed());

        TestClock.advance(Duration.ofHours(1));
        Portal.signedIn(SELAM, Language.EN).get("/");
        refresher.refresh();
        assertFalse(seen.equals(confirmed()), seen);
    }

    @Test
    void whatCannotBeReadIsTriedOnceInAMinuteHoweverOftenHomeIsOpened() {
        nothingWasWantedWithin(30);
        Portal selam = Portal.signedIn(SELAM, Language.EN);
        world.municipality().faults().set(Resource.AGENDA, Fault.error());
        selam.get("/");
        refresher.refresh();
        world.municipality().faults().clear();
        breakers.resetAll();

        Answer home = selam.get("/");
        refresher.refresh();
        assertEquals(200, home.status());
        assertEquals(1, cards(home).size(), "what is known");
        assertEquals(List.of(), Rows.of("select participant from agenda_snapshot"), "it was tried just now");

        TestClock.advance(Duration.ofMinutes(1));
        selam.get("/");
        refresher.refresh();
        assertEquals(2, cards(selam.get("/")).size());
    }

    @Test
    void whatWasSeenYesterdaySaysSo() {
        Portal selam = Portal.signedIn(SELAM, Language.EN);
        selam.get("/agenda");
        TestClock.advance(Duration.ofDays(1));
        world.municipality().faults().set(Resource.AGENDA, Fault.error());
        Answer home = Portal.signedIn(SELAM, Language.EN).get("/");

        String asOf = Texts.in(Language.EN, DossierMessages.class).now_as_of(Dates.of(Language.EN).date(TestClock.today().minusDays(1)));
        assertTrue(cards(home).get(0).text().contains(asOf), () -> home.document().select("section[aria-labelledby=now]").text());
    }

    @Test
    void whatIsHeardToHaveChangedIsNotSaidAnyMore() {
        // The municipality cancels nothing that has begun: a lesson of this moment is over by then.
        TestClock.advance(Duration.ofHours(6));
        Portal selam = Portal.signedIn(SELAM, Language.EN);
        selam.get("/agenda");
        String lesson = cards(selam.get("/")).get(0).select("h3 a").attr("href");

        done(world.municipality().backOffice().cancel(id(), lesson.substring(lesson.lastIndexOf('/') + 1)));
        events.readOn();
        assertEquals(1, cards(selam.get("/")).size(), "what comes next is not known now");

        selam.get("/agenda");
        Element next = cards(selam.get("/")).get(0);
        assertFalse(next.select("h3 a").attr("href").equals(lesson), next::text);
    }

    /** Selam, who was here before. */
    private static Portal again(Language language) {
        Portal.signedIn(SELAM, language);
        TestClock.advance(Duration.ofSeconds(2));
        return Portal.signedIn(SELAM, language);
    }

    /** Her lessons as she sees them, from the day after tomorrow on. */
    private static List<Lesson> lessons(Portal selam) {
        assertEquals(200, selam.get("/agenda").status());
        List<Lesson> lessons = new ArrayList<>();
        for (String json : Rows.of("select jsonb_array_elements(body->'onderdelen')::text from agenda_snapshot")) {
            JsonNode item = read(json);
            Instant begin = Instant.parse(item.get("begin").asText());
            if ("Les".equals(item.get("soort").asText()) && "Gepland".equals(item.get("status").asText())
                    && begin.isAfter(TestClock.now().plus(Duration.ofDays(2)))) {
                lessons.add(new Lesson(item.get("id").asText(), begin));
            }
        }
        return lessons;
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private String id() {
        return world.municipality().idOf(SELAM);
    }

    /** Lets so many minutes pass, another number for each test: what others wanted is then long ago, or was wanted by a wrong clock. */
    private static void nothingWasWantedWithin(int minutes) {
        TestClock.advance(Duration.ofMinutes(minutes));
    }

    private static String confirmed() {
        return Rows.of("select confirmed_at from agenda_snapshot").get(0);
    }

    private static void done(Optional<?> problem) {
        assertEquals(Optional.empty(), problem);
    }

    private static List<String> named(Answer home) {
        return home.document().select("section[aria-labelledby=changed] li a").eachText().stream().map(Answer::plain).toList();
    }

    private static long general(Answer home) {
        String agenda = Answer.plain(Texts.in(Language.EN, DossierMessages.class).changed(Change.What.AGENDA));
        return home.document().select("section[aria-labelledby=changed] li").eachText().stream().map(Answer::plain)
                .filter(line -> line.startsWith(agenda + " ")).count();
    }

    private static int outdated() {
        return Rows.of("select participant from agenda_snapshot where changes <> seen_changes").size();
    }

    private static List<Element> cards(Answer home) {
        return home.document().select("section[aria-labelledby=now] .card");
    }
}
