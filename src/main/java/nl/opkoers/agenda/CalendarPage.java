package nl.opkoers.agenda;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.PortalAddress;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;

/** How to have my agenda in the calendar of my phone: by an address of my own, or as a file for once. */
@Path("/calendar")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class CalendarPage {

    private final SignedIn signedIn;
    private final CalendarFeeds feeds;
    private final KeptAgendas agendas;
    private final Replies replies;
    private final PageLanguage pageLanguage;
    private final PortalAddress portal;

    CalendarPage(SignedIn signedIn, CalendarFeeds feeds, KeptAgendas agendas, Replies replies,
            PageLanguage pageLanguage, PortalAddress portal) {
        this.signedIn = signedIn;
        this.feeds = feeds;
        this.agendas = agendas;
        this.replies = replies;
        this.pageLanguage = pageLanguage;
        this.portal = portal;
    }

    @CheckedTemplate(basePath = "agenda")
    static class Templates {
        static native TemplateInstance calendar(CalendarFeed feed, String address);

        private Templates() {
        }
    }

    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance show() {
        return Templates.calendar(feeds.of(me()).orElse(null), null);
    }

    /** The page with the address on it, this once: it is nowhere to be read again. Whoever has one keeps it: only a new one ends it. */
    @POST
    @Path("make")
    @Opens(For.PARTICIPANT)
    public TemplateInstance make(@Context UriInfo here) {
        return feeds.makeFirst(me(), pageLanguage.current()).map(token -> made(here, token)).orElseGet(this::show);
    }

    private TemplateInstance made(UriInfo here, String token) {
        URI address = portal.of(here, "calendar/" + token + ".ics");
        return Templates.calendar(feeds.of(me()).orElseThrow(), address.toString());
    }

    /** A new address; the one before it is nobody's from now on. */
    @POST
    @Path("renew")
    @Opens(For.PARTICIPANT)
    public TemplateInstance renew(@Context UriInfo here) {
        return made(here, feeds.make(me(), pageLanguage.current()));
    }

    @POST
    @Path("revoke")
    @Opens(For.PARTICIPANT)
    public Response revoke() {
        feeds.revoke(me());
        return Response.seeOther(URI.create("/calendar")).build();
    }

    /** Who changes the language of the answer to a form, or comes back to it after signing in again, asks for it as a page. */
    @GET
    @Path("{form: make|renew|revoke}")
    @Opens(For.PARTICIPANT)
    public Response backToPage(@Context UriInfo here) {
        String query = here.getRequestUri().getRawQuery();
        return Response.seeOther(URI.create("/calendar" + (query == null ? "" : "?" + query))).build();
    }

    /**
     * The agenda as a file; where the municipality gives none, the page that says so.
     *
     * @throws MunicipalityUnreachable when nothing is known because the municipality cannot be reached
     */
    @GET
    @Path("download.ics")
    @Opens(For.PARTICIPANT)
    public Response download() {
        Seen<Agenda> seen = agendas.of(me());
        if (seen instanceof Seen.Unavailable<Agenda>) {
            throw new MunicipalityUnreachable("nothing was kept");
        }
        return seen.known().map(this::file).orElseGet(() -> Response.seeOther(URI.create("/agenda")).build());
    }

    private Response file(Agenda agenda) {
        String text = Calendar.of(me(), agenda, Told.declined(agenda, replies.of(me())), CalendarTexts.in(pageLanguage.current()));
        return Response.ok(text, CalendarTexts.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, CalendarTexts.named("attachment")).build();
    }

    private ParticipantKey me() {
        return signedIn.participant().key();
    }
}
