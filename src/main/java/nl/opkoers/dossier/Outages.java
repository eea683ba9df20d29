package nl.opkoers.dossier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.page.ErrorPages;
import nl.opkoers.page.SentAgain;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says that nothing can be shown because the municipality cannot be reached, or knows nothing of the person any more. */
class Outages {

    private static final Logger LOG = Logger.getLogger(Outages.class);

    @CheckedTemplate(basePath = "dossier")
    static class Templates {
        static native TemplateInstance unreachable(SentAgain again);

        static native TemplateInstance unknown();

        private Templates() {
        }
    }

    private final ErrorPages pages;

    Outages(ErrorPages pages) {
        this.pages = pages;
    }

    @ServerExceptionMapper({MunicipalityUnreachable.class, CircuitBreakerOpenException.class})
    Uni<Response> unreachable(Exception away) {
        LOG.warnf("The municipality cannot be reached: %s", away.getMessage());
        SentAgain again = pages.sent();
        return pages.answer(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), () -> Templates.unreachable(again));
    }

    @ServerExceptionMapper
    Uni<Response> unknown(Courses.NoLongerKnown unknown) {
        return pages.answer(Response.Status.NOT_FOUND.getStatusCode(), Templates::unknown);
    }
}
