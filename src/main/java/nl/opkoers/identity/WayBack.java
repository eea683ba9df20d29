package nl.opkoers.identity;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** The page somebody wanted to see before they were asked to sign in: an address within the portal, never elsewhere. */
final class WayBack {

    static final String HOME = "/";

    private static final String COOKIE = "way_back";
    private static final Duration LONG_ENOUGH_TO_SIGN_IN = Duration.ofMinutes(30);
    /** One slash, then no slash or backslash: browsers read '//host' and '/\host' as another site. */
    private static final Pattern WITHIN = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1000}");
    /** Pages to which nobody wants to come back: they begin or end a session. */
    private static final Pattern DOORS = Pattern.compile("/((staff/)?(sign-in|signed-out)|sign-out|session-ended|leave)([/?].*)?");

    private WayBack() {
    }

    static String safe(String address) {
        return address != null && WITHIN.matcher(address).matches() && !DOORS.matcher(address).matches() && wellFormed(address)
                ? address : HOME;
    }

    private static boolean wellFormed(String address) {
        try {
            return !new URI(address).isAbsolute();
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    static void remember(RoutingContext context, String address, Entrance entrance, boolean secure) {
        String value = URLEncoder.encode(safe(address), StandardCharsets.UTF_8);
        context.response().addCookie(cookie(value, entrance, secure).setMaxAge(LONG_ENOUGH_TO_SIGN_IN.toSeconds()));
    }

    static String take(RoutingContext context, Entrance entrance, boolean secure) {
        Cookie cookie = context.request().getCookie(COOKIE);
        if (cookie == null) {
            return HOME;
        }
        context.response().addCookie(cookie("", entrance, secure).setMaxAge(0));
        return safe(decode(cookie.getValue()));
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            return HOME;
        }
    }

    private static Cookie cookie(String value, Entrance entrance, boolean secure) {
        return Cookie.cookie(COOKIE, value).setPath(entrance.getDoor()).setHttpOnly(true).setSecure(secure)
                .setSameSite(CookieSameSite.LAX);
    }
}
