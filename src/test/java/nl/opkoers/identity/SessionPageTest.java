package nl.opkoers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Messages;
import nl.opkoers.language.Texts;
import nl.opkoers.page.PageInvariants;
import nl.opkoers.page.RefusedMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a session lasts, what ends it, and what becomes of what somebody was typing. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class SessionPageTest {

    /** A session counts in whole seconds, and the test itself takes some. */
    private static final Duration ALMOST_IDLE = Session.IDLE.minusSeconds(30);

    private final Portal hatice = Portal.signedIn("g-turkish-z", Language.TR);

    @AfterEach
    void timeRunsOn() {
        TestClock.runOn();
        Rows.clear("kept_form");
        Rows.clear("dossier_snapshot");
    }

    @Test
    void whoIsBusyStaysSignedIn() {
        for (int page = 0; page < 4; page++) {
            TestClock.advance(ALMOST_IDLE);
            assertEquals(200, hatice.get("/plan").status());
        }
    }

    @Test
    void sayingThatOneIsStillThereKeepsTheSession() {
        TestClock.advance(ALMOST_IDLE);
        assertEquals(204, hatice.get("/still-here").status());
        TestClock.advance(ALMOST_IDLE);
        assertEquals(200, hatice.get("/plan").status());
    }

    @Test
    void whoDoesNothingForAQuarterOfAnHourIsToldAndComesBackToTheSamePage() {
        TestClock.advance(Session.IDLE.plusSeconds(1));

        Answer told = hatice.open("/plan?x=1");

        assertEquals("/session-ended?to=%2Fplan%3Fx%3D1", told.path());
        assertEquals(words().session_ended_title(), told.title());
        PageInvariants.check(told.body(), Language.TR, told.path());
        assertFalse(told.text().contains(Answer.plain(words().session_ended_kept())));
        assertEquals("/session-ended?to=%2Fhours", hatice.open("/hours").path(), "what has ended opens nothing");
        Answer signInPage = hatice.open(told.document().select("main a.button").attr("href"));
        assertEquals("/plan?x=1", hatice.choose(signInPage, Map.of("person", "g-turkish-z")).path());
    }

    @Test
    void homeAfterAnIdleWhileIsTheWelcomeAndNotSomebodysHome() {
        TestClock.advance(Session.IDLE.plusSeconds(1));

        assertEquals(words().welcome_title(), hatice.get("/").title());
    }

    @Test
    void nobodyStaysSignedInForLongerThanAWorkingDayHoweverBusy() {
        Duration step = Duration.ofMinutes(14);
        Duration passed = Duration.ZERO;
        while (passed.plus(step).compareTo(Session.LONGEST) < 0) {
            TestClock.advance(step);
            passed = passed.plus(step);
            assertEquals(204, hatice.get("/still-here").status(), passed.toString());
        }
        TestClock.advance(step);
        assertTrue(hatice.get("/plan").location().endsWith("/session-ended?to=%2Fplan"));
    }

    @Test
    void thePageAsksInTimeOnTheLastQuarterOfTheWorkingDayToo() {
        Duration step = Duration.ofMinutes(14);
        for (Duration passed = step; passed.compareTo(Session.LONGEST.minusMinutes(10)) < 0; passed = passed.plus(step)) {
            TestClock.advance(step);
            hatice.get("/still-here");
        }
        TestClock.advance(Duration.ofMinutes(4));

        long left = Long.parseLong(hatice.get("/plan").document().body().attr("data-idle-seconds"));
        long heard = Long.parseLong(hatice.get("/still-here").headers().firstValue("Seconds").orElseThrow());

        assertTrue(left > 0 && left < Session.IDLE.toSeconds(), "less than a quiet time: " + left);
        assertTrue(heard <= left, heard + " of " + left);
    }

    @Test
    void whatWasTypedWhenTheSessionHadEndedIsThereAgainAfterwards() {
        Answer told = sendLate("Sağlık sözcüğü yanlış & \"tırnak\" <b>ሰላም</b>");
        assertTrue(told.text().contains(Answer.plain(words().session_ended_kept())), told.text());
        PageInvariants.check(told.body(), Language.TR, told.path());

        Answer form = signInAgain(hatice, told, "g-turkish-z");

        assertEquals(200, form.status());
        assertEquals("Sağlık sözcüğü yanlış & \"tırnak\" <b>ሰላም</b>", form.document().select("textarea").val());
        assertEquals("/translation/thanks", hatice.follow(hatice.submit(form, "/translation",
                Map.of("words", form.document().select("textarea").val()))).path());
    }

    @Test
    void aFormThatCameBackSaysUntilItIsTakenThatItWasNotSentYet() {
        Answer back = signInAgain(hatice, sendLate("bir kez daha"), "g-turkish-z");
        assertTrue(saysThatItWasNotSent(back), back.text());
        PageInvariants.check(back.body(), Language.TR, back.path());

        Answer refused = hatice.submit(back, "/translation", Map.of("words", " "));
        assertEquals(400, refused.status());
        assertTrue(saysThatItWasNotSent(hatice.get(back.path())), "it still waits");
        assertEquals(303, hatice.submit(refused, "/translation", Map.of("words", "bir kez daha")).status());

        Answer later = hatice.get(back.path());
        assertEquals("", later.document().select("textarea").val());
        assertFalse(saysThatItWasNotSent(later), later.text());
        assertFalse(saysThatItWasNotSent(hatice.get("/translation")));
    }

    @Test
    void aFormThatCameBackAndWasLateOnceMoreIsTheSame() {
        Answer back = signInAgain(hatice, sendLate("bir"), "g-turkish-z");
        TestClock.advance(Session.IDLE.plusMinutes(1));

        Answer again = signInAgain(hatice, hatice.follow(hatice.submit(back, "/translation", Map.of("words", "iki"))), "g-turkish-z");

        assertEquals("iki", again.document().select("textarea").val());
        assertEquals(List.of("[\"id\", \"words\"]"), Rows.of("select jsonb_path_query_array(fields, '$.keyvalue().key')::text from kept_form"));
    }

    /** Another form of the page is no reason to forget what was typed in this one. */
    @Test
    void whatIsSentFromAnotherFormOfThePageLeavesWhatWasTyped() {
        Answer back = signInAgain(hatice, sendLate("burada kalsın"), "g-turkish-z");
        String kept = back.document().select("main input[name=kept]").val();

        assertEquals(303, hatice.post("/my-data/forget/now", Map.of("kept", kept,
                "csrf-token", back.document().select("[name=csrf-token]").val(), "whose", back.document().select("[name=whose]").val())).status());

        assertEquals("burada kalsın", hatice.get(back.path()).document().select("textarea").val());
    }

    /** The page asks by itself whether the session goes on, and another one leaves by itself. */
    @Test
    void whatIsOnTheScreenIsKeptThoughThePortalSaidBeforeThatTheSessionHasEnded() {
        Answer one = hatice.get("/translation");
        Answer other = hatice.get("/translation");
        TestClock.advance(Session.IDLE.plusMinutes(1));
        assertEquals("/session-ended", hatice.open("/still-here").path().replaceFirst("[?].*", ""));
        assertEquals(200, hatice.open("/session-ended?to=/").status());

        Answer first = hatice.follow(hatice.submit(one, "/translation", Map.of("words", "birinci")));
        Answer second = hatice.follow(hatice.submit(other, "/translation", Map.of("words", "ikinci")));

        assertEquals("birinci", signInAgain(hatice, first, "g-turkish-z").document().select("textarea").val());
        assertEquals("ikinci", hatice.open(second.path()).document().select("textarea").val());
    }

    /** In one tab she goes to sign in, and then sees that the other one has what she wrote. */
    @Test
    void whatIsSentFromAnotherTabWhileOneSignsInIsKept() {
        Answer form = hatice.get("/translation");
        TestClock.advance(Session.IDLE.plusMinutes(1));
        hatice.open("/sign-in?to=/plan");

        Answer told = hatice.follow(hatice.submit(form, "/translation", Map.of("words", "öbür sekme")));

        assertTrue(told.text().contains(Answer.plain(words().session_ended_kept())), told.text());
        assertEquals("öbür sekme", signInAgain(hatice, told, "g-turkish-z").document().select("textarea").val());
    }

    @Test
    void whoGoesToSignInIsSignedOutAndWhatTheySendYetIsKeptForThemAlone() {
        Answer form = hatice.get("/translation");
        Portal slow = Portal.visitor(Language.TR).with("session", hatice.cookies().get("session"));
        hatice.open("/sign-in?to=/");
        assertEquals(303, hatice.get("/plan").status(), "whoever is next on this phone is not who was before");
        assertEquals(303, slow.get("/plan").status(), "nor when an answer that was slow brings the cookie back");

        Answer told = hatice.follow(hatice.submit(form, "/translation", Map.of("words", "yalnız benim")));

        assertEquals("", signInAgain(hatice, told, "g-turkish-new").document().select("textarea").val());
        assertEquals("yalnız benim", signInAgain(hatice, told, "g-turkish-z").document().select("textarea").val());
    }

    /** So many are kept of one person: what a page says by itself each time that it is looked at would take the place of their words. */
    @Test
    void whatAPageSendsByItselfIsNotKept() {
        Answer open = hatice.get("/translation");
        sendLate("benim sözlerim");
        String place = "/messages/00000000-0000-0000-0000-000000000000/seen/live";

        Answer told = hatice.post(place, Map.of("position", "1", "csrf-token", open.document().select("[name=csrf-token]").val()));

        assertTrue(told.location().contains("/session-ended?"), told.location());
        assertEquals(List.of("/translation"), Rows.of("select path from kept_form"));
    }

    @Test
    void whatWasTypedIsShownToNobodyElse() {
        Answer told = sendLate("yalnız benim");

        Answer form = signInAgain(Portal.visitor(Language.TR), told, "g-turkish-new");

        assertEquals(200, form.status());
        assertEquals("", form.document().select("textarea").val());
    }

    @Test
    void whatWasTypedIsForgottenAfterADay() {
        Answer told = sendLate("dün yazdım");
        TestClock.advance(Duration.ofDays(1).plusMinutes(1));

        assertEquals("", signInAgain(hatice, told, "g-turkish-z").document().select("textarea").val());
        sendLate("bugün yazdım");
        assertEquals(1, Rows.of("select fields::text from kept_form").size());
    }

    @Test
    void aGarbledNumberOfAKeptFormIsAnEmptyForm() {
        for (String garbled : new String[] {"x", "%00", "00000000-0000-0000-0000-000000000000"}) {
            Answer form = hatice.get("/translation?kept=" + garbled);
            assertEquals(200, form.status());
            assertEquals("", form.document().select("textarea").val());
        }
    }

    @Test
    void aFormIsStillGoodAfterAnotherPageWasReadInASecondTab() {
        Answer form = hatice.get("/translation");
        hatice.get("/plan");
        hatice.get("/translation");

        assertEquals("/translation/thanks",
                hatice.follow(hatice.submit(form, "/translation", Map.of("words", "iki sekme"))).path());
    }

    /** It is not given again as long as a browser has it: a form that was opened just before its end would be refused. */
    @Test
    void theTokenOfFormsOutlivesASessionAndTheDayAfter() {
        String line = Portal.visitor(Language.TR).get("/").setCookies("csrf").get(0);

        assertTrue(line.contains("Max-Age=" + Session.LONGEST.plus(KeptForms.KEPT_FOR).toSeconds() + ";"), line);
    }

    @Test
    void aFormOfSomebodyElseIsRefused() {
        Answer foreign = Portal.signedIn("g-turkish-new", Language.TR).get("/translation");

        Answer refused = hatice.submit(foreign, "/translation", Map.of("words", "x"));

        assertEquals(412, refused.status());
        assertEquals(Texts.in(Language.TR, RefusedMessages.class).other_title(), refused.title());
    }

    @Test
    void aFormThatIsSentTwiceIsOneReport() {
        Answer form = hatice.get("/translation");
        for (int time = 0; time < 2; time++) {
            assertEquals(303, hatice.submit(form, "/translation", Map.of("words", "bir kez")).status());
        }
        assertEquals(1, Rows.of("select words from translation_report where words = 'bir kez'").size());
    }

    /** The answer was lost, and meanwhile the session ended. */
    @Test
    void aFormThatIsSentTwiceIsOneReportAlsoWhenItWasLateTheSecondTime() {
        Answer form = hatice.get("/translation");
        assertEquals(303, hatice.submit(form, "/translation", Map.of("words", "bir kez, geç")).status());
        TestClock.advance(Session.IDLE.plusMinutes(1));

        Answer back = signInAgain(hatice, hatice.follow(hatice.submit(form, "/translation", Map.of("words", "bir kez, geç"))), "g-turkish-z");

        assertEquals(303, hatice.submit(back, "/translation", Map.of("words", "bir kez, geç")).status());
        assertEquals(1, Rows.of("select words from translation_report where words = 'bir kez, geç'").size());
    }

    /** A page that the browser shows again, as it was, has the same form. */
    @Test
    void otherWordsFromTheSamePageAreAnotherReport() {
        Answer form = hatice.get("/translation");
        for (String words : List.of("birinci yanlış", "ikinci yanlış")) {
            assertEquals(303, hatice.submit(form, "/translation", Map.of("words", words)).status());
        }
        assertEquals(2, Rows.of("select words from translation_report where words in ('birinci yanlış', 'ikinci yanlış')").size());
    }

    @Test
    void aLongTextInLettersOfThreeBytesIsTakenAndKeptAsWell() {
        String words = "ሰላም ".repeat(499) + "ሰላም";
        Answer taken = hatice.follow(hatice.submit(hatice.get("/translation"), "/translation", Map.of("words", words)));
        assertEquals("/translation/thanks", taken.path());

        Answer form = signInAgain(hatice, sendLate(words), "g-turkish-z");
        assertEquals(words, form.document().select("textarea").val());
    }

    @Test
    void aTextThatIsFarTooLongIsGivenBackOnAPage() {
        Answer refused = hatice.submit(hatice.get("/translation"), "/translation", Map.of("words", "x".repeat(20_000)));

        assertEquals(400, refused.status());
        assertEquals(20_000, refused.document().select("textarea").val().length());
        PageInvariants.check(refused.body(), Language.TR, refused.path());
    }

    private Answer sendLate(String words) {
        if (!hatice.cookies().containsKey("session")) {
            hatice.signIn("g-turkish-z", "/");
        }
        Answer form = hatice.get("/translation");
        TestClock.advance(Session.IDLE.plusMinutes(1));
        return hatice.follow(hatice.submit(form, "/translation", Map.of("words", words)));
    }

    private static Answer signInAgain(Portal portal, Answer told, String person) {
        return portal.choose(portal.open(told.document().select("main a.button").attr("href")), Map.of("person", person));
    }

    private static boolean saysThatItWasNotSent(Answer page) {
        return page.text().contains(Answer.plain(Texts.in(Language.TR, RefusedMessages.class).come_back()));
    }

    private static Messages words() {
        return Texts.in(Language.TR);
    }
}
