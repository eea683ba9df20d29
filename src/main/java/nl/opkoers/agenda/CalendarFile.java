package nl.opkoers.agenda;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Limit;
import nl.opkoers.identity.Opens;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.page.Asker;
import nl.opkoers.page.Limits;
import nl.opkoers.scope.Scope;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The calendar that a phone fetches by itself, without anybody signing in: the secret in its address is the key. Every
 * address that is nobody's is answered alike, whether it was somebody's once or never could be.
 */
@Path("/calendar")
@PermitAll
@Blocking
class CalendarFile {

    private static final int TOO_MANY = 429;

    private final CalendarFeeds feeds;
    private final Limits limits;
    private final Asker asker;
    private final KeptAgendas agendas;
    private final Replies replies;
    private final PageLanguage pageLanguage;
    private final String formCookie;

    CalendarFile(CalendarFeeds feeds, Limits limits, Asker asker, KeptAgendas agendas, Replies replies,
            PageLanguage pageLanguage, @ConfigProperty(name = "opkoers.session.form-cookie") String formCookie) {
        this.feeds = feeds;
        this.limits = limits;
        this.asker = asker;
        this.agendas = agendas;
        this.replies = replies;
        this.pageLanguage = pageLanguage;
        this.formCookie = formCookie;
    }

    /**
     * Counts before it tells. Somebody's own calendar is counted by itself: Google fetches those of many people from one
     * address, and nobody who tries addresses there may keep them from theirs.
     */
    @GET
    @Path("{token}.ics")
    @Opens(For.SECRET_HOLDER)
    public Response read(@PathParam("token") String token, @Context Request request, @Context RoutingContext context) {
        // No form follows on this, and so no cookie has to guard one.
        context.addHeadersEndHandler(complete -> context.response().removeCookies(formCookie, false));
        // Who knows the address need not be signed in, nor be who is.
        return Scope.portal(() -> find(token, request, context));
    }

    private Response find(String token, Request request, RoutingContext context) {
        Optional<CalendarFeed> feed = feeds.find(CalendarFeeds.hash(token));
        Optional<Duration> wait = feed.isPresent() ? limits.spend(Limit.CALENDAR, Limit.By.ITSELF, token)
                : limits.spend(Limit.CALENDAR, Limit.By.ADDRESS, asker.network(context));
        if (wait.isPresent()) {
            return told(TOO_MANY, words().too_often()).header(HttpHeaders.RETRY_AFTER, wait.get().toSeconds() + 1).build();
        }
        return feed.map(found -> calendar(found, request, context)).orElseGet(this::nobodys);
    }

    private Response calendar(CalendarFeed feed, Request request, RoutingContext context) {
        Seen<Agenda> seen = agendas.of(feed.key);
        if (seen instanceof Seen.Absent<Agenda>) {
            return nobodys();
        }
        feeds.used(feed);
        if (seen.known().isEmpty()) {
            // What a phone has is better than an empty calendar: it keeps that when it is told to come back.
            return told(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), words().away())
                    .header(HttpHeaders.RETRY_AFTER, Duration.ofMinutes(5).toSeconds()).build();
        }
        Agenda agenda = seen.known().get();
        String text = Calendar.of(feed.key, agenda, Told.declined(agenda, replies.of(feed.key)), CalendarTexts.in(feed.language()));
        EntityTag tag = new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(CalendarFeeds.hash(text)), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null ? unchanged
                : Response.ok(text, CalendarTexts.TYPE).header(HttpHeaders.CONTENT_DISPOSITION, CalendarTexts.named("inline"));
        // Instead of what every other answer says: only the phone itself may keep it, and has to ask whether it still holds.
        context.response().headers().set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return answer.tag(tag).build();
    }

    private Response nobodys() {
        return told(Response.Status.NOT_FOUND.getStatusCode(), words().unknown_address()).build();
    }

    private static Response.ResponseBuilder told(int status, String words) {
        return Response.status(status).type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8")).entity(words);
    }

    private FeedMessages words() {
        return Texts.in(pageLanguage.current(), FeedMessages.class);
    }
}
