package nl.opkoers.identity;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A code flow that cannot be completed: a state that is not ours, a code that has expired, a token that does not hold. */
class FailedSignIn {

    private static final Logger LOG = Logger.getLogger(FailedSignIn.class);

    @ServerExceptionMapper({AuthenticationCompletionException.class, AuthenticationFailedException.class})
    Response sayIt(Exception failure, UriInfo here) {
        // The reason may quote a token: only its kind is worth a line.
        LOG.infof("A sign-in was not completed: %s", failure.getClass().getSimpleName());
        return Response.seeOther(URI.create(Entrance.to("/" + here.getPath().replaceFirst("^/", "")).at("failed"))).build();
    }
}
