package nl.opkoers.signin;

import static nl.opkoers.signin.KeycloakWorld.BASIS;
import static nl.opkoers.signin.KeycloakWorld.PARTICIPANTS;
import static nl.opkoers.signin.KeycloakWorld.SESSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in: what reaches the portal, and what does not. */
abstract class SigningIn {

    /** As the realm says. */
    private static final int STOPPED_AFTER = 8;
    private static final int MANY_GUESSES = 200;

    private final KeycloakWorld world;

    SigningIn(KeycloakWorld world) {
        this.world = world;
    }

    @Test
    void thePortalStartsBeforeItsIssuersAndSaysThatSigningInFails() {
        assertEquals(words("sign_in_failed_title"), world.tooEarly.title());
        assertEquals(1, world.tooEarly.document().select("main a.button[href=/sign-in]").size());
    }

    @Test
    void aParticipantAndACoachEachSignInAtTheirOwn() {
        Portal selam = world.signedIn("z-tigrinya", Language.TI);
        assertEquals(200, selam.get("/plan").status());
        assertEquals(403, selam.get("/coach").status());

        Portal marloes = world.signedIn("coach-a", Language.NL);
        assertEquals(200, marloes.get("/coach").status());
        assertEquals(403, marloes.get("/plan").status());
    }

    @Test
    void everyCookieIsForThisSiteOverHttpsAndForNoScript() {
        Portal selam = world.signedIn("z-tigrinya", Language.TI);
        List<String> set = selam.answers().stream().filter(answer -> answer.address().toString().startsWith(world.first.base()))
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream()).toList();

