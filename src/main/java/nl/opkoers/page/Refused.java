package nl.opkoers.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import org.jboss.logging.Logger;

/**
 * Says on a page that something was not taken: too often, too large, from a page of somebody else, or because something is wrong
 * here. Most of that is noticed before any page is asked; the request then goes on to this one, which by itself, without a reason to
 * be here, leads home.
 */
@Path(Refused.PATH)
@PermitAll
@Blocking
class Refused {

    static final String PATH = "/refused";

    private static final Logger LOG = Logger.getLogger(Refused.class);
    private static final String WHY = "refused";
    private static final String TRANSFER_ENCODING = "Transfer-Encoding";
    private static final int TOO_LARGE = 413;
    private static final int LENGTH_REQUIRED = 411;
    private static final int SERVER_ERROR = 500;
    /** Of what was sent from a page that was made for another person than who is signed in (412). */
    static final int OF_ANOTHER = Response.Status.PRECONDITION_FAILED.getStatusCode();
    private static final Set<Integer> SAID_HERE = Set.of(TOO_LARGE, LENGTH_REQUIRED, OF_ANOTHER, SERVER_ERROR);
    private static final int BEFORE_EVERYTHING = Integer.MIN_VALUE;

    private record Why(int status, Duration after, SentAgain again) {
    }

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance tooOften(String wait, SentAgain again);

        static native TemplateInstance tooLarge();

        static native TemplateInstance ofAnother();

        static native TemplateInstance notSent(SentAgain again);

        private Templates() {
        }
    }

    /** Answers that this was done too often, and after how long it may be done again. */
    static void tooOften(RoutingContext context, Duration wait, SentAgain again) {
        goOn(context, new Why(TooOften.STATUS, wait, again));
    }

    private static void goOn(RoutingContext context, Why why) {
        context.put(WHY, why);
        // What came with it is read or let pass by: nobody waits for it any more.
        Stream.of(HttpHeaders.CONTENT_LENGTH, HttpHeaders.CONTENT_TYPE, TRANSFER_ENCODING)
                .forEach(name -> context.request().headers().remove(name));
        context.reroute(HttpMethod.GET, PATH);
    }

    void notTaken(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).failureHandler(context -> {
            if (SAID_HERE.contains(context.statusCode()) && context.get(WHY) == null && !context.response().headWritten()) {
                if (context.statusCode() == SERVER_ERROR) {
                    LOG.error("What comes before a page failed", context.failure());
                }
                goOn(context, new Why(context.statusCode(), null, SentAgain.of(context.request())));
            } else {
                context.next();
            }
        });
    }

    @GET
    @Opens(For.ANYBODY)
    public Response refused(@Context RoutingContext context) {
        Why why = context.get(WHY);
        if (why == null) {
            return Response.seeOther(URI.create("/")).build();
        }
        return why.after() == null ? Response.status(why.status()).entity(page(why)).build()
                : Response.status(why.status()).header(HttpHeaders.RETRY_AFTER, TooOften.seconds(why.after()))
                        .entity(page(why.after(), why.again())).build();
    }

    private static TemplateInstance page(Why why) {
        if (why.status() == SERVER_ERROR) {
            return Errors.Templates.error(why.again());
        }
        return why.status() == OF_ANOTHER ? Templates.ofAnother() : Templates.tooLarge();
    }

    static TemplateInstance page(Duration wait, SentAgain again) {
        return Templates.tooOften(Show.minutes(wait.toMinutes() + 1), again);
    }
}
