package nl.opkoers.own;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.law.KeptKind;
import nl.opkoers.law.KeptTables;
import nl.opkoers.notice.OwnAddresses;

/** Where people take away what the portal keeps for them alone, and read why the rest stays (AVG article 17). */
@Path(ForgetPage.PATH)
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class ForgetPage {

    static final String PATH = "/my-data/forget";
    /** What is on this phone and nowhere else. */
    private static final String PHONE = "PHONE";
    private static final String CLEAR_SITE_DATA = "Clear-Site-Data";
    /** Not the cookies: who takes something away goes on. */
    private static final String WHAT_THE_PHONE_HAS = "\"cache\", \"storage\"";
    /** What is locked there for somebody else stays: the script has taken away what is of who asks. */
    private static final String BUT_OF_OTHERS = "\"cache\"";

    private final KeptTableRows rows;
    private final OwnAddresses addresses;
    private final SignedIn signedIn;

    ForgetPage(KeptTableRows rows, OwnAddresses addresses, SignedIn signedIn) {
        this.rows = rows;
        this.addresses = addresses;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "own")
    static class Templates {
        static native TemplateInstance forget(Forgettable all, boolean none, boolean gone);

        static native TemplateInstance forgetCheck(Set<KeptKind> chosen, boolean phone);

        private Templates() {
        }
    }

    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance forget(@QueryParam("gone") String gone) {
        return Templates.forget(Forgettable.now(), false, gone != null);
    }

    /** Asks once more, with what will go in words. */
    @POST
    @Path("check")
    @Opens(For.PARTICIPANT)
    public Response check(@FormParam("kind") List<String> kinds) {
        Set<KeptKind> chosen = Forgettable.chosen(kinds);
        boolean phone = kinds != null && kinds.contains(PHONE);
        return chosen.isEmpty() && !phone
                ? Response.status(Response.Status.BAD_REQUEST).entity(Templates.forget(Forgettable.now(), true, false)).build()
                : Response.ok(Templates.forgetCheck(chosen, phone)).build();
    }

    /**
     * Takes it away. Doing it twice is the same as once.
     *
     * @param others said by the script when hours of somebody else wait on this phone
     */
    @POST
    @Path("now")
    @Opens(For.PARTICIPANT)
    public Response now(@FormParam("kind") List<String> kinds, @QueryParam("others") String others) {
        ParticipantKey key = signedIn.participant().key();
        Set<KeptKind> chosen = Forgettable.chosen(kinds);
        QuarkusTransaction.requiringNew().run(() -> KeptTables.standard().tables().stream()
                .filter(kept -> kept.forget() && chosen.contains(kept.kind())).forEach(kept -> rows.forget(kept, key)));
        if (chosen.contains(KeptKind.NOTICES)) {
            addresses.forget(key);
        }
        Response.ResponseBuilder done = Response.seeOther(URI.create(PATH + "?gone=yes"));
        return (kinds != null && kinds.contains(PHONE)
                ? done.header(CLEAR_SITE_DATA, others == null ? WHAT_THE_PHONE_HAS : BUT_OF_OTHERS) : done).build();
    }

    /** Who changes the language of the answer to a form, or comes back to it after signing in again, asks for it as a page. */
    @GET
    @Path("{form: check|now}")
    @Opens(For.PARTICIPANT)
    public Response backToPage() {
        return Response.seeOther(URI.create(PATH)).build();
    }
}
