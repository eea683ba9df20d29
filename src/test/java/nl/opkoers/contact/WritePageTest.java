package nl.opkoers.contact;

import static nl.opkoers.contact.Asking.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.dossier.DossierMessages;
import nl.opkoers.identity.Role;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Marloes Hendriks (coach-a) has something to tell Selam Tesfay, who asked nothing. Kofi Asante's Karel Zijlstra is away, and Joost
 * van Wijk (coach-b) stands in.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class WritePageTest {

    private static final String MISSED = "U was er dinsdag niet.";
    private static final Map<String, String> TOLD = Map.of("topic", "LETTER", "text", MISSED, "how", "ANSWER");

    DemoWorld world;

    @Inject
    Conversations conversations;

    @Inject
    HelpRequests requests;

    private Asking asking;
    private Portal marloes;

    @BeforeEach
    void marloesIsThere() {
        nothingIsLeft();
        asking = new Asking(world, conversations);
        marloes = Portal.signedIn("coach-a", Language.NL);
    }

    @AfterEach
    void nothingIsLeft() {
        TestClock.runOn();
        Asking.nothingIsLeft();
        Stream.of("absence", "owed_answer", "document", "picture", "kept_form", "notice", "notice_event", "notice_choice").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fromTheirPageADoorLeadsToAForm(Language language) {
        Portal reading = Portal.signedIn("coach-a", language);
        Answer person = Asking.open(reading, "/coach/participants/" + asking.id(Asking.SELAM), language);

        Answer form = Asking.open(reading, person.document().select("#conversations ~ p a.button").attr("href"), language);

        Asking.reads(form, words(language).write_title("Selam Tesfay"));
        assertEquals("nl", form.document().select("#text-language option[selected]").val());
        assertFalse(form.document().select("#topic option").eachAttr("value").contains("TOOMUCH"), "that she says herself");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void allThatWasEverAskedIsFoundFromTheirPage(Language language) {
        for (int asked = 0; asked < 25; asked++) {
            asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, asking.today());
        }
        Portal reading = Portal.signedIn("coach-a", language);
        String conversations = "#conversations ~ ul h3 a";

        Answer latest = Asking.open(reading, "/coach/participants/" + asking.id(Asking.SELAM), language);
        Answer earlier = Asking.open(reading, latest.document().select("main a[rel=next]").attr("href").replaceFirst("#.*", ""), language);

        List<String> all = new ArrayList<>(latest.document().select(conversations).eachAttr("href"));
        all.addAll(earlier.document().select(conversations).eachAttr("href"));
        assertEquals(25, Set.copyOf(all).size(), all::toString);
        assertEquals(List.of(20, 5), List.of(latest.document().select(conversations).size(), earlier.document().select(conversations).size()));
        assertEquals(1, earlier.document().select("main a[rel=prev]").size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sheFindsItAmongHerMessagesAsNewWithWhoWroteIt(Language language) {
        assertEquals(303, send(TOLD).status());
        Portal selam = Portal.signedIn(Asking.SELAM, language);

        Answer home = Asking.open(selam, "/", language);
        Answer list = Asking.open(selam, "/messages", language);
        Answer read = Asking.open(selam, list.document().select(".card.next a").attr("href"), language);

        Asking.reads(home, said(language).fresh());
        Asking.reads(list, said(language).fresh(), said(language).begun("Marloes Hendriks"), role(language), said(language).told());
        Asking.reads(read, said(language).begun("Marloes Hendriks"), role(language), said(language).told(), MISSED);
        assertEquals(0, Asking.open(selam, "/messages", language).document().select(".card.next").size(), "now it was seen");
        Asking.reads(marloes.get(address(only())), said(Language.NL).seen_by("Selam Tesfay"));
    }

    @Test
    void nobodyOwesAnAnswerUntilSheWritesBack() {
        send(TOLD);
        Standing told = only().standing();
        assertEquals(List.of(true, false, false, 1), List.of(told.open(), told.isWaiting(), told.theirs(), told.turns()));
        assertNull(told.answerBefore());
        assertEquals(List.of("0"), Rows.of("select count(*) from owed_answer"));
        Asking.reads(marloes.get(ConversationsPage.PATH + "?show=open"), "Selam Tesfay");
        assertFalse(marloes.get(ConversationsPage.PATH).document().select("main ol").text().contains("Selam Tesfay"));

        Portal selam = Portal.signedIn(Asking.SELAM, Language.TI);
        String thread = "/messages/" + only().opening().id();
        assertEquals(303, selam.submit(selam.get(thread), thread, Map.of("text", "ሓሚመ ነይረ")).status());

        assertTrue(only().standing().isWaiting());
        assertEquals(Asking.promised(), only().standing().answerBefore());
        assertEquals(List.of("1"), Rows.of("select count(*) from owed_answer"));
        Asking.reads(marloes.get(ConversationsPage.PATH), "Selam Tesfay");
        assertEquals(303, marloes.submit(marloes.get(address(only())), address(only()), Map.of("text", "Beterschap!")).status());
        assertFalse(only().standing().isWaiting());
    }

    @Test
    void whoAsksSomethingMakesItHerTurn() {
        send(with(TOLD, "how", "ASK"));

        assertEquals(List.of(false, true), List.of(only().standing().isWaiting(), only().standing().theirs()));
        Asking.reads(marloes.get(ConversationsPage.PATH + "?show=asked"), "Selam Tesfay");
        Asking.reads(Portal.signedIn(Asking.SELAM, Language.TI).get("/messages"), said(Language.TI).your_turn());
    }

    @Test
    void whatNobodyAskedIsNotAnsweredLater() {
        send(with(with(TOLD, "how", "LATER"), "before", asking.today().plusDays(3).toString()));

        assertFalse(only().standing().isWaiting());
    }

    @Test
    void aDoubleTapIsOneConversation() {
        Answer form = marloes.get(door());

        String first = marloes.submit(form, door(), TOLD).location();
        assertEquals(first, marloes.submit(form, door(), TOLD).location());

        assertEquals(1, only().standing().turns());
    }

    @ParameterizedTest
    @CsvSource({"text, En neem uw pas mee., false", "topic, MONEY, true"})
    void whatIsChangedByTheWayBackIsAConversationOfItsOwn(String field, String value, boolean confidential) {
        Answer form = marloes.get(door());
        marloes.submit(form, door(), TOLD);
        Conversation before = only();
        conversations.take(asking.key(Asking.SELAM), before.opening().id(), Said.asking("ሕቶ"));

        Answer sent = marloes.submit(form, door(), with(TOLD, field, value));

        assertEquals(303, sent.status());
        Conversation begun = all().stream().filter(each -> !each.opening().id().equals(before.opening().id())).findFirst().orElseThrow();
        assertEquals(address(begun), sent.location());
        assertEquals(confidential, begun.opening().confidential());
        assertEquals(List.of(2, 1), List.of(conversation(before).standing().turns(), begun.standing().turns()));
    }

    @Test
    void aSecondTapAfterItWasSentOnLeadsToTheInbox() {
        Answer form = marloes.get(door());
        marloes.submit(form, door(), with(TOLD, "topic", "MONEY"));
        conversations.answer(asking.key(Asking.SELAM), only().opening().id(), new Turn.Referred(UUID.randomUUID(), TestClock.now(), "M-1001",
                "Marloes Hendriks", "M-1002", "Joost van Wijk", null, null), 1);

        assertEquals(ConversationsPage.PATH, marloes.submit(form, door(), with(TOLD, "topic", "MONEY")).location());
    }

    @Test
    void aStandardSentenceIsLookedAtInHerLanguageBeforeItIsSent() {
        Map<String, String> typed = Map.of("topic", "WORK", "text", "Groet", "how", "ASK");
        Answer chosen = marloes.submit(marloes.get(door()), door(), with(typed, "sentence", "LETTER_PHOTO"));
        PageInvariants.check(chosen.body(), Language.NL, chosen.path());
        assertEquals(List.of("WORK", "ASK", "Groet"), List.of(chosen.document().select("#topic option[selected]").val(),
                chosen.document().select("input[name=how][checked]").val(), chosen.document().select("textarea").text()));
        assertEquals(400, marloes.submit(chosen, door(), with(typed, "phrase-organisation", "")).status());
        Map<String, String> filled = with(typed, "phrase-organisation", "DUO");

        Answer preview = marloes.submit(chosen, door(), with(filled, "preview", "yes"));

        assertEquals(200, preview.status());
        PageInvariants.check(preview.body(), Language.NL, preview.path());
        PhraseText expected = Phrases.said(new Phrase("LETTER_PHOTO", Map.of("organisation", "DUO")), Language.TI);
        assertEquals(Answer.plain(expected.text()), Answer.plain(preview.document().select(".next [lang=ti]").text()));
        assertEquals(0, all().size(), "nothing was sent yet");
        assertEquals(303, marloes.submit(preview, door(), filled).status());
        assertEquals("LETTER_PHOTO", first().phrase().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic=", "topic=TOOMUCH", "topic=x", "text= ", "text=long", "phrase=LETTER_PHOTO"})
    void whatIsMissingIsSaidAndWhatWasTypedStays(String wrong) {
        String[] field = wrong.split("=", 2);
        Answer again = send(with(TOLD, field[0], field[1].equals("long") ? "a".repeat(4001) : field[1]));

        assertEquals(400, again.status());
        PageInvariants.check(again.body(), Language.NL, again.path());
        assertEquals(1, again.document().select("[role=alert] li").size());
        assertEquals(1, again.document().select(again.document().select("[role=alert] a").attr("href")).size());
        assertEquals(field[0].equals("topic") ? MISSED : "LETTER", field[0].equals("topic") ? again.document().select("textarea").text()
                : again.document().select("#topic option[selected]").val());
        assertEquals(0, all().size());
    }

    @Test
    void whatWasTypedIsThereForWhoSignsInAgain() {
        Answer form = marloes.get(door());
        TestClock.advance(Duration.ofMinutes(20));

        Answer ended = marloes.follow(marloes.submit(form, door(), with(TOLD, "how", "ASK")));
        Answer back = marloes.signIn("coach-a", kept());

        assertTrue(ended.path().startsWith("/session-ended"), ended.path());
        assertTrue(back.path().startsWith(door()), back.path());
        PageInvariants.check(back.body(), Language.NL, back.path());
        assertEquals(List.of("LETTER", MISSED, "ASK"), List.of(back.document().select("#topic option[selected]").val(),
                back.document().select("textarea").text(), back.document().select("input[name=how][checked]").val()));
        assertEquals(0, all().size());
        assertEquals(303, marloes.submit(back, door(), with(TOLD, "how", "ASK")).status());
    }

    @Test
    void aFileGoesAlong() {
        Map<String, String> typed = form(marloes.get(door()));
        typed.put("text", "");

        assertEquals(303, marloes.postWithFile(door(), typed, "photo", "brief.pdf", "%PDF-1.4 brief".getBytes(StandardCharsets.US_ASCII)).status());

        String file = "/messages/" + only().opening().id() + "/files/" + first().files().get(0);
        assertEquals(200, Portal.signedIn(Asking.SELAM, Language.TI).get(file).status());
        assertEquals(404, Portal.signedIn(Asking.NABIL, Language.AR).get(file).status());
    }

    @Test
    void theOpeningSaysWhoBeganItAndAsWhat() {
        send(with(TOLD, "topic", "MONEY"));

        Opening opening = only().opening();
        assertEquals(new Opening.Begun("M-1001", "Marloes Hendriks", "Klantmanager"), opening.begun());
        assertEquals(List.of(true, "ti"), List.of(opening.confidential(), opening.language()), "what is nobody's business stays so");
        assertEquals("M-1001", only().contact().id());
    }

    @Test
    void theMunicipalityHearsThatThereWasContactAndOfNoQuestion() {
        send(TOLD);
        conversations.take(asking.key(Asking.SELAM), only().opening().id(), Said.asking("ሕቶ"));

        assertEquals(List.of("CONTACT Een brief"), Rows.of("select kind || ' ' || (cast(body as jsonb) ->> 'onderwerp') from outbox"));
    }

    @Test
    void sheIsLetKnowOnce() {
        Rows.run("insert into notice_choice (municipality, participant, channel, address, language, quiet_from, quiet_until, stop, chosen_at)"
                + " values ('9901', '" + asking.id(Asking.SELAM) + "', 'SMS', '\\x00', 'ti', '21:00', '08:00', gen_random_uuid(), now())");
        Answer form = marloes.get(door());

        marloes.submit(form, door(), TOLD);
        marloes.submit(form, door(), TOLD);

        assertEquals(List.of(first().id().toString()), Rows.of("select event from notice_event join notice using (municipality, participant)"));
    }

    @Test
    void whatSheIsToldCountsNotAmongWhatSheMayAskInADay() {
        IntStream.range(0, Conversations.MOST_A_DAY).forEach(time -> send(TOLD));
        assertEquals(Conversations.MOST_A_DAY, all().size());

        asking.asks(Asking.SELAM, Topic.WORK, Language.TI, asking.today());

        assertEquals(Conversations.MOST_A_DAY + 1, all().size());
    }

    @Test
    void whatSheWritesBackIsNotWhatSheAsksElsewhere() {
        send(with(TOLD, "topic", "LOAN"));
        conversations.take(asking.key(Asking.SELAM), only().opening().id(), Said.asking("ሕቶ"));

        assertTrue(requests.open(asking.key(Asking.SELAM), Topic.LOAN).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"coach-b", "M-1004", "M-9999"})
    void aCoachOfOthersFindsNothingAndSaysNothing(String who) {
        Portal other = who.startsWith("M-") ? Asking.staff(who, Role.COACH) : Portal.signedIn(who, Language.NL);
        Map<String, String> typed = form(Asking.open(other, ConversationsPage.PATH, Language.NL));

        assertEquals(404, other.get(door()).status());
        assertEquals(404, other.post(door(), typed).status());
        assertEquals(404, marloes.get(door("nobody")).status(), "the same as when there is nobody");
        assertEquals(0, all().size());
    }

    @Test
    void whoIsNoCoachStaysOutside() {
        for (Portal other : List.of(Portal.signedIn("team-lead", Language.NL), Portal.signedIn(Asking.SELAM, Language.NL),
                Asking.staff("M-1001", Role.STAFF), Asking.staff("M-1001", Role.TEAM_LEAD))) {
            Map<String, String> typed = form(other.get("/schools"));
            assertEquals(403, other.get(door()).status());
            assertEquals(403, other.post(door(), typed).status());
        }
        assertEquals(0, all().size());
    }

    @Test
    void whoWasTheContactUntilYesterdaySaysNothing() {
        Map<String, String> typed = form(marloes.get(door()));
        asking.contactUntilYesterday(Asking.SELAM);

        assertEquals(404, marloes.get(door()).status());
        assertEquals(404, marloes.post(door(), typed).status());
        assertEquals(0, all().size());
    }

    @Test
    void whoStandsInByWhatTheMunicipalitySaysWritesAndItStaysWithWhoseTheyAre() {
        String kofis = door(asking.id(Asking.KOFI));
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        Map<String, String> typed = form(joost.get(kofis));
        assertEquals(303, joost.post(kofis, typed).status());
        assertEquals(List.of("M-1002 M-1004"), Rows.of("select concat_ws(' ', opening #>> '{begun,by}', contact) from conversation"));

        TestClock.advance(Duration.ofDays(23));
        Portal later = Portal.signedIn("coach-b", Language.NL);
        typed = form(later.get(ConversationsPage.PATH));

        assertEquals(404, later.get(kofis).status());
        assertEquals(404, later.post(kofis, typed).status());
        assertEquals(List.of("1"), Rows.of("select count(*) from conversation"));
    }

    @Test
    void whoOnlyAnswersForAColleagueWhoNotedLeaveHereBeginsNothing() {
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        Map<String, String> typed = form(joost.get(ConversationsPage.PATH));
        Rows.run("insert into absence (municipality, employee, id, employee_name, substitute, substitute_name, since, until, noted_at)"
                + " values ('9901', 'M-1001', gen_random_uuid(), 'Marloes Hendriks', 'M-1002', 'Joost van Wijk', '" + asking.today()
                + "', '" + asking.today().plusDays(2) + "', now())");

        assertEquals(404, joost.get(door()).status());
        assertEquals(404, joost.post(door(), typed).status());
    }

    @Test
    void byTheFormOfAnotherNothingIsSaidInTheirConversation() {
        String kofis = door(asking.id(Asking.KOFI));
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        Portal karel = Asking.staff("M-1004", Role.COACH);
        Map<String, String> joosts = form(joost.get(kofis));
        Map<String, String> karels = with(form(karel.get(kofis)), "id", joosts.get("id"));

        joost.post(kofis, joosts);
        karel.post(kofis, karels);

        assertEquals(List.of("1", "1"), Rows.of("select turns from conversation"));
        assertEquals(List.of("M-1002", "M-1004"), Rows.of("select distinct opening #>> '{begun,by}' as by from conversation order by by"));
    }

    private Answer send(Map<String, String> typed) {
        return marloes.submit(marloes.get(door()), door(), typed);
    }

    private static Map<String, String> form(Answer page) {
        Map<String, String> fields = new HashMap<>(TOLD);
        fields.put("id", UUID.randomUUID().toString());
        fields.put("photo-next", UUID.randomUUID().toString());
        fields.put("csrf-token", page.document().select("input[name=csrf-token]").attr("value"));
        return fields;
    }

    private String kept() {
        return door() + "?kept=" + Rows.of("select id::text from kept_form").get(0);
    }

    private List<Conversation> all() {
        return conversations.latest(asking.key(Asking.SELAM), 100);
    }

    private Conversation only() {
        List<Conversation> all = all();
        assertEquals(1, all.size());
        return all.get(0);
    }

    private Conversation conversation(Conversation before) {
        return all().stream().filter(each -> each.opening().id().equals(before.opening().id())).findFirst().orElseThrow();
    }

    private Turn.Answered first() {
        return (Turn.Answered) conversations.turns(asking.key(Asking.SELAM), only().opening().id(), Integer.MAX_VALUE, 1).get(0).turn();
    }

    private String address(Conversation conversation) {
        return InboxLine.address(conversation);
    }

    private String door() {
        return door(asking.id(Asking.SELAM));
    }

    private static String door(String participant) {
        return ConversationsPage.PATH + "/" + participant + "/write";
    }

    private static String role(Language language) {
        return Texts.in(language, DossierMessages.class).role(Contacts.Role.CASEWORKER);
    }

    private static AnsweringMessages words(Language language) {
        return Texts.in(language, AnsweringMessages.class);
    }

    private static ConversationMessages said(Language language) {
        return Texts.in(language, ConversationMessages.class);
    }
}
