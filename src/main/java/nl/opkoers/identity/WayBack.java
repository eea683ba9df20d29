package nl.opkoers.identity;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
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

    private WayBack() {
    }

    static String safe(String address) {
        return address != null && WITHIN.matcher(address).matches() ? address : HOME;
    }

    static void remember(RoutingContext context, String address) {
        String value = URLEncoder.encode(safe(address), StandardCharsets.UTF_8);
        context.response().addCookie(cookie(value).setMaxAge(LONG_ENOUGH_TO_SIGN_IN.toSeconds()));
    }

    static String take(RoutingContext context) {
        Cookie cookie = context.request().getCookie(COOKIE);
        if (cookie == null) {
            return HOME;
        }
        context.response().addCookie(cookie("").setMaxAge(0));
        return safe(decode(cookie.getValue()));
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            return HOME;
        }
    }

    private static Cookie cookie(String value) {
        return Cookie.cookie(COOKIE, value).setPath("/sign-in").setHttpOnly(true).setSameSite(CookieSameSite.LAX);
    }
}
