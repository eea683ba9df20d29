package nl.opkoers.contact;

import static nl.opkoers.contact.Asking.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.coaching.CoachingMessages;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.dossier.DossierMessages;
import nl.opkoers.identity.Role;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.page.PageInvariants;
import nl.opkoers.page.RefusedMessages;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Marloes Hendriks (coach-a) answers Selam Tesfay and Nabil Khoury. Kofi Asante's Karel Zijlstra is away, and Joost van Wijk
 * (coach-b) answers instead. Whoever else tries a door finds it closed.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class AnsweringPageTest {

    /** Answering has the address of the conversation itself. */
    private static final String ANSWER = "";
    private static final List<String> ACTS = List.of(ANSWER, "/refer", "/close", "/remind", "/forget", "/seen/live");

    DemoWorld world;

    @Inject
    Conversations conversations;

    @Inject
    ContactPreferences preferences;

    @Inject
    CircuitBreakerMaintenance breakers;

    private Asking asking;
    private Portal marloes;
    private UUID selams;

    @BeforeEach
    void selamAsks() {
        everythingIsWell();
        asking = new Asking(world, conversations);
        selams = asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, asking.today().plusDays(2));
        marloes = Portal.signedIn("coach-a", Language.NL);
    }

    @AfterEach
    void everythingIsWell() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        Asking.nothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theConversationStandsBesideThePlanInShort(Language language) {
        Answer page = Asking.open(Portal.signedIn("coach-a", language), address(), language);

        Asking.reads(page, words(language).title("Selam Tesfay"), "ሰላም", inbox(language).topic(Topic.LETTER),
                inbox(language).interpreter());
        Asking.reads(page, Texts.in(language, CoachingMessages.class).leave_who());
        assertTrue(page.document().select("aside dl.facts dd").size() >= 4, page.text());
        assertEquals("ti", page.document().select("#turns .said").attr("lang"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void howThePersonWantsContactStandsBesideWhatIsAnswered(Language language) {
        preferences.keep(asking.key(Asking.SELAM), ContactPreference.Frequency.ONLY_WHEN_I_ASK, ContactPreference.Way.TELEPHONE);
        PeopleMessages people = Texts.in(language, PeopleMessages.class);

        Answer page = Asking.open(Portal.signedIn("coach-a", language), address(), language);

        Asking.reads(page, people.frequency(ContactPreference.Frequency.ONLY_WHEN_I_ASK), people.way(ContactPreference.Way.TELEPHONE));
    }

    @Test
    void aColleagueToWhomItIsSentOnDoesNotReadHowThePersonWantsContact() {
        preferences.keep(asking.key(Asking.SELAM), ContactPreference.Frequency.ONLY_WHEN_I_ASK, ContactPreference.Way.OFFICE);
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        joost.get(ConversationsPage.PATH);
        assertEquals(303, send("/refer", Map.of("to", "M-1002")).status());

        String page = Asking.open(joost, address(), Language.NL).text();

        assertFalse(page.contains(Texts.in(Language.NL, PeopleMessages.class).way(ContactPreference.Way.OFFICE)), page);
    }

    @Test
    void anAnswerInOwnWordsIsThereAndNobodyWaitsAnyMore() {
        Answer done = send(ANSWER, Map.of("text", "Dat is reclame.\r\nU hoeft niets te doen.", "how", "ANSWER"));

        assertEquals(303, done.status());
        assertEquals(address(), path(done));
        Standing standing = selams().standing();
        assertEquals(List.of(false, false, 2), List.of(standing.isWaiting(), standing.theirs(), standing.turns()));
        Turn.Answered said = (Turn.Answered) last();
        assertEquals(List.of("Dat is reclame.\nU hoeft niets te doen.", "nl", "M-1001", "Marloes Hendriks"),
                List.of(said.text(), said.language(), said.by(), said.byName()));
        assertEquals(List.of(2), readers("M-1001"), "opening it again after that is seeing it");
    }

    @Test
    void aDoubleTapIsOneAnswer() {
        Answer page = marloes.get(address());
        Map<String, String> typed = Map.of("text", "Dat is reclame.");

        assertEquals(303, marloes.submit(page, address() + ANSWER, typed).status());
        assertEquals(303, marloes.submit(page, address() + ANSWER, typed).status());

        assertEquals(2, selams().standing().turns());
    }

    @Test
    void askingBackMakesItTheTurnOfThePerson() {
        send(ANSWER, Map.of("text", "Kunt u een foto sturen?", "how", "ASK"));

        assertTrue(selams().standing().theirs());
        assertFalse(selams().standing().isWaiting());
    }

    @Test
    void whoAnswersLaterSaysBeforeWhenInTheWordsThereAreForIt() {
        String day = asking.today().plusDays(5).toString();
        assertEquals(303, send(ANSWER, Map.of("how", "LATER", "before", day)).status());

        assertEquals(asking.today().plusDays(5), selams().standing().answerBefore());
        assertTrue(selams().standing().isWaiting());
        assertEquals(StandardPhrase.QUESTION_READ.name(), ((Turn.Answered) last()).phrase().code());
        for (String never : List.of("", "morgen", asking.today().toString(), asking.today().plusYears(2).toString())) {
            assertEquals(400, send(ANSWER, Map.of("how", "LATER", "before", never)).status(), never);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aDayThatIsFilledInWithoutChoosingToAnswerLaterIsAskedAboutAndNothingIsSent(Language language) {
        Portal reading = Portal.signedIn("coach-a", language);
        String day = asking.today().plusDays(5).toString();
        for (String how : List.of("ANSWER", "ASK")) {
            Answer told = reading.submit(reading.get(address()), address() + ANSWER, Map.of("text", "Ik zoek het uit.", "how", how, "before", day));

            assertEquals(400, told.status(), how);
            PageInvariants.check(told.body(), language, told.path());
            assertEquals(words(language).mistake(ActForm.Mistake.HOW), told.document().select("[role=alert] a[href=#how]").text());
            assertEquals(1, told.document().select("fieldset#how input[checked][name=how][value=" + how + "]").size(), "where the link leads");
            assertEquals(List.of("Ik zoek het uit.", day), List.of(told.document().select("#text").val(), told.document().select("#before").val()));
        }
        assertEquals(1, selams().standing().turns());
    }

    /** The sentence says by itself that an answer comes: what is promised is owed, whichever kind of answer was chosen. */
    @ParameterizedTest
    @CsvSource({"QUESTION_READ, ANSWER", "MORE_TIME, ANSWER", "MORE_TIME, ASK", "MORE_TIME, LATER", "HOURS_LOOKING, ANSWER"})
    void aSentenceThatPromisesADayIsAPromise(String sentence, String how) {
        String day = asking.today().plusDays(5).toString();
        Map<String, String> typed = Map.of("sentence", sentence, "phrase", sentence, "how", how, "phrase-date", day);
        for (String never : List.of(asking.today().toString(), asking.today().plusYears(2).toString())) {
            Answer told = send(ANSWER, Asking.with(typed, "phrase-date", never));
            assertEquals(400, told.status(), never);
            Asking.reads(told, words(Language.NL).mistake(ActForm.Mistake.ON));
        }

        assertEquals(303, send(ANSWER, typed).status());

        assertEquals(asking.today().plusDays(5), selams().standing().answerBefore());
        assertTrue(selams().standing().isWaiting());
        assertEquals(List.of("t"), Rows.of("select answered_at is null from owed_answer where conversation = '" + selams + "'"));
    }

    @Test
    void aSentenceWithADayOfSomethingElsePromisesNone() {
        assertEquals(303, send(ANSWER, Map.of("sentence", "LESSON_OFF", "phrase", "LESSON_OFF", "how", "ANSWER",
                "phrase-date", asking.today().plusDays(5).toString())).status());

        assertFalse(selams().standing().isWaiting());
    }

    @Test
    void aStandardSentenceIsLookedAtInTheLanguageOfThePersonWithTheDutchBeforeItIsSent() {
        Answer chosen = marloes.submit(marloes.get(address()), address() + ANSWER, Map.of("sentence", "LETTER_PHOTO"));
        PageInvariants.check(chosen.body(), Language.NL, chosen.path());
        Map<String, String> filled = Map.of("phrase-organisation", "DUO", "text", "Groet");

        Answer preview = marloes.submit(chosen, address() + ANSWER, with(filled, "preview", "yes"));

        assertEquals(200, preview.status());
        PageInvariants.check(preview.body(), Language.NL, preview.path());
        PhraseText expected = Phrases.said(new Phrase("LETTER_PHOTO", Map.of("organisation", "DUO")), Language.TI);
        assertEquals(Answer.plain(expected.text()), Answer.plain(preview.document().select(".next [lang=ti]").text()));
        Asking.reads(preview, expected.dutch(), "Groet");
        assertEquals(1, selams().standing().turns(), "nothing was sent yet");

        assertEquals(303, marloes.submit(preview, address() + ANSWER, filled).status());
        assertEquals(new Phrase("LETTER_PHOTO", Map.of("organisation", "DUO")), ((Turn.Answered) last()).phrase());
    }

    @Test
    void whoChoosesASentenceKeepsWhatTheyTypedAndSendsNothingThatTheyHaveNotSeen() {
        Map<String, String> typed = Map.of("text", "Groet van mij", "how", "ASK", "sentence", "LETTER_PHOTO");

        Answer chosen = marloes.submit(marloes.get(address()), address() + ANSWER, typed);

        assertEquals(200, chosen.status());
        assertEquals("Groet van mij", chosen.document().select("textarea[name=text]").text());
        assertEquals("ASK", chosen.document().select("input[name=how][checked]").attr("value"));
        assertEquals(1, chosen.document().select("#phrase-organisation").size());
        Answer none = marloes.submit(chosen, address() + ANSWER, with(typed, "sentence", ""));
        assertEquals("Groet van mij", none.document().select("textarea[name=text]").text());
        assertEquals(0, none.document().select("#phrase-organisation").size());
        assertEquals(1, selams().standing().turns());
    }

    @Test
    void aPlaceThatIsNotFilledInIsSaidAndWhatWasTypedStays() {
        Answer chosen = marloes.submit(marloes.get(address()), address() + ANSWER, Map.of("sentence", "LETTER_PHOTO"));

        Answer wrong = marloes.submit(chosen, address() + ANSWER, Map.of("phrase-organisation", " ", "text", "Groet van mij"));

        assertEquals(400, wrong.status());
        PageInvariants.check(wrong.body(), Language.NL, wrong.path());
        assertEquals("Groet van mij", wrong.document().select("textarea[name=text]").text());
        assertEquals(1, wrong.document().select("[role=alert] a[href='#phrase-organisation']").size());
        assertEquals(1, selams().standing().turns());
    }

    @Test
    void ofTwoCoachesAtOnceTheSecondReadsTheAnswerOfTheFirstAndKeepsTheirText() {
        UUID kofis = asking.asks(Asking.KOFI, Topic.LOAN, Language.EN, asking.today());
        String address = address(Asking.KOFI, kofis);
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        Portal karel = Asking.staff("M-1004", Role.COACH);
        Answer page = joost.get(address);
        karel.submit(karel.get(address), address + ANSWER, Map.of("text", "Ik ben er weer."));

        Answer late = joost.submit(page, address + ANSWER, Map.of("text", "Karel is er niet."));

        assertEquals(409, late.status());
        PageInvariants.check(late.body(), Language.NL, late.path());
        Asking.reads(late, words(Language.NL).late(), "Ik ben er weer.");
        assertEquals("Karel is er niet.", late.document().select("textarea[name=text]").text());
        assertEquals(2, conversations.find(asking.key(Asking.KOFI), kofis).orElseThrow().standing().turns());
        assertEquals(303, joost.submit(late, address + ANSWER, Map.of("text", "Toch nog iets.")).status());
    }

    @Test
    void aColleagueToWhomItIsSentOnGetsInWithoutThePlanAndWhoSentItIsRemindedOfIt() {
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        assertEquals(404, joost.get(address()).status());
        joost.get(ConversationsPage.PATH);
        String on = asking.today().plusDays(3).toString();

        assertEquals(303, send("/refer", Map.of("to", "M-1002", "note", "Weet jij dit?", "on", on)).status());

        Answer read = Asking.open(joost, address(), Language.NL);
        Asking.reads(read, "Selam Tesfay", inbox(Language.NL).sent_on(), words(Language.NL).no_plan(), "Weet jij dit?");
        assertEquals(404, Asking.staff("M-1004", Role.COACH).get(address()).status());
        TestClock.advance(Duration.ofDays(3));
        Answer inbox = Asking.open(Portal.signedIn("coach-a", Language.NL), ConversationsPage.PATH, Language.NL);
        Asking.reads(inbox, inbox(Language.NL).reminder(Dates.of(Language.NL).date(asking.today())), "Joost van Wijk");
        assertEquals(1, inbox.document().select("main a[href$=" + selams + "]").size(), "that it was promised too is no other line");
    }

    @Test
    void whatOnlyWhoAnswersMayReadIsClosedToWhoSentItOn() {
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        joost.get(ConversationsPage.PATH);
        UUID feeling = asking.asks(Asking.SELAM, new Opening(UUID.randomUUID(), TestClock.now(), Topic.FEELING, true, true, "ti", false,
                "Maatschappelijk begeleider", Opening.Gender.WOMAN, null, null), asking.today());
        String address = address(Asking.SELAM, feeling);

        Answer page = marloes.get(address);
        Asking.reads(page, inbox(Language.NL).gender(Opening.Gender.WOMAN),
                inbox(Language.NL).wished(Texts.in(Language.NL, DossierMessages.class).role(Contacts.Role.GUIDE)));

        LocalDate on = asking.today().plusDays(3);
        Answer sent = marloes.submit(page, address + "/refer", Map.of("to", "M-1002", "on", on.toString()));

        assertEquals(ConversationsPage.PATH, path(sent));
        assertEquals(404, marloes.get(address).status());
        assertEquals(200, joost.get(address).status());

        TestClock.advance(Duration.ofDays(3));
        String look = inbox(Language.NL).promised_look(Dates.of(Language.NL).date(on));
        Asking.reads(Asking.open(Portal.signedIn("coach-a", Language.NL), ConversationsPage.PATH, Language.NL), "Selam Tesfay",
                inbox(Language.NL).sent_to("Joost van Wijk"), look);
        Asking.reads(Asking.open(Portal.signedIn("coach-b", Language.NL), ConversationsPage.PATH, Language.NL), "Selam Tesfay", look);
    }

    @Test
    void whatAColleagueLeavesLyingComesBackWhenItsDayHasPassedAndCanBeTakenBack() {
        Portal.signedIn("coach-b", Language.NL).get(ConversationsPage.PATH);
        assertEquals(303, send("/refer", Map.of("to", "M-1002")).status());
        assertFalse(marloes.get(ConversationsPage.PATH).text().contains("Selam Tesfay"), "it is with Joost");
        TestClock.advance(Duration.ofDays(14));
        Portal later = Portal.signedIn("coach-a", Language.NL);

        Asking.reads(Asking.open(later, ConversationsPage.PATH, Language.NL), "Selam Tesfay", inbox(Language.NL).sent_to("Joost van Wijk"));
        Answer page = Asking.open(later, address(), Language.NL);
        assertEquals(303, later.submit(page, address() + "/refer", Map.of("to", "M-1001")).status());
        Answer again = later.submit(page, address() + "/refer", Map.of("to", "M-1001"));
        assertEquals(address(), path(again), "the second tap finds it done");

        assertEquals("M-1001", selams().standing().assignedTo());
        assertFalse(Asking.open(later, address(), Language.NL).document().select("#refer-to option").eachAttr("value").contains("M-1001"));
    }

    @Test
    void sentOnToAnOrganisationItStaysWithWhoAnswers() {
        assertEquals(303, send("/refer", Map.of("outside", "Juridisch Loket", "note", "Zij helpen gratis.")).status());

        assertTrue(selams().standing().isWaiting());
        assertEquals("Juridisch Loket", ((Turn.Referred) last()).toName());
        for (Map<String, String> wrong : List.of(Map.<String, String>of(), Map.of("to", "M-1002", "outside", "DUO"),
                Map.of("outside", "x".repeat(101)), Map.of("outside", "DUO", "note", "x".repeat(501)), Map.of("outside", "DUO", "on", "gisteren"))) {
            assertEquals(400, send("/refer", wrong).status(), wrong.toString());
        }
        assertEquals(404, send("/refer", Map.of("to", "M-9999")).status(), "nobody who looks at what waits");
    }

    @Test
    void closedWithAReasonThatThePersonReads() {
        assertEquals(400, send("/close", Map.of("note", "Klaar")).status());
        assertEquals(303, send("/close", Map.of("reason", "TALKED", "note", "Tot donderdag.")).status());

        assertFalse(selams().standing().open());
        Turn.Closed closed = (Turn.Closed) last();
        assertEquals(List.of(Closing.TALKED, "Tot donderdag."), List.of(closed.reason(), closed.note()));
        Asking.reads(marloes.get(address()), Texts.in(Language.NL, ConversationMessages.class).closed(Closing.TALKED), "Tot donderdag.");
        Asking.reads(Portal.signedIn(Asking.SELAM, Language.TI).get("/messages/" + selams),
                Texts.in(Language.TI, ConversationMessages.class).closed(Closing.TALKED), "Tot donderdag.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWasSentAlongStandsThere(Language language) {
        HelpRequest.Attachment list = new HelpRequest.Attachment("/schools/compare?course=C-1003-5&course=gone",
                Map.of("course1", "Toen: zo", "course2", "Taalhoek: Avondles", "total", "7850.00-13250.00", "whole", "no"));
        UUID school = asking.asks(Asking.SELAM, new Opening(UUID.randomUUID(), TestClock.now(), Topic.SCHOOL, false, false, "ti", false,
                null, null, null, list), asking.today());

        Answer page = Asking.open(Portal.signedIn("coach-a", language), address(Asking.SELAM, school), language);

        Asking.reads(page, words(language).sent_title(), "Taalhoek: Avondles", words(language).sent_gone(), "850", words(language).sent_part());
        assertEquals(List.of("/schools/C-1003-5", list.address()), page.document().select("main a[href^=/schools]").eachAttr("href"));
        assertFalse(page.text().contains("Toen: zo"), "what it is called now");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWeekThatIsTooMuchStandsThereInTheWordsOfWhoReads(Language language) {
        WeekHours week = new WeekHours(asking.today(), Map.of(WeekHours.Sort.LESSON, Duration.ofMinutes(540),
                WeekHours.Sort.WORK, Duration.ofMinutes(90)), Duration.ofMinutes(600));
        UUID tooMuch = asking.asks(Asking.SELAM, new Opening(UUID.randomUUID(), TestClock.now(), Topic.TOOMUCH, false, false, "ti", false,
                null, null, null, week.attachment()), asking.today());
        HelpMessages help = Texts.in(language, HelpMessages.class);

        Answer page = Asking.open(Portal.signedIn("coach-a", language), address(Asking.SELAM, tooMuch), language);

        Asking.reads(page, inbox(language).topic(Topic.TOOMUCH), words(language).sent_title(), help.hours(WeekHours.Sort.LESSON),
                help.hours(WeekHours.Sort.WORK), help.hours_total());
        assertEquals(3, page.document().select("section[aria-labelledby=sent] dd").size(), page.text());
        Asking.reads(Asking.open(Portal.signedIn(Asking.SELAM, language), "/messages/" + tooMuch, language),
                help.hours(WeekHours.Sort.WORK), help.hours_total());
    }

    @Test
    void aReminderIsThereOnItsDayForWhoMadeItAloneAndCanBeTakenAway() {
        send(ANSWER, Map.of("text", "Ik vraag het na."));
        String day = asking.today().plusDays(4).toString();
        assertEquals(303, send("/remind", Map.of("on", day, "note", "Heeft DUO gebeld?")).status());
        assertEquals(400, send("/remind", Map.of("on", asking.today().toString())).status());
        assertFalse(marloes.get(ConversationsPage.PATH).text().contains("Heeft DUO gebeld?"));

        TestClock.advance(Duration.ofDays(4));
        marloes = Portal.signedIn("coach-a", Language.NL);
        Asking.reads(marloes.get(ConversationsPage.PATH), inbox(Language.NL).to_look_at(), "Heeft DUO gebeld?");
        assertFalse(Portal.signedIn("coach-b", Language.NL).get(ConversationsPage.PATH).text().contains("Heeft DUO gebeld?"));
        Answer page = marloes.get(address());
        assertEquals(303, marloes.submit(page, address() + "/forget", Map.of()).status());
        assertFalse(marloes.get(ConversationsPage.PATH).text().contains("Heeft DUO gebeld?"));
    }

    @ParameterizedTest
    @CsvSource({"2, 9", "9, 2"})
    void whoSendsItOnIsStillRemindedOfWhatTheyNotedBefore(int own, int sentOn) {
        LocalDate today = asking.today();
        send("/remind", Map.of("on", today.plusDays(own).toString(), "note", "Heeft DUO gebeld?"));
        send("/refer", Map.of("outside", "Juridisch Loket", "on", today.plusDays(sentOn).toString()));

        TestClock.advance(Duration.ofDays(2));
        Answer first = Asking.open(Portal.signedIn("coach-a", Language.NL), ConversationsPage.PATH, Language.NL);

        Asking.reads(first, inbox(Language.NL).reminder(Dates.of(Language.NL).date(today.plusDays(2))), "Heeft DUO gebeld?",
                "Juridisch Loket", Dates.of(Language.NL).date(today.plusDays(9)) + ":");
    }

    @Test
    void aReminderOpensNothingThatIsClosedSince() {
        UUID kofis = asking.asks(Asking.KOFI, Topic.LOAN, Language.EN, asking.today());
        String address = address(Asking.KOFI, kofis);
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        joost.submit(joost.get(address), address + "/remind", Map.of("on", asking.today().plusDays(1).toString(), "note", "Kofi bellen"));

        TestClock.advance(Duration.ofDays(23));
        joost = Portal.signedIn("coach-b", Language.NL);

        assertFalse(joost.get(ConversationsPage.PATH).text().contains("Kofi bellen"));
        assertEquals(404, joost.get(address).status());
    }

    @Test
    void tooMuchOrNothingIsNotSentAndFourThousandLettersAre() {
        assertEquals(400, send(ANSWER, Map.of("text", " \r\n ")).status());
        assertEquals(400, send(ANSWER, Map.of("text", "a".repeat(4001))).status());
        Map<String, String> most = form(marloes.get(address()));
        most.put("text", "ሰ".repeat(2000) + "😀".repeat(2000));
        assertEquals(303, marloes.postWithFile(address() + ANSWER, most, "photo", "", new byte[0]).status(), "as a browser sends it");
        assertEquals(2, selams().standing().turns());
    }

    @Test
    void aPhotoGoesAlongForWhoMayReadTheConversationAlone() {
        Map<String, String> typed = form(marloes.get(address()));
        typed.putAll(Map.of("text", "", "photo-next", UUID.randomUUID().toString()));
        assertEquals(303, marloes.postWithFile(address() + ANSWER, typed, "photo", "brief.pdf",
                "%PDF-1.4 brief".getBytes(StandardCharsets.US_ASCII)).status());

        UUID file = ((Turn.Answered) last()).files().get(0);
        String at = address() + "/files/" + file;
        assertEquals(List.of(at), Asking.open(marloes, address(), Language.NL).document().select("#turns a").eachAttr("href"));
        assertEquals(200, marloes.get(at).status());
        assertEquals(404, Portal.signedIn("coach-b", Language.NL).get(at).status());
        assertEquals(404, marloes.get(address() + "/files/" + UUID.randomUUID()).status());
        UUID other = asking.asks(Asking.SELAM, Topic.WORK, Language.TI, asking.today());
        assertEquals(404, marloes.get(address(Asking.SELAM, other) + "/files/" + file).status(), "not of this conversation");
        Map<String, String> wrong = form(marloes.get(address()));
        assertEquals(400, marloes.postWithFile(address() + ANSWER, wrong, "photo", "a.exe", new byte[] {1, 2, 3}).status());
    }

    @Test
    void theSameFormWithSomethingElseInItByTheWayBackIsNotLost() {
        Answer page = marloes.get(address());
        marloes.submit(page, address() + ANSWER, Map.of("text", "Dat is reclame."));

        assertEquals(303, marloes.submit(page, address() + ANSWER, Map.of("text", "Nog iets.")).status());

        assertEquals(3, selams().standing().turns());
    }

    @Test
    void whatIsTypedIsTextAndNeverMarkup() {
        send(ANSWER, Map.of("text", "<script>alert(1)</script>\u0000 & <b>dik</b>"));

        Answer page = Asking.open(marloes, address(), Language.NL);
        assertEquals(0, page.document().select("#turns script, #turns b").size());
        assertTrue(page.document().select("#turns .said").text().contains("<b>dik</b>"), page.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"coach-b", "M-1004", "M-9999"})
    void anotherCoachFindsNothingAndChangesNothing(String who) {
        Portal other = who.startsWith("M-") ? Asking.staff(who, Role.COACH) : Portal.signedIn(who, Language.NL);
        Map<String, String> fields = form(Asking.open(other, ConversationsPage.PATH, Language.NL));

        assertEquals(404, other.get(address()).status());
        ACTS.forEach(act -> assertEquals(404, other.post(address() + act, fields).status(), act));
        assertEquals(404, other.get(address() + "/files/" + UUID.randomUUID()).status());
        assertEquals(1, selams().standing().turns());
    }

    @Test
    void whoIsNoCoachStaysOutside() {
        for (Portal other : List.of(Portal.signedIn("team-lead", Language.NL), Portal.signedIn(Asking.SELAM, Language.NL),
                Portal.signedIn(Asking.NABIL, Language.NL), Asking.staff("M-1001", Role.STAFF), Asking.staff("M-1001", Role.TEAM_LEAD))) {
            Map<String, String> fields = form(other.get("/schools"));
            assertEquals(403, other.get(address()).status());
            ACTS.forEach(act -> assertEquals(403, other.post(address() + act, fields).status(), act));
        }
        assertEquals(1, selams().standing().turns());
    }

    @Test
    void theConversationOfOneIsNotFoundUnderAnother() {
        UUID nabils = asking.asks(Asking.NABIL, Topic.WORK, Language.AR, asking.today());

        assertEquals(404, marloes.get(address(Asking.SELAM, nabils)).status());
        assertEquals(404, marloes.get(address(Asking.NABIL, selams)).status());
        assertEquals(404, marloes.get(ConversationsPage.PATH + "/" + asking.id(Asking.SELAM) + "/7").status());
        assertEquals(404, marloes.get(address(Asking.KOFI, asking.asks(Asking.KOFI, Topic.LOAN, Language.EN, null))).status());
    }

    @Test
    void whoWasTheContactUntilYesterdayReadsAndChangesNothing() {
        Map<String, String> fields = form(marloes.get(address()));
        asking.contactUntilYesterday(Asking.SELAM);

        for (String part : List.of("", "/live", "/turns/live?after=0", "/files/" + UUID.randomUUID())) {
            assertEquals(404, marloes.get(address() + part).status(), part);
        }
        ACTS.forEach(act -> assertEquals(404, marloes.post(address() + act, with(fields, "text", "Nog even.")).status(), act));
        assertEquals(404, marloes.get("/coach/participants/" + asking.id(Asking.SELAM)).status());
        assertFalse(marloes.get(ConversationsPage.PATH).text().contains("Selam Tesfay"));
        assertEquals(1, selams().standing().turns());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWasWrittenToSomebodyWhoLeftMeanwhileCanBeCopied(Language language) {
        Portal coach = Portal.signedIn("coach-a", language);
        Answer form = coach.get(address());
        asking.contactUntilYesterday(Asking.SELAM);

        Answer gone = coach.submit(form, address() + ANSWER, Map.of("text", "Eerst dit.\nDan <b>dat</b>."));

        assertEquals(404, gone.status());
        PageInvariants.check(gone.body(), language, gone.path());
        Asking.reads(gone, Texts.in(language, RefusedMessages.class).words_not_sent());
        assertEquals(List.of("Eerst dit.\nDan <b>dat</b>."), gone.document().select(".said").stream().map(Element::wholeText).toList());
        assertEquals(1, selams().standing().turns());
        for (String path : List.of("/nowhere", address())) {
            assertFalse(coach.post(path, Map.of("text", "Bel dit nummer")).text().contains("Bel dit nummer"), "another site may have written it");
        }
    }

    @Test
    void pastMidnightASubstitutionIsOver() {
        UUID kofis = asking.asks(Asking.KOFI, Topic.LOAN, Language.EN, asking.today());
        String address = address(Asking.KOFI, kofis);
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        assertEquals(200, joost.get(address).status());
        TestClock.advance(Duration.ofDays(23));
        Portal later = Portal.signedIn("coach-b", Language.NL);
        Map<String, String> fields = form(later.get(ConversationsPage.PATH));

        assertEquals(404, later.get(address).status());
        assertEquals(404, later.post(address + ANSWER, with(fields, "text", "Nog even.")).status());
        assertEquals(1, conversations.find(asking.key(Asking.KOFI), kofis).orElseThrow().standing().turns());
    }

    @Test
    void whenItIsNotKnownWhomACoachMaySeeThatIsSaidAndNothingIsShown() {
        Rows.clear("caseload_snapshot");
        world.municipality().faults().set(Resource.STAFF, Fault.error());

        assertEquals(503, Portal.signedIn("coach-a", Language.NL).get(address()).status());
    }

    @Test
    void whatWasSentOnSaysThatThePlanIsNotKnownWhenItIsNotKnownWhoseItIs() {
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        joost.get(ConversationsPage.PATH);
        assertEquals(303, send("/refer", Map.of("to", "M-1002")).status());
        Rows.clear("caseload_snapshot");
        world.municipality().faults().set(Resource.STAFF, Fault.error());

        Answer read = Asking.open(joost, address(), Language.NL);

        Asking.reads(read, words(Language.NL).plan_unknown());
        assertFalse(read.text().contains(Answer.plain(words(Language.NL).no_plan())), read.text());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWasWrittenMeanwhileIsOnThatPageToSendLater(Language language) {
        Portal coach = Portal.signedIn("coach-a", language);
        Answer page = coach.get(address());
        Rows.clear("caseload_snapshot");
        world.municipality().faults().set(Resource.STAFF, Fault.error());

        Answer told = coach.submit(page, address() + ANSWER, Map.of("text", "Dat is reclame.\nU hoeft niets te doen.", "how", "ANSWER"));

        assertEquals(503, told.status());
        PageInvariants.check(told.body(), language, told.path());
        assertEquals(503, coach.submit(told, address() + ANSWER, Map.of()).status(), "as often as it takes");
        world.municipality().faults().clear();
        breakers.resetAll();
        assertEquals(303, coach.submit(told, address() + ANSWER, Map.of()).status());
        assertEquals("Dat is reclame.\nU hoeft niets te doen.", ((Turn.Answered) last()).text());
    }

    @Test
    void anOpenPageAsksForWhatIsNewAndOnlyWhoMayReadItIsTold() {
        conversations.take(asking.key(Asking.SELAM), selams, Said.asking("Nog een vraag"));

        Answer added = marloes.get(address() + "/turns/live?after=1");

        assertEquals(List.of("turn-2"), added.document().select("#turns li").eachAttr("id"));
        assertEquals(1, added.document().select("#standing").size());
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        for (String live : List.of("/live", "/turns/live?after=0")) {
            assertEquals(404, joost.get(address() + live).status(), live);
            assertEquals(403, Portal.signedIn(Asking.NABIL, Language.NL).get(address() + live).status(), live);
        }
    }

    @Test
    void manyTurnsAreReadPageByPage() {
        for (int turn = 0; turn < 45; turn++) {
            conversations.take(asking.key(Asking.SELAM), selams, Said.asking("Vraag " + turn));
        }
        Answer last = Asking.open(marloes, address(), Language.NL);
        Asking.reads(last, "Vraag 44", words(Language.NL).earlier());
        assertFalse(last.text().contains("Vraag 4 "));

        Answer first = Asking.open(marloes, last.document().select("a[href*=before]").attr("href"), Language.NL);

        Asking.reads(first, "Vraag 0", words(Language.NL).latest());
    }

    private Answer send(String act, Map<String, String> typed) {
        return marloes.submit(marloes.get(address()), address() + act, typed);
    }

    private static Map<String, String> form(Answer page) {
        Map<String, String> fields = new HashMap<>(Map.of("id", UUID.randomUUID().toString(), "seen", "1", "position", "1", "text", "Hallo", "reason", "ANSWERED",
                "outside", "DUO", "on", TestClock.today().plusDays(1).toString()));
        fields.put("csrf-token", page.document().select("input[name=csrf-token]").attr("value"));
        return fields;
    }

    private static String path(Answer redirect) {
        return redirect.location().replaceFirst("^https?://[^/]+", "");
    }

    private List<Integer> readers(String who) {
        marloes.get(address());
        return conversations.readers(asking.key(Asking.SELAM), selams).stream().filter(reader -> reader.id().equals(who))
                .map(Reader::position).toList();
    }

    private Conversation selams() {
        return conversations.find(asking.key(Asking.SELAM), selams).orElseThrow();
    }

    private Turn last() {
        List<Numbered> turns = conversations.turns(asking.key(Asking.SELAM), selams, Integer.MAX_VALUE, 1);
        return turns.get(0).turn();
    }

    private String address() {
        return address(Asking.SELAM, selams);
    }

    private String address(String person, UUID id) {
        return ConversationsPage.PATH + "/" + asking.id(person) + "/" + id;
    }

    private static AnsweringMessages words(Language language) {
        return Texts.in(language, AnsweringMessages.class);
    }

    private static InboxMessages inbox(Language language) {
        return Texts.in(language, InboxMessages.class);
    }
}
