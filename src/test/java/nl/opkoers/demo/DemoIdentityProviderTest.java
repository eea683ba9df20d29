package nl.opkoers.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.opkoers.language.Language;
import nl.opkoers.page.PageInvariants;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in to the demo, as the portal and a browser do it. */
class DemoIdentityProviderTest {
    private static DemoIdentityProvider provider;
    private static SignInJourney journey;

    @BeforeAll
    static void start() {
        provider = DemoIdentityProvider.start(new DemoIdentityProvider.Settings(0, SignInJourney.CLIENT_ID,
                SignInJourney.CLIENT_SECRET, "gemeente", PortalOrigin.at(8080), DemoPeople.all()));
        journey = new SignInJourney(provider.issuer());
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void selamSignsInAndThePortalLearnsHerNumberAndNothingElse() throws Exception {
        JWTClaimsSet token = idToken("z-tigrinya");

        assertEquals(Set.of("sub", "aud", "iss", "iat", "nbf", "exp", "jti", "nonce", "bsn"),
                new TreeSet<>(token.getClaims().keySet()));
        assertEquals(provider.issuer().toString(), token.getIssuer());
        assertEquals(List.of(SignInJourney.CLIENT_ID), token.getAudience());
        assertEquals(SignInJourney.NONCE, token.getStringClaim("nonce"));
        assertEquals(Duration.ofMinutes(5),
                Duration.between(token.getIssueTime().toInstant(), token.getExpirationTime().toInstant()));
    }

    @Test
    void whoHasNoBsnYetIsKnownByVNumber() throws Exception {
        JWTClaimsSet token = idToken("azc-tigrinya-wait");

        assertEquals(10, token.getStringClaim("v_number").length());
        assertNull(token.getClaim("bsn"));
    }

    @Test
    void aCoachIsKnownByRoleAndNameAtTheIssuerOfStaff() throws Exception {
        SignInJourney staff = new SignInJourney(provider.staffIssuer());
        JWTClaimsSet token = SignedJWT.parse(staff.token(staff.code("coach-a"), SignInJourney.VERIFIER)
                .path("id_token").asText()).getJWTClaimsSet();

        assertEquals(provider.staffIssuer().toString(), token.getIssuer());

        assertEquals(List.of("coach"), token.getStringListClaim("groups"));
        assertFalse(token.getStringClaim("employee_id").isBlank());
        assertFalse(token.getStringClaim("name").isBlank());
        assertNull(token.getClaim("bsn"));
    }

    @Test
    void theSubjectIsTheSameEveryTimeAndTellsNothing() throws Exception {
        JWTClaimsSet first = idToken("g-turkish-new");

        assertEquals(first.getSubject(), idToken("g-turkish-new").getSubject());
        assertNotEquals(first.getSubject(), idToken("g-turkish-z").getSubject());
        assertFalse(first.getSubject().contains("turkish"));
        assertFalse(first.getSubject().contains(first.getStringClaim("bsn")));
    }

    @Test
    void whatAPersonsSignInGivesDoesNotOpenTheMunicipalApi() throws Exception {
        SignedJWT access = SignedJWT.parse(journey.token(journey.code("z-tigrinya"), SignInJourney.VERIFIER)
                .path("access_token").asText());

        assertFalse(access.getJWTClaimsSet().getAudience().contains("gemeente"));
    }

    @Test
    void thePortalGetsATokenForTheMunicipalApi() throws Exception {
        HttpResponse<String> answer = journey.clientCredentials(SignInJourney.CLIENT_SECRET);

        JWTClaimsSet token = SignedJWT.parse(SignInJourney.json(answer).path("access_token").asText())
                .getJWTClaimsSet();
        assertEquals(List.of("gemeente"), token.getAudience());
        assertEquals(provider.issuer().toString(), token.getIssuer());
    }

    @Test
    void whoDoesNotKnowTheClientSecretGetsNoToken() throws Exception {
        assertEquals(401, journey.clientCredentials("guess").statusCode());
    }

    @Test
    void aStolenCodeIsWorthNothingWithoutItsVerifier() throws Exception {
        assertEquals(400, journey.exchange(journey.code("z-tigrinya"), null).statusCode());
        assertEquals(400, journey.exchange(journey.code("z-tigrinya"), "w".repeat(43)).statusCode());
    }

    @Test
    void withoutPkceOrNonceThePortalIsToldThatItsRequestIsInvalid() throws Exception {
        for (String left : List.of("code_challenge", "nonce", "state")) {
            HttpResponse<String> answer = journey.get(journey.authorize(Map.of(left, "")));

            assertEquals(302, answer.statusCode(), left);
            assertTrue(SignInJourney.location(answer).contains("error=invalid_request"), left);
        }
    }

    @Test
    void nobodyIsSentToAnAddressThatIsNotThePortals() throws Exception {
        for (String elsewhere : List.of("http://localhost:9999/", "https://evil.example/", "http://localhost:8080@evil.example/")) {
            HttpResponse<String> answer = journey.get(journey.authorize(Map.of("redirect_uri", elsewhere)));

            assertEquals(400, answer.statusCode(), elsewhere);
            assertTrue(answer.headers().firstValue("location").isEmpty(), elsewhere);
        }
    }

    @Test
    void goingBackTellsThePortalThatThePersonDidNotWantTo() throws Exception {
        HttpResponse<String> answer = journey.post(journey.authorize(Map.of()), Map.of("cancel", "cancel"));

        assertEquals(302, answer.statusCode());
        String location = SignInJourney.location(answer);
        assertTrue(location.startsWith(SignInJourney.REDIRECT_URI), location);
        assertTrue(location.contains("error=access_denied"), location);
        assertTrue(location.contains("state=" + SignInJourney.STATE), location);
    }

    @Test
    void aPersonWhoIsNotInTheCastGetsAClearPage() throws Exception {
        HttpResponse<String> answer = journey.post(journey.authorize(Map.of("lang", "en")), Map.of("person", "nobody-x"));

        assertEquals(400, answer.statusCode());
        Document page = Jsoup.parse(answer.body());
        assertEquals("Log in did not work", page.selectFirst("h1").text());
        assertFalse(answer.body().contains("nobody-x"));
    }

    @ParameterizedTest
    @EnumSource
    void thePageIsInTheLanguageOfTheVisitor(Language language) throws Exception {
        String html = journey.get(journey.authorize(Map.of("ui_locales", language.tag()))).body();
        // The state of the portal's request, bound to the portal's cookie, does here what a CSRF token does elsewhere.
        PageInvariants.check(html.replace(" method=\"post\"", ""), language, "/opkoers/authorize");

        Document page = Jsoup.parse(html);
        assertEquals(language.tag(), page.selectFirst("html").attr("lang"));
        assertEquals(language.direction().attribute(), page.selectFirst("html").attr("dir"));
        assertEquals(0, page.select("script, style, [style]").size(), "nothing inline");
        Set<String> offered = new TreeSet<>(page.select("button[name=person]").eachAttr("value"));
        assertEquals(new TreeSet<>(DemoPeople.all().stream().filter(person -> !person.isStaff())
                .map(SignInPerson::key).toList()), offered);
        assertTrue(offered.size() >= 18, "the cast and an unknown person");
        assertTrue(page.select("button[name=person] span").eachText().stream().noneMatch(String::isBlank));
        assertEquals(Arrays.stream(Language.values()).map(Language::ownName).toList(),
                page.select("nav a").eachText());
    }

    @Test
    void theChoiceOfLanguageIsKeptThroughTheWholeSignIn() throws Exception {
        Document dutch = Jsoup.parse(journey.get(journey.authorize(Map.of("ui_locales", "nl"))).body(),
                provider.issuer().toString());

        Element link = dutch.selectFirst("nav a[hreflang=ar]");
        Document arabic = Jsoup.parse(journey.get(URI.create(link.absUrl("href"))).body(),
                provider.issuer().toString());

        assertEquals("rtl", arabic.selectFirst("html").attr("dir"));
        String action = arabic.selectFirst("form").absUrl("action");
        HttpResponse<String> answer = journey.post(URI.create(action), Map.of("person", "b1-arabic-exam"));
        assertTrue(SignInJourney.location(answer).contains("state=" + SignInJourney.STATE));
    }

    @Test
    void withoutAnyChoiceTheBrowserDecides() throws Exception {
        assertEquals("tr", Jsoup.parse(journey.get(journey.authorize(Map.of()), "Accept-Language", "de, tr;q=0.8").body())
                .selectFirst("html").attr("lang"));
    }

    @Test
    void everyAnswerIsClosedToScriptsFramesAndOtherOrigins() throws Exception {
        for (URI address : List.of(journey.authorize(Map.of()), journey.at("/sign-in.css"), journey.at("/jwks"),
                journey.at("/.well-known/openid-configuration"), journey.at("/nothing"))) {
            HttpResponse<String> answer = journey.get(address, "Origin", "https://evil.example");
            String policy = answer.headers().firstValue("content-security-policy").orElseThrow();

            assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals("nosniff", answer.headers().firstValue("x-content-type-options").orElseThrow());
            assertTrue(answer.headers().firstValue("access-control-allow-origin").isEmpty(), address.getPath());
        }
    }

    @Test
    void theIssuerHasOneNameWhateverTheCallerCallsIt() throws Exception {
        HttpResponse<String> answer = journey.get(URI.create(journey.at("/.well-known/openid-configuration").toString()
                .replace("localhost", "127.0.0.1")), "X-Forwarded-Proto", "https");

        assertEquals(provider.issuer().toString(), SignInJourney.json(answer).path("issuer").asText());
        assertEquals(provider.issuer() + "/endsession", SignInJourney.json(answer).path("end_session_endpoint").asText());
    }

    @Test
    void signingOutLeadsBackToThePortalAndNowhereElse() throws Exception {
        HttpResponse<String> home = journey.get(journey.logout("http://localhost:8080/"));
        assertEquals(302, home.statusCode());
        assertTrue(SignInJourney.location(home).startsWith("http://localhost:8080/"));

        for (String elsewhere : List.of("https://evil.example/", "http://localhost:8080.evil.example/", "//evil.example", "")) {
            HttpResponse<String> answer = journey.get(journey.logout(elsewhere));
            assertEquals(400, answer.statusCode(), elsewhere);
            assertTrue(answer.headers().firstValue("location").isEmpty(), elsewhere);
        }
    }

    private static JWTClaimsSet idToken(String person) throws Exception {
        return SignedJWT.parse(journey.token(journey.code(person), SignInJourney.VERIFIER).path("id_token").asText())
                .getJWTClaimsSet();
    }
}
