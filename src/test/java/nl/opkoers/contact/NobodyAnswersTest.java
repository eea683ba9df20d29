package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marloes has left, and the municipality has not named anybody for Selam yet: nobody promises her a day. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class NobodyAnswersTest {

    private static final String ASK = "/help/ask?topic=letter";
    private static final String FEELING = "/help/ask?topic=feeling";

    DemoWorld world;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    Conversations conversations;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        TestClock.runOn();
        Asking.nothingIsLeft();
        world.municipality().faults().clear();
        breakers.resetAll();
        List.of("dossier_snapshot", "owed_answer", "draft", "kept_form").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoAsksIsToldSoWithWhomToCallAndWhenBeforeAndAfter(Language language) {
        Portal selam = withContacts("[]", language);

        Answer form = Asking.open(selam, ASK, language);
        toldSo(form, language);
        assertFalse(form.text().contains(promised(language)), "and no day is promised");
        Answer asked = selam.follow(ask(selam, form));

        Asking.reads(asked, words(language).nobody());
        assertEquals(1, asked.document().select("#standing .notice a[href^=tel:]").size());
        assertEquals(List.of("t t"), Rows.of("select concat_ws(' ', answer_before is null, contact is null) from conversation"));
        assertEquals(List.of("t"), Rows.of("select promised is null from owed_answer"), "nor is a day counted");
        assertEquals(List.of("f"), Rows.of("select jsonb_exists(cast(body as jsonb), 'antwoordVoor') from outbox where kind = 'HELP_REQUEST'"),
                "nor does the municipality hear of one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"medewerkerId\": \"D-31\", \"naam\": \"Geertje Mulder\", \"rol\": \"Docent\"}]",
        "[{\"medewerkerId\": \"M-1001\", \"naam\": \"Marloes Hendriks\", \"rol\": \"Klantmanager\", \"van\": \"2020-01-01\", \"tot\": \"2020-12-31\"}]"})
    void aTeacherAndWhoLeftDoNotAnswerForThePlan(String people) {
        toldSo(withContacts(people, Language.NL).get(ASK), Language.NL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agenda/talk", "/help/choose-school", "/my-data/wrong"})
    void everyPageOnWhichSheCanAskSaysSo(String path) {
        toldSo(Asking.open(withContacts("[]", Language.NL), path, Language.NL), Language.NL);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoDoesNotFeelWellIsNotToldThatSomebodyCallsWhenNobodyIsNamed(Language language) {
        HelpMessages help = words(language);
        Answer named = Asking.open(Portal.signedIn(Asking.SELAM, language), FEELING, language);
        Asking.reads(named, help.feeling_lead(), help.feeling_contact(), help.feeling_danger());

        Answer nobody = Asking.open(withContacts("[]", language), FEELING, language);

        Asking.reads(nobody, help.feeling_lead(), help.feeling_danger());
        assertFalse(nobody.text().contains(Answer.plain(help.feeling_contact())), nobody.text());
    }

    @Test
    void whatSheAskedReachesWhoeverIsNamedLater() {
        Portal selam = withContacts("[]", Language.NL);
        Answer asked = selam.follow(ask(selam, selam.get(ASK)));

        // The next time that the dossier is read, Marloes is there again.
        Rows.clear("dossier_snapshot");
        Answer later = selam.get(asked.address().getPath());

        Asking.reads(later, Texts.in(Language.NL, ConversationMessages.class).with("Marloes Hendriks"));
        assertFalse(later.text().contains(words(Language.NL).nobody()));
        assertEquals(List.of("M-1001"), Rows.of("select contact from conversation"));
        Answer inbox = Portal.signedIn("coach-a", Language.NL).get("/coach");
        assertEquals(1, inbox.document().select("main a[href=/coach/conversations/" + world.municipality().idOf(Asking.SELAM) + "/"
                + Rows.of("select id::text from conversation").get(0) + "]").size(), inbox.text());
    }

    /** From the day that somebody is named: it was in no inbox before. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void whatSheAskedIsPromisedADayOnceSomebodyIsNamed(Language language) {
        Portal selam = withContacts("[]", language);
        String address = selam.follow(ask(selam, selam.get(ASK))).address().getPath();
        TestClock.advance(Duration.ofDays(20));
        somebodyIsNamed();

        promisedFromToday(Asking.open(Portal.signedIn(Asking.SELAM, language), address, language), language);
        assertEquals(List.of("1"), Rows.of("select turns from conversation"), "nothing was said by it");
    }

    /** Marloes left, came back, and what was asked between is in her inbox again. */
    @Test
    void whatSheAskedMoreWhileNobodyWasThereIsPromisedADayByTheSameContactToo() {
        Portal selam = Portal.signedIn(Asking.SELAM, Language.NL);
        String address = selam.follow(ask(selam, selam.get(ASK))).address().getPath();
        Rows.run("update conversation set waiting_since = null, answer_before = null");
        Rows.clear("owed_answer");
        withContacts("[]", Language.NL);
        say(selam, address);
        assertEquals(List.of("t"), Rows.of("select answer_before is null from conversation"));

        somebodyIsNamed();

        promisedFromToday(selam.get(address), Language.NL);
    }

    @Test
    void whoIsPromisedNothingByTheMunicipalityIsPromisedNothingWhenSomebodyIsNamed() {
        Portal selam = withContacts("[]", Language.NL);
        String address = selam.follow(ask(selam, selam.get(ASK))).address().getPath();

        QuarkusTransaction.requiringNew().run(() -> conversations.contactIs(new Asking(world, conversations).key(Asking.SELAM), Asking.MARLOES, null));

        assertEquals(List.of("t M-1001"), Rows.of("select concat_ws(' ', answer_before is null, contact) from conversation"));
        Asking.reads(selam.get(address), words(Language.NL).expect_none());
    }

    /** The next time that the dossier is read, Marloes is there again. */
    private static void somebodyIsNamed() {
        Rows.clear("dossier_snapshot");
        Portal.signedIn(Asking.SELAM, Language.NL).get("/");
    }

    private static void promisedFromToday(Answer page, Language language) {
        Asking.reads(page, promised(language));
        String day = Asking.promised().toString();
        assertEquals(List.of(day), Rows.of("select answer_before from conversation"));
        assertEquals(List.of(day), Rows.of("select promised from owed_answer"));
    }

    @Test
    void whatSheSaysMoreToAColleagueWhoHasItIsPromisedADay() {
        Portal selam = withContacts("[]", Language.NL);
        String address = selam.follow(ask(selam, selam.get(ASK))).address().getPath();
        Rows.run("update conversation set waiting_since = null");
        say(selam, address);
        assertEquals(List.of("t"), Rows.of("select answer_before is null from conversation"));

        Rows.run("update conversation set waiting_since = null, assigned_to = 'M-1002', assigned_name = 'Joost van Wijk'");
        say(selam, address);

        assertEquals(List.of("f"), Rows.of("select answer_before is null from conversation"));
        assertFalse(selam.get(address).text().contains(words(Language.NL).nobody()));
    }

    @Test
    void whoHasSomebodyIsPromisedADay() {
        Answer form = Portal.signedIn(Asking.SELAM, Language.NL).get(ASK);

        Asking.reads(form, promised(Language.NL));
        assertFalse(form.text().contains(words(Language.NL).nobody()));
    }

    @Test
    void thatNobodyIsKnownDuringAnOutageIsNotThatNobodyIsThere() {
        Portal selam = Portal.signedIn(Asking.SELAM, Language.NL);
        selam.get("/");
        Rows.clear("dossier_snapshot");
        world.municipality().faults().set(Resource.PARTICIPANT, Fault.error());

        Answer form = selam.get(ASK);

        assertEquals(200, form.status());
        assertFalse(form.text().contains(words(Language.NL).nobody()), form.text());
        assertTrue(Rows.of("select 1 from dossier_snapshot").isEmpty(), "nothing was known");
    }

    private void toldSo(Answer page, Language language) {
        Asking.reads(page, words(language).nobody(), Texts.in(language, PeopleMessages.class).hours());
        assertEquals(1, page.document().select("main .notice .call a[href^=tel:]").size());
        assertFalse(page.text().contains(Answer.plain(words(language).expect_none())), "said once");
    }

    private Answer ask(Portal selam, Answer form) {
        Answer sent = selam.submit(form, "/help/ask", Map.of("words", "Wat staat hier?", "language", "nl", "do", "send"));
        assertEquals(303, sent.status(), sent.text());
        return sent;
    }

    private static void say(Portal selam, String address) {
        assertEquals(303, selam.submit(selam.get(address), address, Map.of("text", "Nog iets", "id", UUID.randomUUID().toString(), "do", "send"))
                .status());
    }

    /** Selam, of whom the municipality just told that these are the people around her. */
    private Portal withContacts(String people, Language language) {
        Portal selam = Portal.signedIn(Asking.SELAM, language);
        selam.get("/");
        Rows.run("update dossier_snapshot set body = jsonb_set(body, '{contactpersonen,personen}', '" + people + "'), confirmed_at = '"
                + TestClock.now().plus(Duration.ofHours(1)) + "'");
        return selam;
    }

    /** The day that somebody with a contact is promised. */
    private static String promised(Language language) {
        return Answer.plain(Dates.of(language).date(Asking.promised()));
    }

    private static HelpMessages words(Language language) {
        return Texts.in(language, HelpMessages.class);
    }
}
