package nl.opkoers.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.Router;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Limit;
import nl.opkoers.identity.Limited;
import nl.opkoers.identity.Opens;
import nl.opkoers.scope.Scope;
import nl.opkoers.served.ServedMunicipalities;

/**
 * Where the link in a notice leads: to stop with one tap, without signing in. Looking stops nothing, since programs follow links
 * too. A link of an address that gets nothing any more says so, as often as it is opened.
 */
@Path(StopPage.PATH + "{token}")
@PermitAll
@Blocking
class StopPage {

    static final String PATH = "/notices/stop/";
    /** In the address by which a mail program stops by itself (RFC 8058): it sends no cookie, so no form could be guarded. */
    static final String AT_ONCE = "at-once";

    private static final int NO_CONTENT = 204;

    private final Seal seal;
    private final Choices choices;
    private final ServedMunicipalities served;

    StopPage(Seal seal, Choices choices, ServedMunicipalities served) {
        this.seal = seal;
        this.choices = choices;
        this.served = served;
    }

    @CheckedTemplate(basePath = "notice")
    static class Templates {
        static native TemplateInstance stop(String token);

        static native TemplateInstance stopped();

        private Templates() {
        }
    }

    @GET
    @Opens(For.SECRET_HOLDER)
    public TemplateInstance ask(@PathParam("token") String token) {
        UUID choice = choice(token);
        return Scope.portal(() -> choices.byStop(choice)).isPresent() ? Templates.stop(token) : Templates.stopped();
    }

    @POST
    @Opens(For.SECRET_HOLDER)
    @Limited(Limit.NONE)
    public Response stop(@PathParam("token") String token) {
        stop(choice(token));
        return Response.seeOther(URI.create(PATH + token)).build();
    }

    void stopAtOnce(@Observes Router router) {
        router.post(PATH + ":token").handler(context -> {
            if (context.queryParam(AT_ONCE).isEmpty()) {
                context.next();
            } else {
                String municipality = served.of(context).orElseThrow().code();
                context.vertx().executeBlocking(() -> Scope.of(municipality, () -> stopAtOnce(context.pathParam("token"))), false)
                        .onSuccess(status -> context.response().setStatusCode(status).end()).onFailure(context::fail);
            }
        });
    }

    private int stopAtOnce(String token) {
        return seal.stopped(token).map(choice -> {
            stop(choice);
            return NO_CONTENT;
        }).orElse(Response.Status.NOT_FOUND.getStatusCode());
    }

    /** Who has the link need not be signed in, nor be who is. */
    private void stop(UUID choice) {
        Scope.portal(() -> choices.byStop(choice).ifPresent(choices::stopByLink));
    }

    private UUID choice(String token) {
        return seal.stopped(token).orElseThrow(NotFoundException::new);
    }
}
