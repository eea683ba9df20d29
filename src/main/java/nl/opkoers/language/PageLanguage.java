package nl.opkoers.language;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.opkoers.served.ServedMunicipalities;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The language of a page: what its address asks for ({@code ?lang=ar}, which is remembered), else what was remembered,
 * else what the browser prefers, else Dutch.
 */
@ApplicationScoped
public class PageLanguage {

    public static final String PARAMETER = "lang";
    private static final String COOKIE = "lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final int BEFORE_EVERYTHING = 400;
    /** Where it is left for all who ask while a page is made: every word of it does. */
    private static final String FOUND = PageLanguage.class.getName();

    private final CurrentVertxRequest request;
    private final boolean secure;

    PageLanguage(CurrentVertxRequest request, @ConfigProperty(name = "opkoers.session.secure") boolean secure) {
        this.request = request;
        this.secure = secure;
    }

    /** The language of the page that is being made now. */
    public Language current() {
        return of(request.getCurrent());
    }

    /** The language in which to answer this request: one that the municipality offers. */
    public static Language of(RoutingContext context) {
        Language found = context.get(FOUND);
        return found == null ? find(context) : found;
    }

    private static Language find(RoutingContext context) {
        return asked(context).or(() -> remembered(context)).orElseGet(() -> Language.preferred(
                context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE), Language.NL, offered(context)));
    }

    /** The languages that the municipality offers whose host was asked for. */
    public static Set<Language> offered(RoutingContext context) {
        Set<Language> all = EnumSet.allOf(Language.class);
        ServedMunicipalities.known(context).ifPresent(here -> all.removeIf(language -> !here.languages().contains(language.tag())));
        return all;
    }

    private static Optional<Language> asked(RoutingContext context) {
        return Optional.ofNullable(context.request().getParam(PARAMETER)).flatMap(Language::ofTag).filter(offered(context)::contains);
    }

    private static Optional<Language> remembered(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(COOKIE)).map(Cookie::getValue).flatMap(Language::ofTag)
                .filter(offered(context)::contains);
    }

    void rememberWhatIsAsked(@Observes Filters filters) {
        filters.register(context -> {
            asked(context).ifPresent(chosen -> context.response().addCookie(cookie(chosen)));
            // Templates are rendered in what the browser says it prefers: from here on that is the language of the page.
            Language language = find(context);
            context.put(FOUND, language);
            context.request().headers().set(HttpHeaders.ACCEPT_LANGUAGE, language.tag());
            context.next();
        }, BEFORE_EVERYTHING);
    }

    private Cookie cookie(Language language) {
        return Cookie.cookie(COOKIE, language.tag()).setPath("/").setHttpOnly(true).setSecure(secure)
                .setSameSite(CookieSameSite.LAX).setMaxAge(REMEMBERED.toSeconds());
    }
}
