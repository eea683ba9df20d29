package nl.opkoers.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import nl.opkoers.language.Language;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.HttpUrl;

/** Where a person chooses who to be. The code is the library's; the page and the checks are ours. */
final class AuthorizationEndpoint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DemoIdentityProvider.Settings settings;
    private final String issuerId;
    private final SignInPage page;
    private final Route library;

    AuthorizationEndpoint(DemoIdentityProvider.Settings settings, String issuerId, SignInPage page, Route library) {
        this.settings = settings;
        this.issuerId = issuerId;
        this.page = page;
        this.library = library;
    }

    OAuth2HttpResponse answer(OAuth2HttpRequest request) {
        Language language = language(request);
        Optional<AuthenticationRequest> asked = asked(request);
        if (asked.isEmpty()) {
            return PageResponses.html(400, page.problem(language));
        }
        Optional<ErrorObject> lacking = lacking(asked.get());
        if (lacking.isPresent()) {
            return refusal(asked.get(), lacking.get());
        }
        return switch (request.getMethod()) {
            case "GET" -> PageResponses.html(200, page.choice(language, request.getUrl()));
            case "POST" -> chosen(request, asked.get(), language);
            default -> PageResponses.notFound();
        };
    }

    /** Empty if we cannot trust where to send the browser: then it is sent nowhere (RFC 6749, section 4.1.2.1). */
    private Optional<AuthenticationRequest> asked(OAuth2HttpRequest request) {
        try {
            return Optional.of(AuthenticationRequest.parse(request.getUrl().uri()))
                    .filter(asked -> settings.clientId().equals(asked.getClientID().getValue()))
                    .filter(asked -> settings.portal().allows(asked.getRedirectionURI()));
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<ErrorObject> lacking(AuthenticationRequest asked) {
        if (!ResponseType.CODE.equals(asked.getResponseType())) {
            return Optional.of(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
        }
        boolean safe = asked.getCodeChallenge() != null
                && CodeChallengeMethod.S256.equals(asked.getCodeChallengeMethod())
                && asked.getNonce() != null && asked.getState() != null;
        return safe ? Optional.empty()
                : Optional.of(OAuth2Error.INVALID_REQUEST.setDescription("PKCE with S256, nonce and state are required"));
    }

    private OAuth2HttpResponse chosen(OAuth2HttpRequest request, AuthenticationRequest asked, Language language) {
        Map<String, String> form = request.getFormParameters().getMap();
        if (form.containsKey("cancel")) {
            return refusal(asked, OAuth2Error.ACCESS_DENIED);
        }
        return settings.peopleOf(issuerId).stream().filter(person -> person.key().equals(form.get("person"))).findFirst()
                .map(person -> library.invoke(signedIn(request, person)))
                .orElseGet(() -> PageResponses.html(400, page.problem(language)));
    }

    /** The form as the library's own sign-in page would have sent it. */
    private OAuth2HttpRequest signedIn(OAuth2HttpRequest request, SignInPerson person) {
        HttpUrl url = request.getUrl();
        String form = url.newBuilder().query(null)
                .addQueryParameter("username", person.subject(DemoIdentityProvider.issuer(issuerId, url.port()), settings.clientId()))
                .addQueryParameter("claims", json(person.claims()))
                .build().encodedQuery();
        HttpUrl plain = url.newBuilder().removeAllQueryParameters(SignInPage.LANGUAGE_PARAMETER).build();
        return new OAuth2HttpRequest(request.getHeaders(), "POST", plain, form);
    }

    private static OAuth2HttpResponse refusal(AuthenticationRequest asked, ErrorObject reason) {
        return PageResponses.redirect(new AuthenticationErrorResponse(
                asked.getRedirectionURI(), reason, asked.getState(), ResponseMode.QUERY).toURI());
    }

    /** The person's own choice first, then what the portal asks for, then what the browser asks for. */
    private static Language language(OAuth2HttpRequest request) {
        HttpUrl url = request.getUrl();
        return Language.ofTag(url.queryParameter(SignInPage.LANGUAGE_PARAMETER))
                .or(() -> uiLocale(url.queryParameter("ui_locales")))
                .orElseGet(() -> Language.preferred(request.getHeaders().get("accept-language"), Language.NL));
    }

    private static Optional<Language> uiLocale(String locales) {
        return locales == null ? Optional.empty()
                : Arrays.stream(locales.split(" ")).map(Language::ofTag).flatMap(Optional::stream).findFirst();
    }

    private static String json(Map<String, Object> claims) {
        try {
            return JSON.writeValueAsString(claims);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("claims cannot be written", failure);
        }
    }
}
