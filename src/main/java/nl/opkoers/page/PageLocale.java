package nl.opkoers.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import nl.opkoers.language.PageLanguage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says of every page in which language it is, and gives an answer without words a page of its own. */
class PageLocale {

    private static final int BAD_REQUEST = 400;

    private final PageLanguage pageLanguage;
    private final String formCookie;
    private final boolean secure;

    PageLocale(PageLanguage pageLanguage, @ConfigProperty(name = "opkoers.session.form-cookie") String formCookie,
            @ConfigProperty(name = "opkoers.session.secure") boolean secure) {
        this.pageLanguage = pageLanguage;
        this.formCookie = formCookie;
        this.secure = secure;
    }

    @ServerResponseFilter
    void complete(ContainerResponseContext response) {
        if (response.getStatus() == BAD_REQUEST && response.getEntity() == null) {
            explainRefusedForm(response);
        }
        if (isPage(response)) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, pageLanguage.current().tag());
        }
    }

    /** Whether this is a page: by now most pages are rendered and no longer to be told by anything but their type. */
    static boolean isPage(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        return response.getEntity() instanceof TemplateInstance
                || type != null && MediaType.TEXT_HTML_TYPE.isCompatible(type) && !type.isWildcardType();
    }

    /** A form without its token, or a garbled token: the filter that refuses it says nothing. The next try begins anew. */
    private void explainRefusedForm(ContainerResponseContext response) {
        response.setEntity(Errors.Templates.badRequest(), null, MediaType.TEXT_HTML_TYPE);
        response.getHeaders().add(HttpHeaders.SET_COOKIE,
                new NewCookie.Builder(formCookie).value("").path("/").maxAge(0).secure(secure).build());
    }
}
