package nl.opkoers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Participants and staff come by issuers of their own, and there is no way from the one to the other. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class TwoIssuersTest {

    DemoWorld world;

    @Test
    void eachSideIsSentToItsOwnIssuer() {
        assertTrue(Portal.visitor(Language.NL).open("/sign-in").address().toString()
                .startsWith(world.identityProvider().issuer() + "/authorize"));
        assertTrue(Portal.visitor(Language.NL).open("/staff/sign-in").address().toString()
                .startsWith(world.identityProvider().staffIssuer() + "/authorize"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/coach", "/coach/hours", "/coach/participants?x=1"})
    void whoAsksForAPageOfStaffSignsInAsStaffAndComesBackThere(String page) {
        Portal marloes = Portal.visitor(Language.NL);

        Answer arrived = marloes.choose(marloes.open(page), Map.of("person", "coach-a"));

        assertEquals(URI.create(Portal.base() + page), arrived.address());
        assertEquals(200, arrived.status());
    }

    @Test
    void whomOneIssuerKnowsTheOtherDoesNotOffer() {
        Portal somebody = Portal.visitor(Language.NL);

        assertEquals(List.of(), somebody.open("/sign-in").document().select("button[value=coach-a]"));
        assertEquals(List.of(), somebody.open("/staff/sign-in").document().select("button[value=z-tigrinya]"));
    }

    @Test
    void aCodeOfTheOneIssuerIsNothingAtTheDoorOfTheOther() {
        Portal selam = Portal.visitor(Language.NL);
        String callback = selam.press(selam.startSignIn("/"), Map.of("person", "z-tigrinya")).location();

        Answer answer = selam.open(callback.substring(Portal.base().length()).replace("/sign-in/", "/staff/sign-in/"));

        assertFalse(selam.cookies().containsKey("session"));
        assertFalse(answer.address().toString().startsWith(Portal.base()) && answer.status() == 200, answer.address().toString());
    }

    @Test
    void aStateOfTheOneIssuerIsNothingAtTheDoorOfTheOther() {
        Portal selam = Portal.visitor(Language.NL);
        selam.open("/staff/sign-in");
        String callback = selam.press(selam.startSignIn("/"), Map.of("person", "z-tigrinya")).location();

        selam.open(callback.substring(Portal.base().length()).replace("/sign-in/", "/staff/sign-in/"));

        assertFalse(selam.cookies().containsKey("session"));
    }

    /** As somebody may who renames the cookie in which the portal keeps what it asked; the two issuers of the demo share their codes. */
    @Test
    void whatWasBegunAtTheOneDoorIsNotGoneOnWithAtTheOtherUnderItsName() {
        Portal selam = Portal.visitor(Language.NL);
        String callback = selam.press(selam.startSignIn("/"), Map.of("person", "z-tigrinya")).location();
        String begun = selam.cookies().keySet().stream().filter(name -> name.startsWith("q_auth_participants-")).findFirst().orElseThrow();
        Portal staff = Portal.visitor(Language.NL).with(begun.replace("participants", "staff"), selam.cookies().get(begun));

        Answer answer = staff.get(callback.substring(Portal.base().length()).replace("/sign-in/", "/staff/sign-in/"));

        assertEquals("/staff/sign-in/failed", answer.location().replace(Portal.base(), ""));
        assertFalse(staff.cookies().containsKey("session"));
    }

    @Test
    void whoSignedInAsOneIsNobodyOnTheOtherSide() {
        assertEquals(403, Portal.signedIn("z-tigrinya", Language.NL).get("/coach").status());
        assertEquals(403, Portal.signedIn("coach-a", Language.NL).get("/plan").status());
    }

    @Test
    void staffSignOutAtTheirOwnIssuerAndComeBackToTheirOwnDoor() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);

        Answer leaving = marloes.submit(marloes.get("/coach"), "/sign-out", Map.of());
        assertTrue(leaving.location().startsWith(world.identityProvider().staffIssuer() + "/endsession?"), leaving.location());

        Answer told = marloes.follow(leaving);
        assertEquals(Texts.in(Language.NL).signed_out_title(), told.title());
        assertEquals(1, told.document().select("main a.button[href=/staff/sign-in]").size());
    }

    /** Otherwise whoever sits down there next is in as them, without a password. */
    @Test
    void whoSignsOutFromAPageThatWasLeftOpenIsSignedOutAtTheirOwnIssuerToo() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Answer page = marloes.get("/coach");
        TestClock.advance(Session.IDLE.plusMinutes(1));
        try {
            Answer leaving = marloes.submit(page, "/sign-out", Map.of());
            assertTrue(leaving.location().startsWith(world.identityProvider().staffIssuer() + "/endsession?"), leaving.location());
        } finally {
            TestClock.runOn();
        }
    }

    @Test
    void whoStopsAtTheStaffsIssuerIsToldSoWhereTheStaffsDoorIs() {
        Portal marloes = Portal.visitor(Language.NL);

        Answer told = marloes.choose(marloes.open("/staff/sign-in"), Map.of("cancel", "yes"));

        assertEquals(Texts.in(Language.NL).cancelled_title(), told.document().select("main [role=status] strong").text());
        assertEquals(1, told.document().select("main a[href=/staff/sign-in]").size());
    }

    @Test
    void aForgedAnswerAtTheStaffsDoorSignsNobodyIn() {
        Portal marloes = Portal.visitor(Language.NL);
        marloes.open("/staff/sign-in");

        Answer answer = marloes.open("/staff/sign-in/callback?code=abc&state=forged");

        assertEquals(400, answer.status());
        assertEquals(1, answer.document().select("main a.button[href=/staff/sign-in]").size());
        assertFalse(marloes.cookies().containsKey("session"));
    }

    @Test
    void whoseSessionEndedSignsInByTheDoorByWhichTheyCame() {
        Answer ended = Portal.visitor(Language.NL).get("/session-ended?to=%2Fcoach%2Fhours");

        assertEquals("/staff/sign-in?to=%2Fcoach%2Fhours", ended.document().select("main a.button").attr("href"));
    }
}
