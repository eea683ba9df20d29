package nl.opkoers.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import nl.opkoers.language.PageLanguage;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says of every page in which language it is, and gives an answer without words a page of its own. */
class PageLocale {

    private static final int BAD_REQUEST = 400;

    private final PageLanguage pageLanguage;
    private final RefusedForm refusedForm;

    PageLocale(PageLanguage pageLanguage, RefusedForm refusedForm) {
        this.pageLanguage = pageLanguage;
        this.refusedForm = refusedForm;
    }

    @ServerResponseFilter
    void complete(ContainerResponseContext response) {
        if (response.getStatus() == BAD_REQUEST && response.getEntity() == null) {
            response.setEntity(refusedForm.page(), null, MediaType.TEXT_HTML_TYPE);
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
}
