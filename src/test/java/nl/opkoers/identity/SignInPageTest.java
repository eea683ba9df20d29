package nl.opkoers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Messages;
import nl.opkoers.language.Texts;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in at the identity provider and coming back to where one wanted to be. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class SignInPageTest {

    DemoWorld world;

    @Test
    void theIdentityProviderIsAskedWithAProofOfThePortalsOwn() {
        Map<String, String> asked = query(Portal.visitor(Language.TI).startSignIn("/").address());
        Map<String, String> again = query(Portal.visitor(Language.TI).startSignIn("/").address());

        assertEquals("code", asked.get("response_type"));
        assertEquals("S256", asked.get("code_challenge_method"));
        assertEquals(43, asked.get("code_challenge").length(), "a SHA-256 in base64url (RFC 7636, 4.2)");
        assertEquals(Portal.base() + "/sign-in/callback", asked.get("redirect_uri"));
        assertEquals("ti", asked.get("ui_locales"));
        for (String once : List.of("state", "nonce", "code_challenge")) {
            assertTrue(asked.get(once).length() >= 32, once);
            assertNotEquals(asked.get(once), again.get(once), once);
        }
    }

    @Test
    void theSessionIsACookieThatNoScriptReadsAndNoOtherSiteSends() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);

        List<String> sent = callback(selam).setCookies("session");
        assertEquals(1, sent.size());
        Set<String> attributes = Arrays.stream(sent.get(0).split("; ")).skip(1).map(each -> each.replaceFirst("^Expires=.*", ""))
                .map(String::toLowerCase).collect(Collectors.toSet());
        assertEquals(Set.of("max-age=" + Duration.ofHours(8 + 24).toSeconds(), "path=/", "httponly", "samesite=lax", ""), attributes);
    }

    @Test
    void noTokenIsKeptAnywhere() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        selam.get("/plan");

        assertEquals(Set.of("session", "csrf"), selam.cookies().keySet());
        selam.answers().stream().filter(SignInPageTest::ofPortal).forEach(answer -> {
            assertTrue(answer.setCookies("q_session_participants-9901").stream().allMatch(line -> line.startsWith("q_session_participants-9901=;")), answer.path());
            assertFalse(answer.body().contains("eyJ"), answer.path());
            assertFalse(answer.headers().firstValue("Location").orElse("").contains("eyJ"), answer.path());
        });
    }

    @Test
    void aSecondSignInNeedsTheNumberNoMore() {
        Portal.signedIn("z-tigrinya", Language.TI);
        List<String> accounts = accounts();
        world.municipality().faults().set(Resource.SEARCH, Fault.error());
        try {
            assertEquals(200, Portal.visitor(Language.TI).signIn("z-tigrinya", "/plan").status());
        } finally {
            world.municipality().faults().clear();
        }
        assertEquals(accounts, accounts());
    }

    @Test
    void whoAsksForAPageOfTheirOwnComesBackThereAfterSigningIn() {
        Portal walid = Portal.visitor(Language.AR);

        Answer signInPage = walid.open("/plan?from=letter&x=%D8%B9");

        assertEquals("/plan?from=letter&x=%D8%B9", walid.choose(signInPage, Map.of("person", "b1-arabic-exam")).path());
        assertFalse(walid.answers().stream().anyMatch(answer -> answer.path().startsWith("/sign-in/start?") && answer.status() == 200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
            "evil.example", "/\tplan", "", " /plan", "/plan\r\nX: y", "data:text/html,x", "/ي"})
    void nobodyIsLedElsewhere(String elsewhere) {
        Answer arrived = Portal.visitor(Language.EN).signIn("g-english-debt", elsewhere);

        assertEquals(URI.create(Portal.base() + "/"), arrived.address());
        assertEquals(200, arrived.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2F%2Fevil.example", "https%3A%2F%2Fevil.example", "//evil.example", "%", "%ZZ"})
    void aForgedWayBackLeadsHome(String forged) {
        Portal kofi = Portal.visitor(Language.EN);
        Answer chosen = kofi.press(kofi.startSignIn("/plan"), Map.of("person", "g-english-debt"));
        kofi.with("way_back", forged);

        assertEquals(URI.create(Portal.base() + "/"), kofi.follow(chosen).address());
    }

    @Test
    void whoStopsAtTheIdentityProviderReadsThatNothingHappened() {
        Portal kofi = Portal.visitor(Language.EN);

        Answer told = kofi.choose(kofi.startSignIn("/plan"), Map.of("cancel", "yes"));

        assertEquals(200, told.status());
        assertEquals(words().welcome_title(), told.title());
        assertEquals(words().cancelled_title(), told.document().select("main [role=status] strong").text());
        assertFalse(kofi.cookies().containsKey("session"));
        assertEquals(1, told.document().select("main a.button[href=/sign-in]").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in/callback?code=abc&state=forged", "/sign-in/callback?state=forged",
            "/sign-in/callback?code=abc", "/sign-in/callback?error=server_error&state=forged",
            "/sign-in/callback?error=%3Cscript%3E", "/sign-in/callback?code=&state="})
    void anAnswerThatNobodyAskedForSignsNobodyIn(String forged) {
        Portal kofi = Portal.visitor(Language.EN);
        kofi.startSignIn("/plan");

        mustHaveFailed(kofi, kofi.open(forged));
    }

    @Test
    void aCodeIsGoodForOneBrowserAndOnce() {
        Portal kofi = Portal.visitor(Language.EN);
        String callback = kofi.press(kofi.startSignIn("/"), Map.of("person", "g-english-debt")).location();
        String path = callback.substring(Portal.base().length());
        Portal thief = Portal.visitor(Language.EN);

        assertEquals("/sign-in/forgotten", thief.open(path).path());
        assertFalse(thief.cookies().containsKey("session"));
        assertEquals(URI.create(Portal.base() + "/"), kofi.open(path).address());
        assertEquals(URI.create(Portal.base() + "/"), kofi.open(path).address(), "who goes back to it is in already");
    }

    /** Else they would be asked to sign in again and again, and never hear why. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void whoseBrowserKeepsNoCookiesIsToldSo(Language language) {
        Portal kofi = Portal.visitor(language);
        Answer back = kofi.press(kofi.startSignIn("/"), Map.of("person", "g-english-debt"));

        Answer told = kofi.bring(Map.of()).follow(back);

        assertEquals(400, told.status());
        assertEquals(Answer.plain(Texts.in(language).sign_in_forgotten()), told.document().select("main p").first().text());
        assertEquals(1, told.document().select("main a.button[href=/sign-in]").size());
        PageInvariants.check(told.body(), language, told.path());
    }

    @Test
    void whoTakesHalfAnHourAtTheirIssuerComesInYet() {
        Portal kofi = Portal.visitor(Language.EN);
        kofi.startSignIn("/plan");

        List<String> underWay = kofi.answers().stream().filter(SignInPageTest::ofPortal)
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream()).filter(line -> line.startsWith("q_auth_")).toList();

        assertEquals(1, underWay.size());
        assertTrue(underWay.get(0).contains("Max-Age=" + Duration.ofMinutes(30).toSeconds() + ";"), underWay.get(0));
    }

    @Test
    void aCodeThatDoesNotHoldSignsNobodyIn() {
        Portal kofi = Portal.visitor(Language.EN);
        String callback = kofi.press(kofi.startSignIn("/"), Map.of("person", "g-english-debt")).location();

        mustHaveFailed(kofi, kofi.open(callback.substring(Portal.base().length()).replaceFirst("code=[^&]+", "code=expired")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbled", "a.b.c.d.e", "eyJhbGciOiJub25lIn0.e30.", "%00", "-"})
    void aGarbledSessionIsNoSession(String garbled) {
        Portal somebody = Portal.visitor(Language.EN).with("session", garbled);

        assertEquals(words().welcome_title(), somebody.get("/").title());
        assertEquals("/sign-in?to=%2Fplan", pathOf(somebody.get("/plan").location()));
    }

    @Test
    void onlyThePortalsOwnSessionIsTaken() {
        Portal somebody = Portal.visitor(Language.EN).with("q_session_participants-9901", "eyJhbGciOiJub25lIn0.e30.|x|y");

        mustHaveFailed(somebody, somebody.open("/plan"));
    }

    private static void mustHaveFailed(Portal portal, Answer answer) {
        assertEquals(400, answer.status(), answer.path());
        assertEquals(words().sign_in_failed_title(), answer.title());
        assertFalse(portal.cookies().containsKey("session"));
    }

    private static Answer callback(Portal portal) {
        return portal.answers().stream().filter(answer -> answer.path().startsWith("/sign-in/callback")).findFirst().orElseThrow();
    }

    private static boolean ofPortal(Answer answer) {
        return answer.address().toString().startsWith(Portal.base());
    }

    /** Who is whom; when they last came is not in it, as that changes with each sign-in. */
    private static List<String> accounts() {
        return Rows.of("select (to_jsonb(account) - 'signed_in_at')::text from account order by subject");
    }

    private static String pathOf(String location) {
        return location.replace(Portal.base(), "");
    }

    private static Messages words() {
        return Texts.in(Language.EN);
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
