package nl.opkoers.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;

/**
 * Counts who came back from an identity provider, and how that ended, by where they are sent: so it sees what any part of the
 * portal decided about it, and nothing of who it was.
 */
@ApplicationScoped
class SignIns {

    /** Before every other filter, so that what these answer is seen too. */
    private static final int FIRST = 1000;
    private static final int SEE_OTHER = 303;
    private static final Map<String, String> ENTRANCES = Map.of("/sign-in/callback", "participants", "/staff/sign-in/callback", "staff");
    private static final Set<String> FAILURES = Set.of("unknown", "unreachable", "too-weak", "forgotten", "failed");

    private final MeterRegistry meters;

    SignIns(MeterRegistry meters) {
        this.meters = meters;
        ENTRANCES.values().forEach(entrance -> {
            count(entrance, "signed-in", 0);
            FAILURES.forEach(reason -> count(entrance, reason, 0));
        });
    }

    void listen(@Observes Filters filters) {
        filters.register(context -> {
            String entrance = ENTRANCES.get(context.normalizedPath());
            if (entrance != null) {
                context.addHeadersEndHandler(nothing -> count(entrance, outcome(context), 1));
            }
            context.next();
        }, FIRST);
    }

    private void count(String entrance, String outcome, int more) {
        meters.counter("opkoers.sign.ins", "entrance", entrance, "outcome", outcome).increment(more);
    }

    private static String outcome(RoutingContext context) {
        String location = context.response().headers().get(HttpHeaders.LOCATION);
        if (context.response().getStatusCode() != SEE_OTHER || location == null) {
            return "failed";
        }
        String last = location.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        return location.contains("/sign-in/") && FAILURES.contains(last) ? last : "signed-in";
    }
}
