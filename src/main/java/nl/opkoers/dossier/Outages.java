package nl.opkoers.dossier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.opkoers.municipality.MunicipalityUnreachable;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says that nothing can be shown because the municipality cannot be reached, or knows nothing of the person any more. */
class Outages {

    private static final Logger LOG = Logger.getLogger(Outages.class);

    @CheckedTemplate(basePath = "dossier")
    static class Templates {
        static native TemplateInstance unreachable();

        static native TemplateInstance unknown();

        private Templates() {
        }
    }

    @ServerExceptionMapper({MunicipalityUnreachable.class, CircuitBreakerOpenException.class})
    Response unreachable(Exception away) {
        LOG.warnf("The municipality cannot be reached: %s", away.getMessage());
        return page(Response.Status.SERVICE_UNAVAILABLE, Templates.unreachable());
    }

    @ServerExceptionMapper
    Response unknown(Courses.NoLongerKnown unknown) {
        return page(Response.Status.NOT_FOUND, Templates.unknown());
    }

    private static Response page(Response.Status status, TemplateInstance page) {
        return Response.status(status).type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8")).entity(page).build();
    }
}
