package nl.opkoers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.opkoers.Answer;
import nl.opkoers.Pause;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.PageInvariants;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Signing out ends both sessions and leaves nothing behind; leaving quickly does so at once. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class SignOutPageTest {

    private static final String BUT_UNSENT = "\"cache\", \"cookies\"";
    private static final String EVERYTHING = "\"cache\", \"cookies\", \"storage\"";

    @ConfigProperty(name = "opkoers.issuer.url")
    String issuer;

    @ConfigProperty(name = "opkoers.leave-to")
    String leaveTo;

    private final Portal selam = Portal.signedIn("z-tigrinya", Language.NL);

    @Test
    void bothSessionsEndAndTheBrowserForgets() {
        Answer answer = selam.submit(selam.get("/plan?lang=ti"), "/sign-out", Map.of());

        assertEquals(303, answer.status());
        String back = URLEncoder.encode(Portal.base() + "/signed-out", StandardCharsets.UTF_8);
        assertEquals(issuer + "/endsession?client_id=opkoers-portal&post_logout_redirect_uri=" + back + "&state=ti&ui_locales=ti",
                answer.location());
        assertForgotten(answer, BUT_UNSENT);
    }

    @Test
    void aCopyOfTheCookieOpensNothingAfterwards() {
        Portal copy = Portal.visitor(Language.NL).with("session", selam.cookies().get("session"));
        Portal hatice = Portal.signedIn("g-turkish-z", Language.NL);
        Portal walid = Portal.signedIn("b1-arabic-exam", Language.NL);
        Portal copyOfWalid = Portal.visitor(Language.NL).with("session", walid.cookies().get("session"));
        assertEquals(200, copy.get("/plan").status());

        selam.submit(selam.get("/plan"), "/sign-out", Map.of());
        walid.get("/leave");

        assertTrue(copy.get("/plan").location().endsWith("/session-ended?to=%2Fplan"));
        assertTrue(copyOfWalid.get("/plan").location().endsWith("/session-ended?to=%2Fplan"), "and who left in a hurry, at once");
        assertEquals(200, hatice.get("/plan").status(), "nobody else is signed out");
        assertEquals(200, Portal.signedIn("z-tigrinya", Language.NL).get("/plan").status(), "who signs in again is in");
    }

    @Test
    void aCopyThatWasBusyEndsWithAPageThatWasLeftOpen() {
        Portal copy = Portal.visitor(Language.NL).with("session", selam.cookies().get("session"));
        Answer page = selam.get("/plan");
        Duration part = Session.IDLE.multipliedBy(2).dividedBy(3);
        TestClock.advance(part);
        assertEquals(200, copy.get("/plan").status());
        TestClock.advance(part);
        try {
            selam.submit(page, "/sign-out", Map.of());

            assertTrue(copy.get("/plan").location().endsWith("/session-ended?to=%2Fplan"));
        } finally {
            TestClock.runOn();
        }
    }

    @Test
    void whatEndedWhileTheDatabaseWasAwayEndsEverywhereWhenItIsBack() {
        Answer page = selam.get("/plan");
        Rows.clear("ended_session");
        Rows.run("alter table ended_session rename to away");
        try {
            assertEquals(303, selam.submit(page, "/sign-out", Map.of()).status());
        } finally {
            Rows.run("alter table away rename to ended_session");
        }
        assertEquals(List.of("0"), Rows.of("select count(*) from ended_session"));

        Pause.until("it is told without anybody signing out", () -> Rows.of("select mark from ended_session").size() == 1);
    }

    @Test
    void whatWasEndedIsForgottenWhenItWouldHaveEndedAnyway() {
        selam.submit(selam.get("/plan"), "/sign-out", Map.of());
        List<String> kept = Rows.of("select mark from ended_session");
        assertFalse(kept.isEmpty());
        TestClock.advance(Session.LONGEST.plusMinutes(1));
        try {
            Portal hatice = Portal.signedIn("g-turkish-z", Language.NL);
            hatice.submit(hatice.get("/plan"), "/sign-out", Map.of());

            assertEquals(1, Rows.of("select mark from ended_session").size());
        } finally {
            TestClock.runOn();
            Rows.clear("ended_session");
        }
    }

    @Test
    void afterSigningOutThePageSaysSoInTheLanguageThatWasChosen() {
        Answer told = selam.follow(selam.submit(selam.get("/plan?lang=ti"), "/sign-out", Map.of()));

        assertEquals("/signed-out", told.address().getPath());
        assertEquals(Texts.in(Language.TI).signed_out_title(), told.title());
        PageInvariants.check(told.body(), Language.TI, told.path());
        assertTrue(selam.get("/plan").location().endsWith("/sign-in?to=%2Fplan"));
    }

    @Test
    void anotherSiteSignsNobodyOut() {
        assertEquals(400, selam.post("/sign-out", Map.of()).status());
        assertEquals(200, selam.get("/plan").status());
    }

    @Test
    void whoLeavesQuicklyIsElsewhereAtOnceAndSignedOut() {
        Answer answer = selam.get("/leave");

        assertEquals(303, answer.status());
        assertEquals(leaveTo, answer.location());
        assertForgotten(answer, BUT_UNSENT);
        assertTrue(selam.get("/plan").location().endsWith("/sign-in?to=%2Fplan"));
    }

    @Test
    void onAPhoneOnWhichNothingWaitsToBeSentNothingStays() {
        Answer page = selam.get("/plan");
        String token = page.document().select("form[action=/sign-out] input[name=csrf-token]").attr("value");

        assertForgotten(selam.post("/sign-out?all=yes", Map.of("csrf-token", token)), EVERYTHING);
        assertForgotten(selam.signedIn("z-tigrinya").get("/leave?all=yes"), EVERYTHING);
    }

    @Test
    void aLanguageThatIsNoneDoesNotBreakSigningOut() {
        assertEquals(200, selam.get("/signed-out?state=xx").status());
        assertEquals(200, selam.get("/signed-out?state=https%3A%2F%2Fevil.example").status());
    }

    private void assertForgotten(Answer answer, String what) {
        assertEquals(what, answer.headers().firstValue("Clear-Site-Data").orElse("none"));
        assertTrue(answer.setCookies("session").stream().allMatch(line -> line.startsWith("session=;") && line.contains("Max-Age=0")),
                answer.headers().toString());
        assertFalse(selam.cookies().containsKey("session"));
    }
}
