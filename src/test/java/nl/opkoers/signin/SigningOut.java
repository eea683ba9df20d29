package nl.opkoers.signin;

import static nl.opkoers.signin.KeycloakWorld.PARTICIPANTS;
import static nl.opkoers.signin.KeycloakWorld.SESSION;
import static nl.opkoers.signin.KeycloakWorld.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing out: here, and at the identity provider, on all nodes. */
abstract class SigningOut {

    /** Of a node that did not hear of it at once. */
    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final KeycloakWorld world;

    SigningOut(KeycloakWorld world) {
        this.world = world;
    }

    @Test
    void whoSignsOutIsSignedOutThereTooAndComesBackInTheirLanguage() {
        Portal selam = world.signedIn("z-tigrinya", Language.NL);

        Answer asked = selam.follow(selam.submit(selam.get("/plan?lang=ti"), "/sign-out", Map.of()));
        assertEquals("ti", asked.document().select("html").attr("lang"));
        Answer told = selam.follow(selam.fillIn(asked, Map.of("confirmLogout", "yes")));

        assertEquals("/signed-out", told.address().getPath());
        assertEquals(TextFile.PORTAL.text(Language.TI, "signed_out_title"), told.title());
        assertEquals(1, selam.startSignIn("/").document().select("input[name=password]").size(), "nobody is let in without a word");
    }

    @Test
    void aCopyOfTheCookieOpensNothingOnAnyNodeOnceItsOwnerHasSignedOut() {
        Portal walid = world.signedIn("b1-arabic-exam", Language.NL);
        Portal here = copy(walid, world.first.base());
        Portal elsewhere = copy(walid, world.second.base());
        assertEquals(200, here.get("/plan").status());
        assertEquals(200, elsewhere.get("/plan").status());

        walid.submit(walid.get("/plan"), "/sign-out", Map.of());

        mustHaveEnded(here.get("/plan"));
        await(elsewhere);
    }

    @Test
    void whomTheIssuerSignsOutIsSignedOutOnEveryNodeAndNobodyElseIs() {
        Portal hatice = world.signedIn("g-turkish-z", Language.NL);
        Portal elsewhere = copy(hatice, world.second.base());
        Portal selam = world.signedIn("z-tigrinya", Language.NL);
        Portal marloes = world.signedIn("coach-a", Language.NL);
        assertEquals(200, elsewhere.get("/plan").status());

        world.keycloak.logOut(PARTICIPANTS, world.idOf("g-turkish-z"));

        await(hatice);
        await(elsewhere);
        assertEquals(200, selam.get("/plan").status());
        assertEquals(200, marloes.get("/coach").status());
        world.keycloak.logOut(STAFF, world.idOf("coach-a"));
        await(marloes, "/coach");
        assertEquals(200, world.signedIn("g-turkish-z", Language.NL).get("/plan").status(), "who signs in again is in");
    }

    @Test
    void aNodeThatWasAwayKnowsWhoWasSignedOutMeanwhile() {
        Portal selam = world.signedIn("z-tigrinya", Language.NL);
        Portal elsewhere = copy(selam, world.second.base());
        world.second.kill();

        selam.submit(selam.get("/plan"), "/sign-out", Map.of());
        world.second.start();

        await(elsewhere);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbled", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
    void whatAnybodyCanSayEndsNothing(String forged) {
        Portal selam = world.signedIn("z-tigrinya", Language.NL);

        assertEquals(400, selam.post("/sign-in/ended", Map.of("logout_token", forged)).status());
        assertEquals(400, selam.post("/staff/sign-in/ended", Map.of("other", forged)).status());
        assertEquals(200, selam.get("/plan").status());
    }

    private static Portal copy(Portal browser, String node) {
        return Portal.visitor(node, Language.NL).with(SESSION, browser.cookies().get(SESSION));
    }

    private static void await(Portal browser) {
        await(browser, "/plan");
    }

    private static void await(Portal browser, String page) {
        long until = System.nanoTime() + WITHIN.toNanos();
        Answer answer = browser.get(page);
        while (answer.status() == 200 && System.nanoTime() < until) {
            answer = browser.get(page);
        }
        mustHaveEnded(answer);
    }

    private static void mustHaveEnded(Answer answer) {
        assertEquals(303, answer.status(), answer.path());
        assertTrue(answer.location().contains("/session-ended?to="), answer.location());
    }
}
