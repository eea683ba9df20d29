package nl.opkoers.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import nl.opkoers.identity.Limit;
import nl.opkoers.identity.Limited;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/**
 * Stops who does something without end. Who is signed in is counted as themselves, so that nobody else can use up what is
 * theirs; everybody else by the address that they come from, which nobody who is signed in suffers from.
 */
@ApplicationScoped
class LimitedRoutes {

    private static final int BEFORE_KEPT_FORMS = 320;
    /** Where the code flow goes out and comes back: it is under way before any route of ours is asked. */
    private static final Set<String> CODE_FLOW =
            Set.of("/sign-in/start", "/sign-in/callback", "/staff/sign-in/start", "/staff/sign-in/callback");

    private final Limits limits;
    private final Asker asker;
    private final SignedIn signedIn;
    private final CurrentVertxRequest current;

    LimitedRoutes(Limits limits, Asker asker, SignedIn signedIn, CurrentVertxRequest current) {
        this.limits = limits;
        this.asker = asker;
        this.signedIn = signedIn;
        this.current = current;
    }

    void limitSignIn(@Observes Filters filters) {
        filters.register(context -> {
            if (!CODE_FLOW.contains(context.normalizedPath()) || asker.isUnlimited(context)) {
                context.next();
                return;
            }
            context.vertx().executeBlocking(() -> limits.spend(Limit.SIGN_IN, Limit.By.ADDRESS, asker.network(context)), false)
                    .onSuccess(wait -> wait.ifPresentOrElse(time -> Refused.tooOften(context, time), context::next))
                    .onFailure(context::fail);
        }, BEFORE_KEPT_FORMS);
    }

    @ServerRequestFilter
    @WithFormRead
    Uni<Response> limit(ContainerRequestContext request, ResourceInfo route) {
        Limit limit = of(request, route);
        RoutingContext context = current.getCurrent();
        if (limit == Limit.NONE || asker.isUnlimited(context)) {
            return Uni.createFrom().nullItem();
        }
        FormData form = CurrentRequestManager.get().getFormData();
        return signedIn.known().emitOn(Infrastructure.getDefaultWorkerPool())
                .map(session -> spend(limit, session, context))
                .map(wait -> {
                    wait.ifPresent(time -> {
                        throw new TooOften(time, SentAgain.of(context.request(), form));
                    });
                    return null;
                });
    }

    private Optional<Duration> spend(Limit limit, Optional<Session> session, RoutingContext context) {
        return session.map(known -> limits.spend(limit, Limit.By.PERSON, known.municipality() + " " + known.role() + " " + known.person()))
                .orElseGet(() -> limits.spend(limit, Limit.By.ADDRESS, asker.network(context)));
    }

    private static Limit of(ContainerRequestContext request, ResourceInfo route) {
        Limited said = route.getResourceMethod().getAnnotation(Limited.class);
        if (said != null) {
            return said.value();
        }
        if (!HttpMethod.POST.equals(request.getMethod())) {
            return Limit.NONE;
        }
        MediaType type = request.getMediaType();
        return type != null && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type) ? Limit.UPLOAD : Limit.SENDING;
    }
}
