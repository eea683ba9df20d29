package nl.opkoers.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;

/** Says what went wrong on a page of our own, in the reader's language, whatever it was. */
class Errors {

    private static final Logger LOG = Logger.getLogger(Errors.class);
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_LARGE = 413;

    private final ErrorPages pages;

    Errors(ErrorPages pages) {
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance notFound(SentAgain written);

        static native TemplateInstance forbidden();

        static native TemplateInstance badRequest();

        static native TemplateInstance error(SentAgain again);

        static native TemplateInstance perhapsBsn(SentAgain without, SentAgain asItIs);

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
            SentAgain written = pages.written();
            return pages.answer(NOT_FOUND, () -> Templates.notFound(written));
        }
        if (status == TOO_LARGE) {
            return pages.answer(TOO_LARGE, Refused.Templates::tooLarge);
        }
        return status < SERVER_ERROR ? pages.answer(status, Templates::badRequest) : broken(failure);
    }

    @ServerExceptionMapper
    Uni<Response> tooOften(TooOften refused) {
        return pages.answer(TooOften.STATUS, () -> Refused.page(refused.after(), refused.again()))
                .invoke(answer -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, TooOften.seconds(refused.after())));
    }

    @ServerExceptionMapper
    Uni<Response> perhapsBsn(PerhapsBsn asked) {
        return pages.answer(BAD_REQUEST, () -> Templates.perhapsBsn(BsnInForms.without(asked.again()), BsnInForms.asItIs(asked.again())));
    }

    @ServerExceptionMapper
    Uni<Response> forbidden(ForbiddenException forbidden) {
        return pages.answer(FORBIDDEN, Templates::forbidden);
    }

    @ServerExceptionMapper
    Uni<Response> broken(Throwable failure) {
        if (isTooManyFields(failure)) {
            return pages.answer(TOO_LARGE, Refused.Templates::tooLarge);
        }
        if (failure instanceof MultipartParser.MalformedMessageException || isGarbledForm(failure)) {
            return pages.answer(BAD_REQUEST, Templates::badRequest);
        }
        LOG.error("A page could not be made", failure);
        SentAgain again = pages.sent();
        return pages.answer(SERVER_ERROR, () -> Templates.error(again));
    }

    /** No browser sends such a form; what cannot be read of it is in what the failure says, and so in no line of the log. */
    private static boolean isGarbledForm(Throwable failure) {
        List<String> through = Arrays.stream(failure.getStackTrace()).map(StackTraceElement::getClassName).toList();
        return through.contains(FormBodyHandler.class.getName()) && (failure instanceof IllegalArgumentException
                || failure instanceof IndexOutOfBoundsException || through.get(0).startsWith(FormData.class.getPackageName() + "."));
    }

    /** A form with more fields than any of ours has is given up while it is read, by an error without a kind of its own. */
    private static boolean isTooManyFields(Throwable failure) {
        return failure.getStackTrace().length > 0
                && failure.getStackTrace()[0].getClassName().equals(FormData.class.getName());
    }
}
