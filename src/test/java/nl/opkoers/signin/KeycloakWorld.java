package nl.opkoers.signin;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Database;
import nl.opkoers.Portal;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Cast;
import nl.opkoers.demo.municipality.CastMember;
import nl.opkoers.language.Language;
import nl.opkoers.process.PortalProcess;

/** Two nodes of the portal as it is shipped, with the cookies of production, and Keycloak for both populations. */
final class KeycloakWorld implements AutoCloseable {

    static final String PARTICIPANTS = "opkoers";
    static final String STAFF = "gemeente";
    static final String SESSION = "__Host-session";
    /** DigiD's levels, as a broker tells them; what the portal asks for here is the second. */
    static final String LEVELS = "urn:oasis:names:tc:SAML:2.0:ac:classes:";
    static final String BASIS = LEVELS + "PasswordProtectedTransport";
    static final String MIDDEN = LEVELS + "MobileTwoFactorContract";

    /** A code challenge of somebody who knows its verifier: the example of RFC 7636, appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    final Keycloak keycloak = new Keycloak();
    final Database database;
    /** What somebody read who came before Keycloak was there. */
    Answer tooEarly;
    PortalProcess first;
    PortalProcess second;
    private final DemoWorld world;
    private final URI municipality;
    private final Map<String, String> ids = new HashMap<>();

    private KeycloakWorld() {
        world = DemoWorldResource.worldAlone();
        municipality = world.municipalityFor(URI.create(keycloak.issuer(STAFF)));
        database = new Database(name -> world.settings().get("opkoers.database." + name));
    }

    /** All of it; when a part does not start, nothing of it is left running. */
    static KeycloakWorld open() {
        KeycloakWorld world = new KeycloakWorld();
        try {
            world.start();
            return world;
        } catch (RuntimeException | AssertionError failure) {
            world.close();
            throw failure;
        }
    }

    private void start() {
        first = PortalProcess.start(settings());
        tooEarly = Portal.visitor(first.base(), Language.NL).open("/sign-in");
        keycloak.start(first.base());
        second = PortalProcess.start(settings());
        for (String participant : new String[] {"z-tigrinya", "g-turkish-z", "b1-arabic-exam"}) {
            ids.put(participant, keycloak.person(PARTICIPANTS, participant, Map.of("bsn", member(participant).bsn())));
        }
        ids.put("coach-a", keycloak.person(STAFF, "coach-a", Map.of("employee_id", member("coach-a").employeeId()), "coach"));
    }

    static CastMember member(String key) {
        return Cast.all().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }

    /** What an address asks, by name. */
    static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** What Keycloak itself knows somebody by. */
    String idOf(String person) {
        return ids.get(person);
    }

    Portal visitor(Language language) {
        return Portal.visitor(first.base(), language);
    }

    /** A browser in which this person has just signed in. */
    Portal signedIn(String person, Language language) {
        Portal browser = visitor(language);
        Answer home = browser.follow(enter(browser, browser.open(Portal.door(person)), person));
        if (home.status() != 200 || !browser.cookies().containsKey(SESSION)) {
            throw new AssertionError(person + " cannot sign in: " + home.status() + " " + home.text());
        }
        return browser;
    }

    /** On Keycloak's page: password, then code when that is asked. What comes back leads to the portal. */
    Answer enter(Portal browser, Answer page, String person) {
        return keycloak.enter(browser, page, person);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(world.settings());
        settings.put("opkoers.issuer.url", keycloak.issuer(PARTICIPANTS));
        settings.put("opkoers.issuer.client-secret", Keycloak.PARTICIPANTS_SECRET);
        settings.put("opkoers.issuer.acr", String.join(",", MIDDEN, LEVELS + "Smartcard", LEVELS + "SmartcardPKI"));
        settings.put("opkoers.staff-issuer.url", keycloak.issuer(STAFF));
        settings.put("opkoers.staff-issuer.client-secret", Keycloak.STAFF_SECRET);
        settings.put("opkoers.staff-issuer.acr", "two-factors");
        settings.put("opkoers.session.secure", "true");
        settings.put("opkoers.session.form-cookie", "__Host-csrf");
        // Of what is secure only the cookies: nothing in front of this portal speaks TLS for it.
        Stream.of("participants", "staff").forEach(issuer ->
                settings.put("quarkus.oidc." + issuer + ".authentication.force-redirect-https-scheme", "false"));
        settings.put("opkoers.municipality.url", municipality.toString());
        return settings;
    }

    @Override
    public void close() {
        Stream.of(first, second).filter(Objects::nonNull).forEach(PortalProcess::close);
        keycloak.close();
        world.close();
    }
}
