package nl.opkoers.demo;

import java.util.Optional;
import nl.opkoers.language.Language;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.HttpUrl;

/** Signing out at the portal's request (OpenID Connect RP-Initiated Logout 1.0): back to the portal, nowhere else. */
final class LogoutEndpoint {
    private final PortalOrigin portal;
    private final SignInPage page;
    private final Route library;

    LogoutEndpoint(PortalOrigin portal, SignInPage page, Route library) {
        this.portal = portal;
        this.page = page;
        this.library = library;
    }

    OAuth2HttpResponse answer(OAuth2HttpRequest request) {
        boolean home = Optional.ofNullable(request.getUrl().queryParameter("post_logout_redirect_uri"))
                .map(HttpUrl::parse).map(HttpUrl::uri).filter(portal::allows).isPresent();
        if (home) {
            return library.invoke(request);
        }
        Language language = Language.preferred(request.getHeaders().get("accept-language"), Language.NL);
        return PageResponses.html(400, page.problem(language));
    }
}
