package nl.opkoers.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.served.ServedMunicipalities;
import org.jboss.logging.Logger;

/** Signing out, leaving in a hurry, and the page for who was away too long. */
@Path("/")
@PermitAll
@Blocking
public class SignOut {

    private static final String CLEAR_SITE_DATA = "Clear-Site-Data";
    private static final String ALL_OF_IT = "\"cache\", \"cookies\", \"storage\"";
    /** On the phone stays what is locked there and was not sent yet; nobody but its owner can open it. */
    private static final String BUT_UNSENT = "\"cache\", \"cookies\"";

    private static final Logger LOG = Logger.getLogger(SignOut.class);

    private final SessionCookie cookie;
    private final EndedSessions ended;
    private final SignedIn signedIn;
    private final Issuers issuers;
    private final PortalAddress portal;
    private final ServedMunicipalities served;
    private final Clock clock;

    SignOut(SessionCookie cookie, EndedSessions ended, Clock clock, SignedIn signedIn, Issuers issuers, PortalAddress portal,
            ServedMunicipalities served) {
        this.cookie = cookie;
        this.ended = ended;
        this.clock = clock;
        this.signedIn = signedIn;
        this.issuers = issuers;
        this.portal = portal;
        this.served = served;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance signedOut(Entrance entrance);

        static native TemplateInstance sessionEnded(Entrance entrance, String to, boolean kept, boolean unsent);

        private Templates() {
        }
    }

    /**
     * Ends the portal's session and then the identity provider's (OpenID Connect RP-Initiated Logout 1.0). The client's id
     * stands in for the ID token as a hint: that token holds the BSN, and this is an address. As the language would be
     * forgotten with the rest, it makes the round as {@code state}. A copy of the cookie opens nothing any more.
     *
     * @param all said by the script when nothing on this phone waits to be sent
     */
    @POST
    @Path("sign-out")
    @Opens(For.ANYBODY)
    @Limited(Limit.NONE)
    public Response signOut(RoutingContext context, @Context UriInfo here, @QueryParam("all") String all) {
        // Also of who was quiet for too long: a copy of theirs may have been busy, and their identity provider knows them still.
        Optional<Session> session = cookie.read(context);
        session.ifPresent(ended::end);
        Entrance entrance = session.map(Entrance::of).orElse(Entrance.PARTICIPANTS);
        cookie.clear(context);
        Optional<String> endSession = issuers.endSession(entrance);
        URI signedOut = portal.of(here, entrance.afterwards());
        URI next = endSession.isEmpty() ? signedOut : UriBuilder.fromUri(endSession.get())
                .queryParam("client_id", issuers.clientId(entrance))
                .queryParam("post_logout_redirect_uri", signedOut)
                .queryParam("state", PageLanguage.of(context).tag())
                .queryParam("ui_locales", PageLanguage.of(context).tag())
                .build();
        return Response.seeOther(next).header(CLEAR_SITE_DATA, forget(all)).build();
    }

    @GET
    @Path("signed-out")
    @Opens(For.ANYBODY)
    public Response signedOut(@QueryParam("state") String state) {
        return signedOut(Entrance.PARTICIPANTS, state);
    }

    @GET
    @Path("staff/signed-out")
    @Opens(For.ANYBODY)
    public Response staffSignedOut(@QueryParam("state") String state) {
        return signedOut(Entrance.STAFF, state);
    }

    private static Response signedOut(Entrance entrance, String state) {
        return Language.ofTag(state)
                .map(language -> Response.seeOther(URI.create(entrance.afterwards() + "?lang=" + language.tag())))
                .orElseGet(() -> Response.ok(Templates.signedOut(entrance)))
                .build();
    }

    /**
     * Away at once, to a page about the weather, leaving nothing of the portal behind on the phone. A plain link: it has to
     * work on every page, whatever went wrong there, and being signed out is the worst that following it can do.
     *
     * @param all said by the script when nothing on this phone waits to be sent
     */
    @GET
    @Path("leave")
    @Opens(For.ANYBODY)
    public Response leave(RoutingContext context, @QueryParam("all") String all) {
        cookie.read(context).filter(session -> !ended.has(session)).ifPresent(this::endAtOnce);
        cookie.clear(context);
        return Response.seeOther(served.now().leaveTo()).header(CLEAR_SITE_DATA, forget(all)).build();
    }

    /** Nobody who leaves in a hurry waits for the database, or for anything else. */
    private void endAtOnce(Session session) {
        ended.endHere(session);
        try {
            Infrastructure.getDefaultWorkerPool().execute(ended::tell);
        } catch (RejectedExecutionException full) {
            LOG.warn("The other nodes hear in a few seconds that a session has ended");
        }
    }

    private static String forget(String all) {
        return all == null ? BUT_UNSENT : ALL_OF_IT;
    }

    /**
     * Asked by the script when somebody says that they are still there, or types: being asked is what keeps the session alive.
     * The answer says for how many seconds.
     */
    @GET
    @Path("still-here")
    @RolesAllowed({Role.PARTICIPANT, Role.STAFF})
    @Opens(For.SIGNED_IN)
    public Response stillHere() {
        Instant now = clock.instant();
        return Response.noContent()
                .header("Seconds", signedIn.session().map(session -> session.leftAt(now).toSeconds()).orElse(0L)).build();
    }

    /**
     * Says that the session has ended; unless it goes on, because the same person was busy in another tab.
     *
     * @param unsent said by the script when hours of this person wait on this phone
     */
    @GET
    @Path("session-ended")
    @Opens(For.ANYBODY)
    public Response sessionEnded(RoutingContext context, @QueryParam("to") String to,
            @QueryParam(KeptForms.PARAMETER) String kept, @QueryParam("unsent") String unsent) {
        if (signedIn.session().isPresent()) {
            return Response.seeOther(URI.create(WayBack.safe(to))).build();
        }
        // The cookie opens nothing any more, and stays: it says for whom to keep what another page of theirs still sends.
        Entrance entrance = cookie.read(context).map(Entrance::of).orElseGet(() -> Entrance.to(WayBack.safe(to)));
        return Response.ok(Templates.sessionEnded(entrance, WayBack.safe(to), kept != null, unsent != null)).build();
    }
}