        Set<String> names = set.stream().map(line -> line.replaceFirst("=.*", "").replaceFirst("(q_auth_participants).*", "$1"))
                .collect(Collectors.toSet());
        assertTrue(names.containsAll(Set.of(SESSION, "__Host-csrf", "q_auth_participants", "way_back")), names.toString());
        // One that is taken away holds nothing.
        set.stream().filter(line -> !line.contains("Max-Age=0")).forEach(line -> {
            String attributes = line.toLowerCase(Locale.ROOT);
            for (String attribute : List.of("; secure", "; httponly", "; samesite=lax")) {
                assertTrue(attributes.contains(attribute), () -> attribute + " lacks: " + line.replaceFirst("=[^;]*", "=…"));
            }
        });
    }

    @Test
    void whoAsksForLessThanThePortalWantsIsToldSoAndNotLetIn() {
        Portal selam = world.visitor(Language.NL);
        Answer page = selam.visit(with(selam.startSignIn("/").address(), "acr_values", BASIS));

        Answer told = selam.follow(world.enter(selam, page, "z-tigrinya"));

        assertEquals(403, told.status());
        assertEquals(words("too_weak_title"), told.title());
        assertFalse(selam.cookies().containsKey(SESSION));
    }

    @Test
    void whoGoesBackFromThereReadsThatNothingHappened() {
        Portal selam = world.visitor(Language.NL);
        Answer page = selam.startSignIn("/plan");

        Answer told = selam.follow(selam.visit(URI.create(page.document().select("#back").attr("href"))));

        assertEquals(200, told.status());
        assertEquals(words("cancelled_title"), told.document().select("main [role=status] strong").text());
        assertEquals(1, told.document().select("main a.button[href=/sign-in]").size());
    }

    @Test
    void whatGoesWrongThereIsSaidInThePrescribedWords() {
        Portal selam = world.visitor(Language.NL);

        Answer told = selam.follow(selam.visit(with(selam.startSignIn("/").address(), "prompt", "none")));

        assertEquals(words("sign_in_failed_title"), told.title());
        assertTrue(told.text().contains(words("sign_in_failed_text")), told.text());
        assertFalse(selam.cookies().containsKey(SESSION));
    }

    @ParameterizedTest
    @CsvSource({"nonce, another-nonce-0123456789", "state, another-state-0123456789", "code_challenge, " + KeycloakWorld.CHALLENGE})
    void whatWasChangedOnTheWayThereSignsNobodyIn(String parameter, String other) {
        Portal selam = world.visitor(Language.NL);
        Answer page = selam.visit(with(selam.startSignIn("/").address(), parameter, other));

        Answer told = selam.follow(world.enter(selam, page, "z-tigrinya"));

        assertEquals(words("sign_in_failed_title"), told.title());
        assertFalse(selam.cookies().containsKey(SESSION));
    }

    @Test
    void withoutProofOfThePortalsOwnNobodyIsAskedAnything() {
        for (String method : new String[] {null, "plain"}) {
            mustBeRefused("code_challenge_method", method);
        }
        mustBeRefused("code_challenge", null);
    }

    @Test
    void nobodyIsSentFromThereToAnAddressThatIsNotThePortals() {
        Portal selam = world.visitor(Language.NL);
        URI asked = selam.startSignIn("/").address();

        for (String elsewhere : List.of("https://evil.example/", world.first.base() + "/sign-in/callback/../../leave",
                world.first.base() + "/staff/sign-in/callback", world.second.base() + "/sign-in/callback")) {
            assertEquals(400, selam.visit(with(asked, "redirect_uri", elsewhere)).status(), elsewhere);
        }
    }

    @Test
    void aCodeIsGoodOnce() {
        Portal selam = world.visitor(Language.NL);
        Answer back = world.enter(selam, selam.startSignIn("/"), "z-tigrinya");
        Map<String, Object> before = selam.jar();
        assertEquals(200, selam.follow(back).status());
        assertTrue(selam.cookies().containsKey(SESSION));

        Answer again = selam.bring(before).visit(URI.create(back.location()));

        assertEquals(words("sign_in_failed_title"), selam.follow(again).title());
        assertFalse(selam.cookies().containsKey(SESSION));
    }

    @Test
    void aCodeOfTheOneIssuerOpensNothingAtTheDoorOfTheOther() {
        Portal selam = world.visitor(Language.NL);
        String code = KeycloakWorld.query(URI.create(world.enter(selam, selam.startSignIn("/"), "z-tigrinya").location())).get("code");
        URI staffs = selam.open("/staff/sign-in").address();

        Answer told = selam.open("/staff/sign-in/callback?state=" + KeycloakWorld.query(staffs).get("state") + "&code=" + code);

        assertEquals(words("sign_in_failed_title"), told.title());
        assertEquals(1, told.document().select("main a.button[href=/staff/sign-in]").size());
        assertFalse(selam.cookies().containsKey(SESSION));
    }

    @Test
    void whoGuessesPasswordsIsStoppedAndShutsNobodyOutForGood() {
        String guessed = world.keycloak.person(PARTICIPANTS, "guessed", Map.of("bsn", "999990020"));
        Portal thief = world.visitor(Language.NL);
        Answer page = thief.startSignIn("/");
        // Keycloak counts after it has answered, and what comes before that it refuses without counting it.
        for (int guess = 0; failures(guessed) < STOPPED_AFTER; guess++) {
            assertTrue(guess < MANY_GUESSES, "nobody stops this");
            page = thief.fillIn(page, Map.of("username", "guessed", "password", "guess-number-" + guess));
        }
        Answer right = thief.fillIn(page, Map.of("username", "guessed", "password", Keycloak.PASSWORD));

        assertTrue(right.text().contains(TextFile.THEME.text(Language.NL, "invalidUserMessage")), "even the right one, and in the same words");
        JsonObject realm = new JsonObject(world.keycloak.send("GET", "/admin/realms/opkoers", null));
        assertFalse(realm.getBoolean("permanentLockout"));
        assertTrue(realm.getInteger("maxFailureWaitSeconds") <= 300);
        assertEquals(STOPPED_AFTER, failures(guessed), "what is tried meanwhile does not make it longer");
        assertEquals(200, world.signedIn("z-tigrinya", Language.NL).get("/plan").status(), "nobody else waits");
        assertFalse(world.keycloak.log().contains("LOGIN_ERROR"), "it writes down neither names nor addresses of who signs in");
    }

    private int failures(String person) {
        return new JsonObject(world.keycloak.send("GET", "/admin/realms/opkoers/attack-detection/brute-force/users/" + person, null))
                .getInteger("numFailures");
    }

    private void mustBeRefused(String parameter, String value) {
        Portal selam = world.visitor(Language.NL);
        Answer told = selam.follow(selam.visit(with(selam.startSignIn("/").address(), parameter, value)));
        assertEquals(words("sign_in_failed_title"), told.title(), parameter + " " + value);
    }

    /** The same address with another value of one parameter, or without it. */
    private static URI with(URI address, String parameter, String value) {
        String query = KeycloakWorld.query(address).entrySet().stream().filter(each -> !each.getKey().equals(parameter))
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return URI.create(address.toString().replaceFirst("\\?.*", "?") + query
                + (value == null ? "" : "&" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }

    private static String words(String key) {
        return TextFile.PORTAL.text(Language.NL, key);
    }
}
