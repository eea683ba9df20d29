package nl.opkoers.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.PersonMark;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/**
 * Takes from nobody what somebody else wrote. On a shared phone a page may be on the screen still, in another tab or behind the
 * way back, when the next person signs in there: what is sent from it then comes with their session, and with the words of who
 * was there before. So every form says for whom its page was made, and a script says it of what it sends; when that is somebody
 * else, nothing of it is taken, counted, kept or shown. A form that comes after the session has ended, or is too large, is not
 * asked here; {@link nl.opkoers.identity.KeptForms} looks at its mark.
 */
class OfAnother {

    /**
     * Before the token of forms: who signs out takes that along, and the page that says so would tell to try again. Quarkus asks
     * the filter with the highest number first, unlike Jakarta REST; a test fails when that is no longer so.
     */
    private static final int BEFORE_TOKEN = Priorities.USER + 1;

    /** Where is left what was sent from a page that was made for who is signed in. */
    private static final String OWN = OfAnother.class.getName();

    private final PersonMark mark;
    private final SignedIn signedIn;
    private final ErrorPages pages;
    private final CurrentVertxRequest current;

    OfAnother(PersonMark mark, SignedIn signedIn, ErrorPages pages, CurrentVertxRequest current) {
        this.mark = mark;
        this.signedIn = signedIn;
        this.pages = pages;
        this.current = current;
    }

    /**
     * What came in a form that bears the mark of who is signed in, and so comes from a page of theirs: no other site knows that mark,
     * and no other person's page bears it. Empty when none did.
     */
    static Optional<SentAgain> own(RoutingContext context) {
        return Optional.ofNullable(context.get(OWN));
    }

    /** As which form what came was kept before; empty when it was not, or does not bear that mark. */
    static Optional<String> kept(RoutingContext context) {
        return own(context).flatMap(sent -> sent.value(KeptForms.PARAMETER));
    }

    @ServerRequestFilter(priority = BEFORE_TOKEN)
    @WithFormRead
    Uni<Response> refuse(ContainerRequestContext request) {
        String script = request.getHeaderString(PersonMark.HEADER);
        FormData form = CurrentRequestManager.get().getFormData();
        String said = said(form);
        if (script == null && said == null) {
            return Uni.createFrom().nullItem();
        }
        SentAgain sent = SentAgain.of(current.getCurrent().request(), form);
        return signedIn.known().flatMap(session -> answer(session, script, said, sent));
    }

    /** What a form says; {@code null} when it says nothing of it, or when there is no form. */
    private static String said(FormData form) {
        FormValue said = form == null ? null : form.getFirst(PersonMark.FIELD);
        return said == null || said.isFileItem() ? null : said.getValue();
    }

    /** Without a session a form changes nothing of anybody: whom it leads to sign in, that is said there. */
    private Uni<Response> answer(Optional<Session> session, String script, String said, SentAgain sent) {
        if (script != null && session.map(mark::of).filter(script::equals).isEmpty()) {
            return Uni.createFrom().item(Response.status(Response.Status.PRECONDITION_FAILED).build());
        }
        session.map(mark::of).filter(own -> own.equals(said)).ifPresent(own -> current.getCurrent().put(OWN, sent));
        return session.filter(known -> mark.isOfAnother(said, known)).isEmpty() ? Uni.createFrom().nullItem()
                : pages.answer(Refused.OF_ANOTHER, Refused.Templates::ofAnother);
    }
}
