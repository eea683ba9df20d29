package nl.opkoers.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Makes an answer of a page that says what went wrong. An error may surface before the work was handed to a thread that
 * may wait, while the frame of the page reads whom to call: so the page is always made on such a thread.
 */
@ApplicationScoped
public class ErrorPages {

    private final PageLanguage pageLanguage;
    private final CurrentVertxRequest current;

    ErrorPages(PageLanguage pageLanguage, CurrentVertxRequest current) {
        this.pageLanguage = pageLanguage;
        this.current = current;
    }

    /** What came with the request that failed, for its page to give back. Known only on the thread on which it failed. */
    public SentAgain sent() {
        return SentAgain.of(current.getCurrent().request(), CurrentRequestManager.get().getFormData());
    }

    /** What somebody wrote on a page of theirs, to be read: nothing of a form that another site may have made. */
    SentAgain written() {
        return OfAnother.own(current.getCurrent()).orElseGet(SentAgain::nothing);
    }

    /** The page as an answer with this status. */
    public Uni<Response> answer(int status, Supplier<TemplateInstance> page) {
        return Uni.createFrom().item(() -> rendered(status, page.get()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Response rendered(int status, TemplateInstance page) {
        Language language = pageLanguage.current();
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .entity(page.setLocale(language.tag()).render())
                .build();
    }
}
