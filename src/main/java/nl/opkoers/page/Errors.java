package nl.opkoers.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says what went wrong on a page of our own, in the reader's language, whatever it was. */
class Errors {

    private static final Logger LOG = Logger.getLogger(Errors.class);
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int SERVER_ERROR = 500;

    private final ErrorPages pages;

    Errors(ErrorPages pages) {
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance notFound();

        static native TemplateInstance forbidden();

        static native TemplateInstance badRequest();

        static native TemplateInstance error();

        private Templates() {
        }
    }

    @ServerExceptionMapper
    Uni<Response> map(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (status < BAD_REQUEST) {
            return Uni.createFrom().item(failure.getResponse());
        }
        if (status == NOT_FOUND || status == METHOD_NOT_ALLOWED) {
            return pages.answer(NOT_FOUND, Templates::notFound);
        }
        return status < SERVER_ERROR ? pages.answer(status, Templates::badRequest) : broken(failure);
    }

    @ServerExceptionMapper
    Uni<Response> forbidden(ForbiddenException forbidden) {
        return pages.answer(FORBIDDEN, Templates::forbidden);
    }

    @ServerExceptionMapper
    Uni<Response> broken(Throwable failure) {
        LOG.error("A page could not be made", failure);
        return pages.answer(SERVER_ERROR, Templates::error);
    }
}
