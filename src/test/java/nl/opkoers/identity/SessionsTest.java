package nl.opkoers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.opkoers.served.Waterstad;
import org.junit.jupiter.api.Test;

/** Who is in stays in until the page is made, and not a page longer. */
class SessionsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Session SELAM = new Session("9901", "opaque-7", Role.PARTICIPANT, null, NOW, NOW);

    private final SessionCookie cookie = new SessionCookie("a secret for this test", false, Waterstad.served());
    private final EndedSessions ended = new EndedSessions(null, Waterstad.served(), CLOCK);
    private final Sessions sessions = new Sessions(cookie, ended, CLOCK);

    @Test
    void whoIsSignedOutWhileAPageIsMadeIsSomebodyForThatPageAlone() {
        String sent = cookie.encrypt(SELAM);
        RoutingContext page = request(sent);
        assertEquals(Optional.of(SELAM), sessions.active(page));

        ended.endHere(SELAM);

        assertEquals(Optional.of(SELAM), sessions.active(page));
        assertEquals(Optional.empty(), sessions.active(request(sent)));
    }

    @Test
    void whatHeldForOneSessionHoldsForNoOther() {
        Map<String, Object> context = new HashMap<>();
        sessions.active(request(cookie.encrypt(SELAM), context));
        Session copied = new Session("9901", "opaque-8", Role.PARTICIPANT, null, NOW, NOW);
        ended.endHere(copied);

        assertEquals(Optional.empty(), sessions.active(request(cookie.encrypt(copied), context)));
    }

    @Test
    void aNodeOfTheVersionBeforeNamesNoMunicipality() {
        String sent = cookie.encrypt(SELAM);

        ended.heard(SELAM.marks().own() + " " + NOW.toEpochMilli());

        assertEquals(Optional.empty(), sessions.active(request(sent)));
    }

    private static RoutingContext request(String value) {
        return request(value, new HashMap<>());
    }

    /** A request with this cookie, and with what was put beside it. */
    private static RoutingContext request(String value, Map<String, Object> context) {
        HttpServerRequest request = fake(HttpServerRequest.class, (proxy, method, given) ->
                method.getName().equals("authority") ? null : Cookie.cookie((String) given[0], value));
        return fake(RoutingContext.class, (proxy, method, given) -> switch (method.getName()) {
            case "request" -> request;
            case "get" -> context.get((String) given[0]);
            case "put" -> {
                context.put((String) given[0], given[1]);
                yield proxy;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
