package nl.opkoers.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.SignedIn;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Forgets a form that was kept, and came back filled in, once it was taken: whoever goes back to its address is not to read that it was
 * not sent yet. A form that is taken leads on to another page; one that is not, or asks for more, is answered with its own.
 */
@ApplicationScoped
class TakenForms {

    private final KeptForms keptForms;
    private final SignedIn signedIn;
    private final CurrentVertxRequest current;

    TakenForms(KeptForms keptForms, SignedIn signedIn, CurrentVertxRequest current) {
        this.keptForms = keptForms;
        this.signedIn = signedIn;
        this.current = current;
    }

    @ServerResponseFilter
    void forget(ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.SEE_OTHER.getStatusCode()) {
            OfAnother.kept(current.getCurrent()).ifPresent(kept -> signedIn.session().ifPresent(session -> keptForms.forget(session, kept)));
        }
    }
}
