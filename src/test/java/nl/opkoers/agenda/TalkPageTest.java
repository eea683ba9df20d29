package nl.opkoers.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.contact.ConversationMessages;
import nl.opkoers.contact.HelpMessages;
import nl.opkoers.contact.InboxMessages;
import nl.opkoers.contact.Topic;
import nl.opkoers.contact.WeekHours;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Effect;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;
import nl.opkoers.language.Dates;
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
import org.junit.jupiter.params.provider.ValueSource;

/** It is too much: one asks for a talk, once, without an outage losing it, and somebody has it who answers before a day that is told. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class TalkPageTest {

    private static final String PERSON = "g-english-shift";
    private static final String TALK = "/agenda/talk";
    private static final Map<String, String> IN_ENGLISH = Map.of("language", "en", "send-week", "yes");

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
        Stream.of("dossier_snapshot", "agenda_snapshot", "outbox", "kept_form", "talk_request", "work_pattern",
                "conversation", "conversation_turn", "conversation_reader", "owed_answer").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fromTheAgendaToAConversationThatSomebodyHas(Language language) {
        Portal liam = busy(language);
        Answer agenda = open(liam, "/agenda", language);
        String link = agenda.document().select("main a[href^=" + TALK + "]").first().attr("href");
        assertEquals(TALK + "?week=" + monday(), link);

        Answer form = open(liam, link, language);
        reads(form, words(language).lead(), help(language).hours(WeekHours.Sort.LESSON), help(language).attached_text());
        assertTrue(form.text().contains("Femke Noordhof"), "who will answer, by name");
        Answer sent = liam.submit(form, TALK, Map.of("language", language.tag(), "send-week", "yes"));

        assertEquals(303, sent.status());
        Answer thread = open(liam, sent.location(), language);
        reads(thread, inbox(language).topic(Topic.TOOMUCH), help(language).hours(WeekHours.Sort.LESSON), help(language).hours_total());
        assertTrue(thread.text().contains(day(language)), thread.text());
        assertTrue(thread.document().select("[role=status].praise").text().contains("Femke Noordhof"), thread.text());
        String address = thread.path().replace("?sent=yes", "");
        assertEquals(address, liam.open(TALK).path(), "asked once, it waits for the answer");
        for (String path : List.of("/agenda", "/messages")) {
            Answer told = open(liam, path, language);
            assertTrue(told.text().contains(day(language)), path + " " + told.text());
            assertEquals(1, told.document().select("main a[href=" + address + "]").size(), path);
            assertFalse(told.text().contains(Answer.plain(words(language).too_much())), path);
        }
        assertEquals(1, open(liam, "/", language).document().select("main a[href=" + address + "]").size());
        assertEquals(List.of("180 180 " + monday()), Rows.of("select concat_ws(' ', opening #>> '{attachment,content,LESSON}',"
                + " opening #>> '{attachment,content,total}', opening #>> '{attachment,content,week}') from conversation"));
        assertEquals(List.of("1"), Rows.of("select count(*) from owed_answer where promised is not null"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theCoachHasItInTheInboxAndTheHoursBesideIt(Language language) {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        busy(Language.EN);
        selam.submit(selam.get(TALK + "?week=" + monday()), TALK, Map.of("language", "ti", "interpreter", "yes", "send-week", "yes"));
        Portal marloes = Portal.signedIn("coach-a", language);

        Answer list = open(marloes, "/coach/conversations", language);
        String address = list.document().select("main li.card:contains(Selam Tesfay) h3 a").attr("href");
        Answer page = open(marloes, address, language);

        reads(list, inbox(language).topic(Topic.TOOMUCH), inbox(language).interpreter());
        assertTrue(list.text().contains(day(language)), list.text());
        reads(page, inbox(language).topic(Topic.TOOMUCH), help(language).hours(WeekHours.Sort.LESSON), help(language).hours_total());
        TestClock.advance(Duration.ofDays(14));
        assertEquals(1, open(Portal.signedIn("coach-a", language), "/coach/conversations", language).document()
                .select("main li.card .notice").size(), "overdue");
        assertTrue(open(Portal.signedIn("z-tigrinya", language), "/agenda", language).document().select("main .state a[href^=tel:]").size() > 0,
                "whom to call when the day has passed");
    }

    @Test
    void onceItIsAnsweredOneCanAskAgain() {
        Portal liam = busy(Language.EN);
        String first = liam.submit(liam.get(TALK), TALK, IN_ENGLISH).location();
        Rows.run("update conversation set waiting_since = null, answer_before = null");

        Answer again = open(liam, TALK, Language.EN);
        reads(open(liam, "/agenda", Language.EN), words(Language.EN).too_much());
        String second = liam.submit(again, TALK, IN_ENGLISH).location();

        assertNotEquals(first, second);
        assertEquals(2, asked());
    }

    @Test
    void onlyWhoAnswersReadsItWhenThatIsWanted() {
        Portal liam = busy(Language.EN);
        liam.submit(liam.get(TALK), TALK, Map.of("language", "en", "private", "yes"));

        assertEquals(List.of("true"), Rows.of("select opening ->> 'confidential' from conversation"));
        assertFalse(liam.get("/").document().select("main").text().contains(Answer.plain(inbox(Language.EN).topic(Topic.TOOMUCH))));
    }

    /** From another tab, or by the way back from what was asked before: what was asked then may be read along. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsAskedAgainInConfidenceIsNotTheOneThatOthersMayReadAlong(boolean sameForm) {
        Portal liam = busy(Language.EN);
        Answer form = liam.get(TALK);
        Answer again = sameForm ? form : liam.get(TALK);
        String open = liam.submit(form, TALK, IN_ENGLISH).location();
        Map<String, String> confidential = Map.of("language", "en", "private", "yes");

        String first = liam.submit(again, TALK, confidential).location();
        assertEquals(address(first), address(liam.submit(again, TALK, confidential).location()), "two taps");
        String last = liam.submit(again, TALK, IN_ENGLISH).location();

        assertNotEquals(address(open), address(first));
        reads(liam.get(first), Texts.in(Language.EN, ConversationMessages.class).readers_private());
        assertTrue(List.of(address(open), address(first)).contains(address(last)), "not private: either is the same");
        assertEquals(List.of("false", "true"), Rows.of("select opening ->> 'confidential' from conversation order by 1"));
        assertEquals(2, asked());
    }

    @Test
    void whatWasToBeAskedInConfidenceWhenTheSessionEndedIsNotTheOneThatOthersMayReadAlong() {
        Portal liam = busy(Language.EN);
        Answer form = liam.get(TALK);
        String open = liam.submit(liam.get(TALK), TALK, IN_ENGLISH).location();
        TestClock.advance(Duration.ofMinutes(20));

        Answer ended = liam.follow(liam.submit(form, TALK, Map.of("language", "en", "private", "yes")));
        Answer back = liam.choose(liam.open(ended.document().select("main a.button").attr("href")), Map.of("person", PERSON));

        assertEquals(1, back.document().select("input[name=private][checked]").size(), back.path());
        String first = liam.submit(back, TALK, Map.of("language", "en", "private", "yes")).location();
        assertNotEquals(address(open), address(first));
        assertEquals(address(first), liam.open(TALK).path(), "and that is what waits now");
    }

    private static String address(String location) {
        return location.replaceFirst("\\?.*", "");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoAskedSoMuchTodayThatNoMoreIsTakenIsToldWhomToCall(Language language) {
        Portal liam = busy(language);
        liam.submit(liam.get("/help/ask?topic=housing"), "/help/ask", Map.of("language", "en", "words", "?"));
        Rows.run("insert into conversation (municipality, participant, id, opening, open, theirs, turns, opened_at, last_at) select"
                + " municipality, participant, gen_random_uuid(), opening, open, theirs, turns, opened_at, last_at"
                + " from conversation, generate_series(1, 30)");

        Answer refused = liam.submit(liam.get(TALK), TALK, Map.of("language", "tr", "interpreter", "yes", "private", "yes"));

        assertEquals(400, refused.status());
        check(refused, language);
        reads(refused, help(language).many_today());
        assertTrue(refused.document().select("main [role=alert] a[href^=tel:]").size() > 0);
        assertEquals(3, refused.document().select("input[value=tr][checked], #interpreter[checked], input[name=private][checked]").size());
        assertEquals(0, refused.document().select("input[name=send-week][checked]").size());
        assertEquals(0, asked());
    }

    @Test
    void theMunicipalityHearsThatSomebodyAsksForHelpAndNothingElse() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        int before = requests();

        selam.submit(selam.get(TALK), TALK, Map.of("language", "ti", "interpreter", "yes", "send-week", "yes"));
        dispatcher.deliverDue();

        assertEquals(before + 1, requests());
        assertEquals(List.of("[\"antwoordVoor\", \"onderwerp\", \"ontvangenOp\", \"taal\", \"tolk\", \"urgentie\"]"),
                Rows.of("select (select jsonb_agg(name order by name) from jsonb_object_keys(body) name) from outbox"));
        assertEquals(List.of("Het is te veel ti ti"),
                Rows.of("select concat_ws(' ', body->>'onderwerp', body->>'taal', body->>'tolk') from outbox"));
    }

    @Test
    void tappedTwiceOrInTwoTabsItIsAskedOnce() {
        Portal liam = busy(Language.EN);
        Answer one = liam.get(TALK);
        Answer other = liam.get(TALK);

        Set<String> places = new HashSet<>();
        for (Answer page : List.of(one, one, other, one)) {
            places.add(liam.submit(page, TALK, page == other ? Map.of("language", "en") : IN_ENGLISH).location().replaceFirst("\\?.*", ""));
        }

        assertEquals(1, places.size(), "whichever week goes along");
        assertEquals(1, asked());
        assertEquals(List.of("1"), Rows.of("select count(*) from conversation_turn"));
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
        reads(form, help(Language.EN).hours(WeekHours.Sort.WORK));
        assertEquals(1, form.document().select("input[name=send-week][checked]").size());
        assertEquals(0, form.document().select("input[name=send-work][checked]").size());

        liam.submit(form, TALK, Map.of("language", "en"));
        assertEquals(List.of("t"), Rows.of("select opening -> 'attachment' is null from conversation"));
        again();
        liam.submit(form, TALK, IN_ENGLISH);
        assertEquals(List.of("t 180"), sentWork());
        again();
        liam.submit(form, TALK, Map.of("language", "en", "send-week", "yes", "send-work", "yes"));
        assertEquals(List.of("f 420"), sentWork());
    }

    private static List<String> sentWork() {
        return Rows.of("select concat_ws(' ', opening #> '{attachment,content,WORK}' is null, opening #>> '{attachment,content,total}')"
                + " from conversation");
    }

    /** Until now a form said that nobody else would see the hours: its tick is no leave to send them. */
    @Test
    void aFormThatWasOpenSinceBeforeSendsNoHours() {
        Portal liam = busy(Language.EN);
        worksOnMonday();

        liam.submit(liam.get(TALK), TALK, Map.of("language", "en", "with", "yes", "work", "yes"));

        assertEquals(List.of("t"), Rows.of("select opening -> 'attachment' is null from conversation"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anInterpreterBetweenDutchAndDutchIsAskedAbout(Language language) {
        Portal liam = busy(language);
        Answer form = liam.get(TALK);

        Answer told = liam.submit(form, TALK, Map.of("language", "nl", "interpreter", "yes", "send-week", "yes"));

        assertEquals(400, told.status());
        check(told, language);
        reads(told, help(language).interpreter_dutch());
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

        Answer sent = liam.submit(form, TALK, Map.of("language", language.tag()));
        assertEquals(303, sent.status());
        reads(open(liam, sent.location(), language), inbox(language).topic(Topic.TOOMUCH));
        dispatcher.deliverDue();

        int before = requests();
        world.municipality().faults().clear();
        breakers.resetAll();
        TestClock.advance(Duration.ofMinutes(6));
        dispatcher.deliverDue();
        assertEquals(before + 1, requests());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWasAskedBeforeItWasAConversationIsStillShown(Language language) {
        Portal liam = busy(language);
        askedBefore();

        Answer asked = open(liam, TALK, language);
        reads(asked, agendaWords(language).state(Told.State.SAVED), words(language).said(), words(language).expect_later(3),
                words(language).with_text(), help(language).hours(WeekHours.Sort.LESSON), help(language).interpreter_is());
        assertEquals(2, asked.document().select("a[href^=tel:]").size(), "whom to call meanwhile, here and on every page");
        assertEquals(0, asked.document().select("form[action=" + TALK + "]").size());
        Answer agenda = open(liam, "/agenda", language);
        reads(agenda, agendaWords(language).state(Told.State.SAVED), words(language).see());
        assertFalse(agenda.text().contains(Answer.plain(words(language).too_much())), "asked once, it waits for the answer");

        settle("state = 'ARRIVED', settled_at = '" + TestClock.now() + "'");
        reads(open(liam, TALK, language), words(language).arrived());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWasNotTakenOrNotAnsweredThenSaysWhomToCallAndCanBeAskedAgain(Language language) {
        Portal liam = busy(language);
        askedBefore();

        settle("state = 'REFUSED', settled_at = '" + TestClock.now() + "', refusal = '{\"type\": \"" + Refusal.NOT_PROCESSED + "\"}'");
        for (String path : List.of(TALK, "/agenda")) {
            Answer page = open(liam, path, language);
            reads(page, agendaWords(language).state(Told.State.NOTTAKEN));
            assertEquals(1, page.document().select("main .state a[href^=tel:]").size());
        }
        assertEquals(1, liam.get(TALK).document().select("form[action=" + TALK + "]").size());

        settle("state = 'ARRIVED', refusal = null, settled_at = '" + TestClock.now().minus(Duration.ofDays(10)) + "'");
        Answer passed = open(liam, TALK, language);
        String text = Answer.plain(help(language).passed("#"));
        assertTrue(passed.text().contains(text.substring(text.indexOf('#') + 1)), passed.text());
        assertEquals(303, liam.submit(passed, TALK, Map.of("language", language.tag())).status());
        assertEquals(1, asked());
        reads(open(liam, "/agenda", language), agendaWords(language).week_this(), words(language).see());
    }

    /** As the version before this one kept it, which may still run. */
    private void askedBefore() {
        String id = UUID.randomUUID().toString();
        String whose = "'9901', '" + world.municipality().idOf(PERSON) + "'";
        Rows.run("insert into talk_request values (" + whose + ", '" + id + "', '" + monday() + "', '{\"total\": 180, \"LESSON\": 180}',"
                + " 'en', true, '" + TestClock.now() + "', 3)");
        Rows.run("insert into outbox (municipality, participant, id, kind, subject, body, created_at, next_at) values (" + whose + ", '" + id
                + "', 'HELP_REQUEST', '" + id + "', '{}', '" + TestClock.now() + "', '" + TestClock.now().plus(Duration.ofDays(1)) + "')");
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
        assertEquals(0, back.document().select("input[name=send-week][checked]").size());
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
        Stream.of("conversation", "conversation_turn", "outbox").forEach(Rows::clear);
    }

    private static LocalDate monday() {
        return Dates.mondayOf(TestClock.today());
    }

    private static int asked() {
        return Rows.of("select id from conversation where opening ->> 'topic' = 'TOOMUCH'").size();
    }

    private int requests() {
        return (int) world.municipality().effects().stream().filter(effect -> effect.kind() == Effect.Kind.HELP_REQUEST).count();
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

    /** The day before which an answer is promised, as people read it. */
    private static String day(Language language) {
        LocalDate before = LocalDate.parse(Rows.of("select answer_before from conversation").get(0));
        return Answer.plain(Dates.of(language).date(before));
    }

    private static HelpMessages help(Language language) {
        return Texts.in(language, HelpMessages.class);
    }

    private static InboxMessages inbox(Language language) {
        return Texts.in(language, InboxMessages.class);
    }

    private static TalkMessages words(Language language) {
        return Texts.in(language, TalkMessages.class);
    }

    private static AgendaMessages agendaWords(Language language) {
        return Texts.in(language, AgendaMessages.class);
    }
}
