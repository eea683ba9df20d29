package nl.opkoers.coaching;

import static nl.opkoers.coaching.Waterstad.FEMKE;
import static nl.opkoers.coaching.Waterstad.JOOST;
import static nl.opkoers.coaching.Waterstad.MARLOES;
import static nl.opkoers.coaching.Waterstad.NABIL;
import static nl.opkoers.coaching.Waterstad.SELAM;
import static nl.opkoers.coaching.Waterstad.asks;
import static nl.opkoers.coaching.Waterstad.csrf;
import static nl.opkoers.coaching.Waterstad.open;
import static nl.opkoers.coaching.Waterstad.post;
import static nl.opkoers.coaching.Waterstad.reads;
import static nl.opkoers.coaching.Waterstad.staff;
import static nl.opkoers.coaching.Waterstad.works;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Pause;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.contact.Closing;
import nl.opkoers.contact.ConversationMessages;
import nl.opkoers.contact.Conversations;
import nl.opkoers.contact.Turn;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Marloes Hendriks goes away for a week, and Femke Noordhof answers her people: she reads what is open then, and nothing else.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class LeavePageTest {

    private static final String LEAVE = "/coach/leave";
    private static final String OVER = "/coach/hand-over";

    DemoWorld world;

    @Inject
    Conversations conversations;

    @BeforeEach
    void colleaguesWork() {
        Waterstad.nothingIsLeft();
        works(FEMKE, "Femke Noordhof");
        works(JOOST, "Joost van Wijk");
        works(MARLOES, "Marloes Hendriks");
    }

    @AfterEach
    void nothingIsLeft() {
        Waterstad.nothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aWeekAwayIsNotedAndListed(Language language) {
        Portal marloes = Portal.signedIn("coach-a", language);
        Answer page = open(marloes, LEAVE, language);
        reads(page, words(language).leave_none());

        Answer sent = leave(marloes, page, today(), today().plusDays(7), FEMKE);
        leave(marloes, page, today(), today().plusDays(7), FEMKE);

        assertEquals(303, sent.status());
        reads(open(marloes, LEAVE, language), words(language).leave_by("Femke Noordhof"), words(language).leave_now());
        assertEquals("1", Rows.of("select count(*) from absence").get(0), "two taps are one");
        assertEquals(List.of(MARLOES + " Femke Noordhof " + today() + " " + today().plusDays(7)),
                Rows.of("select concat_ws(' ', employee, substitute_name, since, until) from absence"));
    }

    @ParameterizedTest
    @CsvSource({"x, 3, FEMKE, SINCE", "0, x, FEMKE, UNTIL", "-1, 3, FEMKE, PAST", "3, 2, FEMKE, BACKWARDS", "0, 370, FEMKE, LONG",
        "0, 3, NOBODY, SUBSTITUTE", "0, 3, MYSELF, SUBSTITUTE", "12, 14, FEMKE, OVERLAP", "4, 5, JOOST, AWAY"})
    void aMistakeIsSaidAndKeepsWhatWasTyped(String since, String until, String who, LeaveForm.Mistake mistake) {
        String substitute = Map.of("FEMKE", FEMKE, "JOOST", JOOST, "MYSELF", MARLOES, "NOBODY", "M-7777").get(who);
        away(MARLOES, FEMKE, today().plusDays(10), today().plusDays(12));
        away(JOOST, FEMKE, today().plusDays(5), today().plusDays(5));
        for (Language language : Language.values()) {
            Portal marloes = Portal.signedIn("coach-a", language);
            Map<String, String> typed = Map.of("since", day(since), "until", day(until), "substitute", substitute);

            Answer told = marloes.submit(marloes.get(LEAVE), LEAVE, typed);

            assertEquals(400, told.status());
            Waterstad.check(told, language);
            reads(told, words(language).leave_mistake(mistake));
            assertEquals(day(since), told.document().selectFirst("input[name=since]").val());
            assertEquals("2", Rows.of("select count(*) from absence").get(0));
        }
    }

    @Test
    void otherDaysByTheWayBackAreNotLost() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer page = marloes.get(LEAVE);
        leave(marloes, page, today(), today().plusDays(2), FEMKE);

        assertEquals(400, leave(marloes, page, today(), today().plusDays(3), FEMKE).status(), "these overlap, which is said");
        assertEquals(303, leave(marloes, page, today().plusDays(7), today().plusDays(8), FEMKE).status());
        assertEquals("2", Rows.of("select count(*) from absence").get(0));
    }

    /** Two tabs of hers, or she and the colleague whom she chooses: neither has seen what the other is about to note. */
    @ParameterizedTest
    @CsvSource({"coach-a, OVERLAP", "coach-b, AWAY"})
    @Timeout(60)
    void ofWhatDoesNotGoTogetherOneIsNotedHoweverCloselyBothAreSent(String other, LeaveForm.Mistake mistake) {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Portal second = Portal.signedIn(other, Language.NL);
        Answer hers = marloes.get(LEAVE);
        Answer seconds = second.get(LEAVE);
        // Each can look at what was noted before, and none can note anything, until both have come that far.
        CompletableFuture<Void> held = CompletableFuture.runAsync(() -> Rows.run("begin; lock table absence in share mode; "
                + "do $$ begin for each in 1..300 loop exit when (select count(*) from pg_locks where not granted) > 1; "
                + "perform pg_sleep(0.1); end loop; end $$; commit"));
        while (Rows.of("select 1 from pg_locks where relation = 'absence'::regclass and mode = 'ShareLock' and granted").isEmpty()) {
            Pause.ofMillis(20);
        }

        List<Answer> answers = Stream.of(
                        CompletableFuture.supplyAsync(() -> leave(marloes, hers, today(), today().plusDays(7), JOOST)),
                        CompletableFuture.supplyAsync(() -> leave(second, seconds, today().plusDays(2), today().plusDays(3),
                                other.equals("coach-a") ? FEMKE : MARLOES)))
                .toList().stream().map(CompletableFuture::join).toList();
        held.join();

        assertEquals(List.of(303, 400), answers.stream().map(Answer::status).sorted().toList());
        assertEquals(List.of("1"), Rows.of("select count(*) from absence"));
        Answer told = answers.stream().filter(answer -> answer.status() == 400).findFirst().orElseThrow();
        assertTrue(told.text().contains(Answer.plain(words(Language.NL).leave_mistake(mistake))), told.text());
    }

    @Test
    void whatWasTakenBackCanBeNotedAgainByTheWayBack() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer page = marloes.get(LEAVE);
        leave(marloes, page, today(), today().plusDays(7), FEMKE);
        String end = marloes.get(LEAVE).document().selectFirst("form[action$=/end]").attr("action");
        assertEquals(303, post(marloes, page, end, Map.of()).status());
        UUID open = asks(conversations, key(SELAM), null, today().plusDays(2));
        assertEquals(404, staff(FEMKE, Role.COACH).get(conversation(SELAM, open)).status());

        assertEquals(303, leave(marloes, page, today(), today().plusDays(7), FEMKE).status());

        assertEquals(200, staff(FEMKE, Role.COACH).get(conversation(SELAM, open)).status());
        reads(open(marloes, LEAVE, Language.NL), words(Language.NL).leave_now());
        assertEquals("1", Rows.of("select count(*) from absence").get(0));
    }

    @Test
    void daysInAYearThatNobodyTypesAreNoDays() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);

        Answer told = marloes.submit(marloes.get(LEAVE), LEAVE,
                Map.of("since", "+999999999-12-31", "until", "+999999999-12-31", "substitute", FEMKE));

        assertEquals(400, told.status());
        reads(told, words(Language.NL).leave_mistake(LeaveForm.Mistake.SINCE));
    }

    @Test
    void oneDayIsAnAbsenceToo() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);

        assertEquals(303, leave(marloes, marloes.get(LEAVE), today().plusDays(1), today().plusDays(1), FEMKE).status());
    }

    @Test
    void theSubstituteReadsWhatIsOpenInTheseDaysAndNothingElse() {
        UUID open = asks(conversations, key(SELAM), null, today().plusDays(2));
        UUID done = asks(conversations, key(NABIL), null, today().plusDays(2));
        conversations.take(key(NABIL), done, new Turn.Closed(UUID.randomUUID(), TestClock.now().minus(Duration.ofDays(3)), MARLOES,
                "Marloes Hendriks", Closing.ANSWERED, null));
        Portal femke = staff(FEMKE, Role.COACH);
        assertEquals(404, femke.get(conversation(SELAM, open)).status(), "nobody is away");
        int before = inbox(femke);

        away(MARLOES, FEMKE, today(), today().plusDays(7));

        assertEquals(200, femke.get(conversation(SELAM, open)).status());
        assertEquals(before + 1, inbox(femke));
        reads(femke.get("/coach"), "Selam Tesfay", "Marloes Hendriks");
        assertEquals(404, femke.get(conversation(NABIL, done)).status(), "that was over before");
        assertEquals(404, femke.get("/coach/participants/" + id(SELAM)).status(), "not the person's page");
        assertEquals(404, femke.get("/coach/hours/" + id(SELAM)).status(), "nor their hours");
        assertEquals(404, staff(JOOST, Role.COACH).get(conversation(SELAM, open)).status(), "another colleague");
        assertEquals(404, staff("M-1006", Role.COACH).get(conversation(SELAM, open)).status(), "who left");
        assertEquals(403, Portal.signedIn("team-lead", Language.NL).get(conversation(SELAM, open)).status());
        assertEquals(200, Portal.signedIn("coach-a", Language.NL).get(conversation(SELAM, open)).status());
    }

    @Test
    void whatIsAskedInTheseDaysIsForTheSubstituteToo() {
        away(MARLOES, FEMKE, today(), today().plusDays(7));

        UUID asked = asks(conversations, key(SELAM), null, today().plusDays(2));

        assertEquals(200, staff(FEMKE, Role.COACH).get(conversation(SELAM, asked)).status());
    }

    /** Joost stands in for Femke, who stands in for Marloes. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void whoStandsInForASubstituteAnswersForBoth(Language language) {
        UUID open = asks(conversations, key(SELAM), null, today().plusDays(2));
        away(MARLOES, FEMKE, today(), today().plusDays(7));
        Portal joost = staff(JOOST, Role.COACH);
        assertEquals(404, joost.get(conversation(SELAM, open)).status(), "Femke is there");
        Portal femke = staff(FEMKE, Role.COACH);

        assertEquals(303, leave(femke, femke.get(LEAVE), today(), today().plusDays(2), JOOST).status());

        assertEquals(200, joost.get(conversation(SELAM, open)).status());
        reads(joost.get("/coach"), "Selam Tesfay", "Marloes Hendriks");
        reads(open(joost, LEAVE, Language.NL), "Marloes Hendriks, tot en met " + Dates.of(Language.NL).date(today().plusDays(2)));
        Portal selam = Portal.signedIn(SELAM, language);
        ConversationMessages said = Texts.in(language, ConversationMessages.class);
        reads(open(selam, "/messages/" + open, language), said.substitute_until("Marloes Hendriks", "Joost van Wijk",
                Dates.of(language).date(today().plusDays(2))));
        reads(open(selam, "/people", language), "Joost van Wijk");
        TestClock.advance(Duration.ofDays(3));
        assertEquals(404, staff(JOOST, Role.COACH).get(conversation(SELAM, open)).status(), "Femke is back");
        reads(open(Portal.signedIn(SELAM, language), "/people", language), "Femke Noordhof");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePersonSeesWhoAnswersAndUntilWhen(Language language) {
        UUID mine = asks(conversations, key(SELAM), null, today().plusDays(2));
        UUID sentOn = asks(conversations, key(SELAM), null, today().plusDays(2));
        conversations.take(key(SELAM), sentOn, new Turn.HandedOver(UUID.randomUUID(), TestClock.now(), MARLOES, "Marloes Hendriks",
                JOOST, "Joost van Wijk", null));
        away(MARLOES, FEMKE, today(), today().plusDays(7));
        away(JOOST, FEMKE, today(), today().plusDays(3));
        Portal selam = Portal.signedIn(SELAM, language);
        ConversationMessages said = Texts.in(language, ConversationMessages.class);

        reads(open(selam, "/messages/" + mine, language), said.substitute_until("Marloes Hendriks", "Femke Noordhof",
                Dates.of(language).date(today().plusDays(7))));
        reads(open(selam, "/messages/" + sentOn, language), said.substitute_until("Joost van Wijk", "Femke Noordhof",
                Dates.of(language).date(today().plusDays(3))));
        reads(open(selam, "/people", language), "Femke Noordhof");
        Rows.run("update absence set ended_at = now()");
        assertFalse(selam.get("/people").text().contains("Femke Noordhof"));
        assertFalse(selam.get("/messages/" + mine).text().contains("Femke Noordhof"));
    }

    @Test
    void whatWasSentOnToWhoIsAwayIsForTheSubstituteToo() {
        ParticipantKey kofi = key(Waterstad.KOFI);
        UUID asked = asks(conversations, kofi, null, today().plusDays(2));
        conversations.take(kofi, asked, new Turn.HandedOver(UUID.randomUUID(), TestClock.now(), Waterstad.KAREL, "Karel Zijlstra",
                MARLOES, "Marloes Hendriks", null));
        away(MARLOES, FEMKE, today(), today().plusDays(7));

        Portal femke = staff(FEMKE, Role.COACH);

        assertEquals(200, femke.get(conversation(Waterstad.KOFI, asked)).status());
        reads(femke.get("/coach"), "Marloes Hendriks");
    }

    @Test
    void anAbsenceToComeAndOneThatIsOverOpenNothing() {
        UUID open = asks(conversations, key(SELAM), null, today().plusDays(2));
        away(MARLOES, FEMKE, today().plusDays(1), today().plusDays(3));
        assertEquals(404, staff(FEMKE, Role.COACH).get(conversation(SELAM, open)).status(), "tomorrow");

        TestClock.advance(Duration.ofDays(3));
        assertEquals(200, staff(FEMKE, Role.COACH).get(conversation(SELAM, open)).status(), "the last day");
        TestClock.advance(Duration.ofDays(1));

        assertEquals(404, staff(FEMKE, Role.COACH).get(conversation(SELAM, open)).status(), "the day after");
    }

    @Test
    void whatIsTakenBackOpensNothing() {
        UUID open = asks(conversations, key(SELAM), null, today().plusDays(2));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        leave(marloes, marloes.get(LEAVE), today(), today().plusDays(7), FEMKE);
        Portal femke = staff(FEMKE, Role.COACH);
        assertEquals(200, femke.get(conversation(SELAM, open)).status());
        Answer page = marloes.get(LEAVE);
        String end = page.document().selectFirst("form[action$=/end]").attr("action");
        assertEquals(404, post(femke, femke.get("/coach"), end, Map.of()).status(), "not hers to end");

        assertEquals(303, marloes.submit(page, end, Map.of()).status());
        assertEquals(303, marloes.submit(page, end, Map.of()).status());

        assertEquals(404, femke.get(conversation(SELAM, open)).status());
        reads(open(marloes, LEAVE, Language.NL), "Beëindigd op");
        assertEquals(303, leave(marloes, page, today(), today().plusDays(2), FEMKE).status(), "the days are free again");
        assertEquals(404, post(marloes, page, LEAVE + "/none/end", Map.of()).status());
    }

    @Test
    void whatIsOverIsNotEndedLaterFromAnOldPage() {
        Portal before = Portal.signedIn("coach-a", Language.NL);
        leave(before, before.get(LEAVE), today(), today().plusDays(1), FEMKE);
        String end = before.get(LEAVE).document().selectFirst("form[action$=/end]").attr("action");
        TestClock.advance(Duration.ofDays(3));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);

        assertEquals(303, post(marloes, marloes.get(LEAVE), end, Map.of()).status());

        Answer list = open(marloes, LEAVE, Language.NL);
        reads(list, words(Language.NL).leave_past());
        assertFalse(list.text().contains("Beëindigd op"), "it was over before");
    }

    @Test
    void nobodyIsToldToCallWhoIsAway() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        String town = toCall(Portal.visitor(Language.TI).get("/"));
        assertNotEquals(town, toCall(selam.get("/")), "Marloes is there");
        away(MARLOES, FEMKE, today(), today().plusDays(1));

        assertEquals(town, toCall(selam.get("/")));
        assertEquals(town, toCall(selam.get("/hours")));
        TestClock.advance(Duration.ofDays(2));
        assertNotEquals(town, toCall(Portal.signedIn("z-tigrinya", Language.TI).get("/")), "she is back");
    }

    private static String toCall(Answer page) {
        return page.document().select("footer .call a[href^=tel:]").attr("href");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void oneConversationGoesToAColleagueOnceAndThePersonSeesIt(Language language) {
        UUID asked = asks(conversations, key(SELAM), null, today().plusDays(2));
        Portal marloes = Portal.signedIn("coach-a", language);
        String address = OVER + "/" + id(SELAM) + "/" + asked;
        Answer page = open(marloes, address, language);
        Map<String, String> typed = Map.of("to", FEMKE, "note", "Femke spreekt\r\nTigrinya.");

        assertEquals(303, marloes.submit(page, address, typed).status());
        assertEquals(303, marloes.submit(page, address, typed).status());

        Turn.HandedOver over = (Turn.HandedOver) conversations.turnsAfter(key(SELAM), asked, 1, 10).get(0).turn();
        assertEquals(List.of(MARLOES, FEMKE, "Femke Noordhof", "Femke spreekt\nTigrinya."),
                List.of(over.by(), over.to(), over.toName(), over.note()));
        assertEquals(2, conversations.find(key(SELAM), asked).orElseThrow().standing().turns(), "done twice is done once");
        assertEquals(200, staff(FEMKE, Role.COACH).get(conversation(SELAM, asked)).status());
    }

    /** Femke answers while Marloes is away, and hands over what she may not read any more then. */
    @ParameterizedTest
    @CsvSource({"/coach/hand-over/%s, ''", "/coach/conversations/%s, /refer"})
    void whoTapsTwiceIsNotToldThatItIsGone(String page, String step) {
        UUID asked = asks(conversations, key(SELAM), null, today().plusDays(2));
        away(MARLOES, FEMKE, today(), today().plusDays(7));
        Portal femke = staff(FEMKE, Role.COACH);
        String address = page.formatted(id(SELAM) + "/" + asked);
        Answer form = femke.get(address);
        Map<String, String> typed = Map.of("to", JOOST, "note", "Voor jou");
        assertEquals(303, femke.submit(form, address + step, typed).status());
        assertEquals(404, femke.get(conversation(SELAM, asked)).status(), "it is Joost's now");

        Answer again = femke.submit(form, address + step, typed);

        assertEquals(303, again.status());
        assertEquals(200, femke.follow(again).status());
        assertEquals(2, turns(SELAM, asked), "done twice is done once");
        assertEquals(404, femke.submit(form, address + step, Map.of("to", JOOST, "note", "Iets anders")).status());
        Map<String, String> hers = new HashMap<>(typed);
        form.document().selectFirst("form[action=" + address + step + "]").select("input[type=hidden]")
                .forEach(field -> hers.put(field.attr("name"), field.val()));
        Portal karel = staff(Waterstad.KAREL, Role.COACH);
        hers.remove("whose");
        assertEquals(404, post(karel, karel.get("/coach"), address + step, hers).status(), "nobody else's");
    }

    @Test
    void aMistakeInHandingOverKeepsWhatWasTyped() {
        UUID asked = asks(conversations, key(SELAM), null, today().plusDays(2));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        String address = OVER + "/" + id(SELAM) + "/" + asked;
        Answer page = marloes.get(address);

        Answer nobody = marloes.submit(page, address, Map.of("to", MARLOES, "note", "Voor mijzelf"));
        Answer tooLong = marloes.submit(page, address, Map.of("to", FEMKE, "note", "x".repeat(501)));
        conversations.take(key(SELAM), asked, Waterstad.answer(JOOST, "Joost van Wijk"));
        Answer overtaken = marloes.submit(page, address, Map.of("to", FEMKE, "note", "Voor Femke"));

        assertEquals(400, nobody.status());
        assertEquals("Voor mijzelf", nobody.document().selectFirst("textarea").wholeText());
        assertEquals(400, tooLong.status());
        reads(tooLong, words(Language.NL).over_mistake(HandOverForm.Mistake.LONG));
        assertEquals(409, overtaken.status());
        reads(overtaken, words(Language.NL).over_mistake(HandOverForm.Mistake.OVERTAKEN));
        Waterstad.check(overtaken, Language.NL);
        assertEquals(303, marloes.submit(overtaken, address, Map.of("to", FEMKE, "note", "Voor Femke")).status());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void allThatIsOpenGoesToAColleagueAtOnce(Language language) {
        UUID selams = asks(conversations, key(SELAM), null, today().plusDays(2));
        UUID nabils = asks(conversations, key(NABIL), null, today().plusDays(2));
        conversations.take(key(NABIL), nabils, Waterstad.answer(MARLOES, "Marloes Hendriks"));
        UUID kofis = asks(conversations, key(Waterstad.KOFI), null, today().plusDays(2));
        Portal marloes = Portal.signedIn("coach-a", language);
        Answer page = open(marloes, OVER, language);
        reads(page, words(language).over_count(2));

        marloes.submit(page, OVER, Map.of("to", FEMKE, "note", ""));
        marloes.submit(page, OVER, Map.of("to", FEMKE, "note", ""));

        reads(open(marloes, OVER, language), words(language).over_count(0));
        assertEquals(List.of(2, 3, 1), List.of(turns(SELAM, selams), turns(NABIL, nabils), turns(Waterstad.KOFI, kofis)));
        assertEquals(200, staff(FEMKE, Role.COACH).get(conversation(NABIL, nabils)).status());
    }

    @Test
    void whoIsAwayHandsOverOnlyWhatIsTheirOwn() {
        UUID selams = asks(conversations, key(SELAM), null, today().plusDays(2));
        away(MARLOES, FEMKE, today(), today().plusDays(7));
        Portal femke = staff(FEMKE, Role.COACH);

        femke.submit(femke.get(LEAVE), LEAVE, Map.of());
        post(femke, femke.get("/coach"), OVER, Map.of("id", UUID.randomUUID().toString(), "seen", "0", "to", JOOST));

        assertEquals(1, turns(SELAM, selams));
    }

    @Test
    void everyOtherDoorStaysClosed() {
        UUID selams = asks(conversations, key(SELAM), null, today().plusDays(2));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        leave(marloes, marloes.get(LEAVE), today(), today(), FEMKE);
        String end = marloes.get(LEAVE).document().selectFirst("form[action$=/end]").attr("action");
        Map<String, String> form = Map.of("id", UUID.randomUUID().toString(), "seen", "1", "to", JOOST, "since", "2026-01-01");
        for (Portal other : List.of(Portal.signedIn("coach-b", Language.NL), Portal.signedIn("team-lead", Language.NL),
                Portal.signedIn(SELAM, Language.NL), staff(MARLOES, Role.STAFF), staff("M-1006", Role.COACH))) {
            Map<String, String> sent = new HashMap<>(form);
            sent.put("csrf-token", csrf(other.open("/")));
            for (Answer answer : List.of(other.get(OVER + "/" + id(SELAM) + "/" + selams),
                    other.post(OVER + "/" + id(SELAM) + "/" + selams, sent), other.post(end, sent))) {
                assertTrue(answer.status() == 404 || answer.status() == 403, answer.status() + " " + answer.path());
            }
        }
        assertEquals(404, marloes.get(OVER + "/" + id(NABIL) + "/" + selams).status());
        assertEquals(404, marloes.get(OVER + "/" + id(SELAM) + "/x").status());
        assertEquals(1, turns(SELAM, selams));
        assertEquals("0", Rows.of("select count(ended_at) from absence").get(0));
    }

    private static Answer leave(Portal portal, Answer page, LocalDate since, LocalDate until, String substitute) {
        return portal.submit(page, LEAVE, Map.of("since", since.toString(), "until", until.toString(), "substitute", substitute));
    }

    private static void away(String employee, String substitute, LocalDate since, LocalDate until) {
        Rows.run("insert into absence (municipality, employee, id, employee_name, substitute, substitute_name, since, until, noted_at)"
                + " values ('9901', '%s', '%s', '%s', '%s', 'Femke Noordhof', '%s', '%s', now())".formatted(employee, UUID.randomUUID(),
                        employee.equals(MARLOES) ? "Marloes Hendriks" : "Iemand", substitute, since, until));
    }

    private static int inbox(Portal portal) {
        return portal.get("/coach").document().select("main a[href^=/coach/conversations/]").size();
    }

    private int turns(String person, UUID id) {
        return conversations.find(key(person), id).orElseThrow().standing().turns();
    }

    /** A page about one conversation, for who may read it. */
    private String conversation(String person, UUID id) {
        return OVER + "/" + id(person) + "/" + id;
    }

    private static String day(String offset) {
        return offset.equals("x") ? "" : today().plusDays(Integer.parseInt(offset)).toString();
    }

    private static LocalDate today() {
        return TestClock.today();
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
