package nl.opkoers.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is said of a form whose token is not the one that this browser has: the filter that refuses it says nothing. It may be of
 * another site; but who signed out and in again in one tab has such a form in the other, with what they typed.
 */
@ApplicationScoped
class RefusedForm {

    private static final int TOKEN_BYTES = 16;

    private final CurrentVertxRequest current;
    private final String cookie;
    private final boolean secure;
    private final Duration kept;
    private final SecureRandom random = new SecureRandom();

    RefusedForm(CurrentVertxRequest current, @ConfigProperty(name = "opkoers.session.form-cookie") String cookie,
            @ConfigProperty(name = "opkoers.session.secure") boolean secure,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-max-age") Duration kept) {
        this.current = current;
        this.cookie = cookie;
        this.secure = secure;
        this.kept = kept;
    }

    /** The page that says so. Who is known to have typed it themselves, on a page of theirs, is given it back to send. */
    TemplateInstance page() {
        RoutingContext context = current.getCurrent();
        // The next try is to hold, and so is a form in another tab that would have held.
        String token = held(context).orElseGet(() -> renewed(context));
        context.put(Frame.CSRF_TOKEN_MADE, token);
        return OfAnother.own(context).map(sent -> Refused.Templates.notSent(sent.withToken(token)))
                .orElseGet(Errors.Templates::badRequest);
    }

    /** The token that this browser has; empty when it has none, or one that is none. */
    private Optional<String> held(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(cookie)).map(Cookie::getValue).filter(RefusedForm::isToken);
    }

    private static boolean isToken(String value) {
        try {
            return Base64.getUrlDecoder().decode(value).length == TOKEN_BYTES;
        } catch (IllegalArgumentException garbled) {
            return false;
        }
    }

    private String renewed(RoutingContext context) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        context.response().addCookie(Cookie.cookie(cookie, token).setPath("/").setHttpOnly(true).setSecure(secure)
                .setSameSite(CookieSameSite.LAX).setMaxAge(kept.toSeconds()));
        return token;
    }
}
