package nl.opkoers.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says what went wrong on a page of our own, in the reader's language, whatever it was. */
class Errors {

    private static final Logger LOG = Logger.getLogger(Errors.class);
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance notFound();

        static native TemplateInstance forbidden();

        static native TemplateInstance badRequest();

        static native TemplateInstance error();

        private Templates() {
        }
    }

    @ServerExceptionMapper(priority = 1)
    Response map(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (status < CLIENT_ERROR) {
            return failure.getResponse();
        }
        if (status == NOT_FOUND || status == METHOD_NOT_ALLOWED) {
            return page(NOT_FOUND, Templates.notFound());
        }
        return status < SERVER_ERROR ? page(status, Templates.badRequest()) : broken(failure);
    }

    @ServerExceptionMapper(priority = 1)
    Response map(ForbiddenException forbidden) {
        return page(Response.Status.FORBIDDEN.getStatusCode(), Templates.forbidden());
    }

    @ServerExceptionMapper
    Response broken(Throwable failure) {
        LOG.error("A page could not be made", failure);
        return page(SERVER_ERROR, Templates.error());
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8")).entity(page).build();
    }
}
