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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.opkoers.identity.BrowserMark;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Limit;
import nl.opkoers.identity.Limited;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.scope.Scope;
import nl.opkoers.served.ServedMunicipalities;
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
    /** Where the code flow goes out: it is under way before any route of ours is asked. */
    private static final Set<String> START = Set.of("/sign-in/start", "/staff/sign-in/start");
    /** Where it comes back. */
    private static final Set<String> CALLBACK = Set.of("/sign-in/callback", "/staff/sign-in/callback");
    /** Where an identity provider says that it ended a session. */
    private static final Set<String> TOLD = Set.of("/sign-in/ended", "/staff/sign-in/ended");

    private final Limits limits;
    private final Asker asker;
    private final BrowserMark browsers;
    private final KeptForms keptForms;
    private final SignedIn signedIn;
    private final CurrentVertxRequest current;
    private final ServedMunicipalities served;

    LimitedRoutes(Limits limits, Asker asker, BrowserMark browsers, KeptForms keptForms, SignedIn signedIn,
            CurrentVertxRequest current, ServedMunicipalities served) {
        this.limits = limits;
        this.asker = asker;
        this.browsers = browsers;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
        this.current = current;
        this.served = served;
    }

    private record Counted(Limit limit, Limit.By by, String who) {
    }

    void limitBeforePages(@Observes Filters filters) {
        filters.register(context -> {
            Optional<Counted> counted = asker.isUnlimited(context) ? Optional.empty() : counted(context);
            if (counted.isEmpty()) {
                context.next();
                return;
            }
            Counted each = counted.get();
            String municipality = here(context);
            context.vertx().executeBlocking(() -> Scope.of(municipality, () -> limits.spend(each.limit(), each.by(), each.who())), false)
                    .onSuccess(wait -> wait.ifPresentOrElse(time -> refuse(context, time), context::next))
                    .onFailure(away -> uncounted(context, away));
        }, BEFORE_KEPT_FORMS);
    }

    /** Whose form would have been kept is given back what they typed, like everybody else. */
    private void refuse(RoutingContext context, Duration wait) {
        if (keptForms.keptFor(context).isEmpty()) {
            Refused.tooOften(context, wait, SentAgain.nothing());
            return;
        }
        List<String> files = new ArrayList<>();
        KeptForms.read(context, (field, name) -> {
            if (!name.isEmpty()) {
                files.add(field);
            }
        }, () -> Refused.tooOften(context, wait, SentAgain.of(context.request(), files)));
    }

    /** A form goes on to where it is read: there it cannot be kept either, but what was typed is given back. */
    private void uncounted(RoutingContext context, Throwable away) {
        if (keptForms.keptFor(context).isPresent()) {
            context.next();
        } else {
            context.fail(away);
        }
    }

    private Optional<Counted> counted(RoutingContext context) {
        String path = context.normalizedPath();
        if (START.contains(path)) {
            return browsers.of(context).map(browser -> new Counted(Limit.SIGN_IN, Limit.By.BROWSER, browser))
                    .or(() -> byAddress(Limit.SIGN_IN, context));
        }
        if (CALLBACK.contains(path)) {
            // Whoever was sent out may come back, whatever others behind their address do.
            return BrowserMark.isSentOut(context) ? Optional.empty() : byAddress(Limit.SIGN_IN, context);
        }
        if (TOLD.contains(path)) {
            return byAddress(Limit.SIGN_OUT_TOLD, context);
        }
        return keptForms.keptFor(context).map(session ->
                new Counted(ofForm(context.request().getHeader(HttpHeaders.CONTENT_TYPE)), Limit.By.PERSON, who(session)));
    }

    private Optional<Counted> byAddress(Limit limit, RoutingContext context) {
        return asker.isHidden(context) ? Optional.empty()
                : Optional.of(new Counted(limit, Limit.By.ADDRESS, asker.network(context)));
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
                .map(session -> Scope.of(here(context), () -> spend(limit, session, context)))
                .map(wait -> {
                    wait.ifPresent(time -> {
                        throw new TooOften(time, SentAgain.of(context.request(), form));
                    });
                    return null;
                });
    }

    private String here(RoutingContext context) {
        return served.of(context).orElseThrow().code();
    }

    private Optional<Duration> spend(Limit limit, Optional<Session> session, RoutingContext context) {
        return session.map(known -> limits.spend(limit, Limit.By.PERSON, who(known)))
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
        return ofForm(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
    }

    private static Limit ofForm(String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA) ? Limit.UPLOAD : Limit.SENDING;
    }

    private static String who(Session session) {
        return session.municipality() + " " + session.role() + " " + session.person();
    }
}
