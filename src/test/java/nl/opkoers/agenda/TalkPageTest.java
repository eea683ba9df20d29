package nl.opkoers.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Effect;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.Dispatcher;
import nl.opkoers.municipality.Refusal;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** It is too much: one asks for a talk, once, without an outage losing it, and it says honestly who knows what. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class TalkPageTest {

    private static final String PERSON = "g-english-shift";
    private static final String TALK = "/agenda/talk";
    private static final Map<String, String> IN_ENGLISH = Map.of("language", "en", "with", "yes");

    DemoWorld world;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    Dispatcher dispatcher;

    @Inject
    WorkPatterns work;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        Stream.of("dossier_snapshot", "agenda_snapshot", "outbox", "kept_form", "talk_request", "work_pattern").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fromTheAgendaToATalkThatIsAskedFor(Language language) {
        Portal liam = busy(language);
        Answer agenda = open(liam, "/agenda", language);
        String link = agenda.document().select("main a[href^=" + TALK + "]").first().attr("href");
        assertEquals(TALK + "?week=" + monday(), link);

        Answer form = open(liam, link, language);
        reads(form, words(language).lead(), words(language).hours(Entry.Sort.LESSON), words(language).reader_sees());
        assertTrue(form.text().contains("Femke Noordhof"), "who will call, by name");
        Answer sent = liam.submit(form, TALK, Map.of("language", language.tag(), "with", "yes"));

        assertEquals(303, sent.status());
        hold();
        Answer asked = open(liam, sent.location(), language);
        reads(asked, agendaWords(language).state(Told.State.SAVED), words(language).expect_later(3), words(language).with_text());
        assertEquals(2, asked.document().select("a[href^=tel:]").size(), "whom to call meanwhile, here and on every page");
        Answer after = open(liam, "/agenda", language);
        reads(after, agendaWords(language).state(Told.State.SAVED), words(language).see());
        assertFalse(after.text().contains(Answer.plain(words(language).too_much())), "asked once, it waits for the answer");
        assertEquals(List.of("{\"total\": 180, \"LESSON\": 180} " + monday()), Rows.of("select load::text || ' ' || week from talk_request"));
    }

    @Test
    void theMunicipalityHearsThatSomebodyWantsToTalkAndNothingElse() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        int before = requests();

        selam.submit(selam.get(TALK), TALK, Map.of("language", "ti", "interpreter", "yes", "with", "yes"));
        dispatcher.deliverDue();

        assertEquals(before + 1, requests());
        assertEquals(List.of("[\"antwoordVoor\", \"onderwerp\", \"ontvangenOp\", \"taal\", \"tolk\", \"urgentie\"]"),
                Rows.of("select (select jsonb_agg(name order by name) from jsonb_object_keys(body) name) from outbox"));
        assertEquals(List.of("Te veel tegelijk ti ti"),
                Rows.of("select concat_ws(' ', body->>'onderwerp', body->>'taal', body->>'tolk') from outbox"));
        Answer asked = open(selam, TALK, Language.TI);
        reads(asked, words(Language.TI).arrived(), words(Language.TI).interpreter_is());
        String expect = Answer.plain(words(Language.TI).expect("#"));
        assertTrue(asked.text().contains(expect.substring(expect.indexOf('#') + 1)), asked.text());
    }

    @Test
    void tappedTwiceOrInTwoTabsItIsAskedOnce() {
        Portal liam = busy(Language.EN);
        Answer one = liam.get(TALK);
        Answer other = liam.get(TALK);

        for (Answer page : List.of(one, one, other, one)) {
            assertEquals(303, liam.submit(page, TALK, IN_ENGLISH).status());
        }

        assertEquals(1, asked());
        assertEquals(List.of("1"), Rows.of("select count(*) from outbox"));
    }

    @Test
    void askedInManyTabsAtTheSameMomentItIsAskedOnce() {
        Portal liam = busy(Language.EN);
        String token = liam.get(TALK).document().selectFirst("input[name=csrf-token]").attr("value");

        List<CompletableFuture<Integer>> taps = IntStream.range(0, 8).mapToObj(tap -> CompletableFuture.supplyAsync(() ->
                liam.post(TALK, Map.of("csrf-token", token, "id", UUID.randomUUID().toString(), "language", "en")).status())).toList();

        taps.forEach(tap -> assertEquals(303, tap.join()));
        assertEquals(1, asked());
    }

    @Test
    void theWeekMayStayHomeAndOwnWorkDoesSoUnlessOneSaysOtherwise() {
        Portal liam = busy(Language.EN);
        worksOnMonday();
        Answer form = liam.get(TALK + "?week=" + monday());
        reads(form, words(Language.EN).hours(Entry.Sort.WORK));
        assertEquals(1, form.document().select("input[name=with][checked]").size());
        assertEquals(0, form.document().select("input[name=work][checked]").size());

        liam.submit(form, TALK, Map.of("language", "en"));
        assertEquals(List.of("t"), Rows.of("select load is null and week is null from talk_request"));
        again();
        liam.submit(form, TALK, IN_ENGLISH);
        assertEquals(List.of("{\"total\": 180, \"LESSON\": 180}"), Rows.of("select load from talk_request"));
        again();
        liam.submit(form, TALK, Map.of("language", "en", "with", "yes", "work", "yes"));
        assertEquals(List.of("{\"WORK\": 240, \"total\": 420, \"LESSON\": 180}"), Rows.of("select load from talk_request"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anInterpreterBetweenDutchAndDutchIsAskedAbout(Language language) {
        Portal liam = busy(language);
        Answer form = liam.get(TALK);

        Answer told = liam.submit(form, TALK, Map.of("language", "nl", "interpreter", "yes", "with", "yes"));

        assertEquals(400, told.status());
        check(told, language);
        reads(told, words(language).interpreter_dutch());
        assertEquals(1, told.document().select("#interpreter[checked][aria-invalid=true]").size());
        assertEquals(form.document().select("input[name=id]").attr("value"), told.document().select("input[name=id]").attr("value"));
        assertEquals(0, asked());
        assertEquals(303, liam.submit(told, TALK, Map.of("language", "ar", "interpreter", "yes")).status());
        assertEquals(1, asked());
    }

    @ParameterizedTest
    @CsvSource({"id, 7", "id, ''", "language, xx", "language, ''"})
    void aFormThatWasTamperedWithIsNotRead(String field, String value) {
        Portal liam = busy(Language.EN);

        Answer told = liam.submit(liam.get(TALK), TALK, Map.of("language", field.equals("language") ? value : "en",
                "id", field.equals("id") ? value : UUID.randomUUID().toString()));

        assertEquals(400, told.status());
        check(told, Language.EN);
        assertEquals(0, asked());
    }

    @ParameterizedTest
    @CsvSource({"never", "2026-02-30", "1999-01-04", "9999-12-31", "''"})
    void aWeekThatIsNoneIsThisWeek(String week) {
        Answer form = busy(Language.EN).get(TALK + "?week=" + week);

        assertEquals(200, form.status());
        assertEquals(monday().toString(), form.document().select("input[name=week]").attr("value"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void duringAnOutageOneCanAskTooAndNothingIsLost(Language language) {
        Portal liam = Portal.signedIn(PERSON, language);
        world.municipality().faults().set(Resource.AGENDA, Fault.error());
        world.municipality().faults().set(Resource.PARTICIPANT, Fault.error());
        world.municipality().faults().set(Resource.HELP_REQUESTS, Fault.error());
        Rows.clear("agenda_snapshot");
        reads(open(liam, "/agenda", language), words(language).too_much());
        Answer form = open(liam, TALK, language);
        reads(form, words(language).week_unknown());

        assertEquals(303, liam.submit(form, TALK, Map.of("language", language.tag())).status());
        dispatcher.deliverDue();

        reads(open(liam, TALK, language), agendaWords(language).state(Told.State.UNDERWAY));
        int before = requests();
        world.municipality().faults().clear();
        breakers.resetAll();
        TestClock.advance(Duration.ofMinutes(6));
        dispatcher.deliverDue();
        assertEquals(before + 1, requests());
        reads(open(liam, TALK, language), words(language).arrived());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWasNotTakenOrNotAnsweredSaysWhomToCallAndCanBeAskedAgain(Language language) {
        Portal liam = busy(language);
        liam.submit(liam.get(TALK), TALK, Map.of("language", language.tag()));

        settle("state = 'REFUSED', settled_at = '" + TestClock.now() + "', refusal = '{\"type\": \"" + Refusal.NOT_PROCESSED + "\"}'");
        for (String path : List.of(TALK, "/agenda")) {
            Answer page = open(liam, path, language);
            reads(page, agendaWords(language).state(Told.State.NOTTAKEN));
            assertEquals(1, page.document().select("main .state a[href^=tel:]").size());
        }
        assertEquals(1, liam.get(TALK).document().select("form[action=" + TALK + "]").size());

        settle("state = 'ARRIVED', refusal = null, settled_at = '" + TestClock.now().minus(Duration.ofDays(10)) + "'");
        Answer passed = open(liam, TALK, language);
        String text = Answer.plain(words(language).passed("#"));
        assertTrue(passed.text().contains(text.substring(text.indexOf('#') + 1)), passed.text());
        liam.submit(passed, TALK, Map.of("language", language.tag()));
        assertEquals(2, asked());
    }

    @Test
    void whatWasFilledInWhenTheSessionEndedIsThereAgain() {
        Portal liam = busy(Language.EN);
        Answer form = liam.get(TALK);
        TestClock.advance(Session.IDLE.plusMinutes(1));

        liam.follow(liam.submit(form, TALK, Map.of("language", "tr", "interpreter", "yes")));
        TestClock.runOn();
        Answer back = liam.signIn(PERSON, TALK + "?kept=" + Rows.of("select id::text from kept_form").get(0));

        check(back, Language.EN);
        assertEquals(1, back.document().select("input[value=tr][checked]").size());
        assertEquals(1, back.document().select("#interpreter[checked]").size());
        assertEquals(0, back.document().select("input[name=with][checked]").size());
        assertEquals(form.document().select("input[name=id]").attr("value"), back.document().select("input[name=id]").attr("value"));
    }

    @Test
    void nobodyElseSeesIt() {
        Portal liam = busy(Language.EN);
        liam.submit(liam.get(TALK), TALK, IN_ENGLISH);

        Answer other = Portal.signedIn("g-turkish-new", Language.EN).get(TALK);

        assertEquals(1, other.document().select("form[action=" + TALK + "]").size());
        assertEquals(403, staff().get(TALK).status());
    }

    private static Portal staff() {
        Portal coach = Portal.visitor(Language.EN);
        coach.signIn("coach-a", "/");
        return coach;
    }

    /** Somebody with two lessons this week, whose request does not get through as long as the test runs. */
    private Portal busy(Language language) {
        world.municipality().faults().set(Resource.HELP_REQUESTS, Fault.error());
        Portal portal = Portal.signedIn(PERSON, language);
        Sheet.empty().with("les-1", "Les", Sheet.at(monday(), "09:30")).with("les-2", "Les", Sheet.at(monday().plusDays(6), "18:30"))
                .keep();
        return portal;
    }

    private void worksOnMonday() {
        work.keep(new ParticipantKey("9901", world.municipality().idOf(PERSON)), UUID.randomUUID(), new WorkPattern.Weekly(List.of(
                new WorkPattern.WorkDay(DayOfWeek.MONDAY, new WorkPattern.Times(LocalTime.of(13, 0), LocalTime.of(17, 0), false)))));
    }

    private static void again() {
        Rows.clear("talk_request");
        Rows.clear("outbox");
    }

    private static LocalDate monday() {
        return Week.mondayOf(TestClock.today());
    }

    private static int asked() {
        return Rows.of("select id from talk_request").size();
    }

    private int requests() {
        return (int) world.municipality().effects().stream().filter(effect -> effect.kind() == Effect.Kind.HELP_REQUEST).count();
    }

    private static void hold() {
        settle("attempts = 0, next_at = '" + TestClock.now().plus(Duration.ofDays(1)) + "'");
    }

    private static void settle(String change) {
        Rows.run("update outbox set " + change);
    }

    private static Answer open(Portal portal, String path, Language language) {
        Answer page = portal.get(path.replaceFirst("^https?://[^/]+", ""));
        assertEquals(200, page.status(), path);
        check(page, language);
        return page;
    }

    private static void check(Answer page, Language language) {
        PageInvariants.check(page.body(), language, page.path());
        HeaderInvariants.check(page.headers(), true);
    }

    private static void reads(Answer page, String... words) {
        for (String expected : words) {
            assertTrue(page.text().contains(Answer.plain(expected)),
                    () -> page.path() + " lacks: " + Answer.plain(expected) + "\n" + page.text());
        }
    }

    private static TalkMessages words(Language language) {
        return Texts.in(language, TalkMessages.class);
    }

    private static AgendaMessages agendaWords(Language language) {
        return Texts.in(language, AgendaMessages.class);
    }
}
