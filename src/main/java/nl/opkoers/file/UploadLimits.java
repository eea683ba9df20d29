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
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
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
    /** A request that was refused goes on to the page that says so, and is not refused there. */
    private static final String JUDGED = "upload-judged";
    private static final long SLOWEST_BYTES_A_MILLISECOND = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Somebody may have picked a film. It is thrown away while it comes in, for the sake of what they typed. */
    private static final long MOST_THROWN_AWAY = 512 << 20;

    private final KeptForms keptForms;
    private final long most;
    private final Duration leastTime;

    UploadLimits(KeptForms keptForms, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most,
            @ConfigProperty(name = "opkoers.limit.body-within") Duration leastTime) {
        this.keptForms = keptForms;
        this.most = most.asLongValue();
        this.leastTime = leastTime;
    }

    void limit(@Observes Filters filters) {
        filters.register(context -> {
            HttpServerRequest request = context.request();
            String told = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            if (context.get(JUDGED) != null) {
                context.next();
                return;
            }
            context.put(JUDGED, true);
            if ("0".equals(told)) {
                context.next();
            } else if (told != null) {
                hangUpWhenLate(context, length(told));
                judge(context, length(told));
            } else if (hasBodyOfUnknownLength(request)) {
                refuse(context, LENGTH_REQUIRED);
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

    /** Whoever sends a byte now and then holds a connection: as slow as the slowest phone is slow enough. */
    private void hangUpWhenLate(RoutingContext context, long length) {
        long patience = leastTime.toMillis() + Math.min(length, MOST_THROWN_AWAY) / SLOWEST_BYTES_A_MILLISECOND;
        HttpServerRequest request = context.request();
        // By the clock alone nobody is remembered: behind a request stands who made it, with all that their issuer told.
        WeakReference<HttpServerRequest> coming = new WeakReference<>(request);
        long late = context.vertx().setTimer(patience, past -> {
            HttpServerRequest still = coming.get();
            if (still != null && !still.isEnded()) {
                still.connection().close();
            }
        });
        context.addEndHandler(said -> {
            if (request.isEnded()) {
                context.vertx().cancelTimer(late);
            } else {
                // It was answered before it was read: the rest passes by, in the same time.
                request.resume();
            }
        });
    }

    /** What is no length is as good as endless. */
    private static long length(String told) {
        return told.matches("\\d{1,18}") ? Long.parseLong(told) : Long.MAX_VALUE;
    }

    private void judge(RoutingContext context, long length) {
        boolean file = takesFiles(context.request());
        if (length <= (file ? most : TYPED)) {
            context.next();
            return;
        }
        LOG.warnf("A request of %d bytes was not taken", length);
        if (!file || length > MOST_THROWN_AWAY
                || !keptForms.keepInstead(context, Map.of(PictureField.REFUSED, Refusal.TOO_LARGE.name()))) {
            refuse(context, TOO_LARGE);
        }
    }

    private static boolean takesFiles(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String path = request.path();
        return type != null && type.startsWith(FORM_WITH_FILES)
                && FILES.stream().anyMatch(place -> path.equals(place) || path.startsWith(place + "/"));
    }

    /** Who is still sending would not hear the answer: for a while what they send is let pass by, and then it is closed. */
    private static void refuse(RoutingContext context, int status) {
        AtomicBoolean said = new AtomicBoolean();
        Runnable say = () -> {
            if (said.compareAndSet(false, true) && !context.response().headWritten()) {
                context.response().putHeader(HttpHeaders.CONNECTION, "close");
                context.fail(status);
            }
        };
        long late = context.vertx().setTimer(PATIENCE.toMillis(), past -> say.run());
        context.request().exceptionHandler(cut -> context.vertx().cancelTimer(late)).endHandler(passed -> {
            context.vertx().cancelTimer(late);
            say.run();
        }).resume();
    }
}
