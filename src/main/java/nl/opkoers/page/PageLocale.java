package nl.opkoers.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Renders every page in its language, and says so to caches and readers. */
class PageLocale {

    private final PageLanguage pageLanguage;

    PageLocale(PageLanguage pageLanguage) {
        this.pageLanguage = pageLanguage;
    }

    @ServerResponseFilter
    void render(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof TemplateInstance page) {
            Language language = pageLanguage.current();
            page.setLocale(language.tag());
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        }
    }
}
