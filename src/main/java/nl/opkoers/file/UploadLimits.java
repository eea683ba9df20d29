package nl.opkoers.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.opkoers.identity.KeptForms;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * How much somebody may send. Where a form asks for a file it is as much as the portal takes at all, elsewhere as much as
 * can be typed. What is larger than that is not taken; but of a form with a file it is read what was typed.
 */
@ApplicationScoped
class UploadLimits {

    private static final Logger LOG = Logger.getLogger(UploadLimits.class);
    private static final int BEFORE_KEPT_FORMS = 310;
    private static final int LENGTH_REQUIRED = 411;
    private static final int TOO_LARGE = 413;
    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String FORM_WITH_FILES = "multipart/form-data";
    /** Where files are sent to, and below. */
    private static final List<String> FILES = List.of("/hours", "/help", "/messages", "/coach/conversations");
    private static final long TYPED = 64 << 10;
    /** Somebody may have picked a film. It is thrown away while it comes in, for the sake of what they typed. */
    private static final long MOST_THROWN_AWAY = 512 << 20;

    private final KeptForms keptForms;
    private final long most;

    UploadLimits(KeptForms keptForms, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.keptForms = keptForms;
        this.most = most.asLongValue();
    }

    void limit(@Observes Filters filters) {
        filters.register(context -> {
            HttpServerRequest request = context.request();
            String told = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            if (told != null) {
                judge(context, Long.parseLong(told));
            } else if (hasBodyOfUnknownLength(request)) {
                end(context, LENGTH_REQUIRED);
            } else {
                context.next();
            }
        }, BEFORE_KEPT_FORMS);
    }

    /** Every browser tells how long a form is; without it nobody knows what is coming (RFC 9112, section 6.3). */
    private static boolean hasBodyOfUnknownLength(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || request.version() == HttpVersion.HTTP_2 && !WITHOUT_BODY.contains(request.method());
    }

    private void judge(RoutingContext context, long length) {
        boolean file = takesFiles(context.request());
        if (length <= (file ? most : TYPED)) {
            context.next();
            return;
        }
        LOG.warnf("A request of %d bytes was not taken", length);
        if (file && length <= MOST_THROWN_AWAY) {
            keptForms.keepInstead(context, Map.of(PictureField.REFUSED, Refusal.TOO_LARGE.name()));
        } else if (length <= most) {
            // Who is still sending would not hear the answer; so much can be let pass by.
            context.request().exceptionHandler(cut -> { }).endHandler(passed -> end(context, TOO_LARGE)).resume();
        } else {
            end(context, TOO_LARGE);
        }
    }

    private static boolean takesFiles(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String path = request.path();
        return type != null && type.startsWith(FORM_WITH_FILES)
                && FILES.stream().anyMatch(place -> path.equals(place) || path.startsWith(place + "/"));
    }

    /** Nobody waits for the rest of it. */
    private static void end(RoutingContext context, int status) {
        context.response().putHeader(HttpHeaders.CONNECTION, "close").setStatusCode(status)
                .endHandler(said -> context.request().connection().close()).end();
    }
}
