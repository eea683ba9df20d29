package nl.opkoers.identity;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Where staff sign in, at an issuer of their own; otherwise as {@link SignIn}. */
@Path("/staff/sign-in")
@PermitAll
@Blocking
public class StaffSignIn {

    private final Arrivals arrivals;
    private final SignInFailures failures;
    private final SecurityIdentity identity;

    StaffSignIn(Arrivals arrivals, SignInFailures failures, SecurityIdentity identity) {
        this.arrivals = arrivals;
        this.failures = failures;
        this.identity = identity;
    }

    @GET
    @Opens(For.ANYBODY)
    public Response remember(@QueryParam("to") String to, RoutingContext context) {
        return arrivals.remember(Entrance.STAFF, to, context);
    }

    /** Only reached by somebody whom the identity provider has just sent back: everybody else is sent there first. */
    @GET
    @Path("start")
    @Authenticated
    @AuthorizationCodeFlow
    @Opens(For.ARRIVING)
    public Response start() {
        return Response.seeOther(URI.create("/")).build();
    }

    @GET
    @Path("callback")
    @Authenticated
    @AuthorizationCodeFlow
    @Opens(For.ARRIVING)
    public Response callback(RoutingContext context) {
        return arrivals.arrive(Entrance.STAFF, (JsonWebToken) identity.getPrincipal(), context);
    }

    @GET
    @Path("{why: unknown|unreachable|too-weak|forgotten|failed}")
    @Opens(For.ANYBODY)
    public Response refused(@PathParam("why") String why, @QueryParam("error") String error) {
        return failures.page(Entrance.STAFF, why, error);
    }
}
