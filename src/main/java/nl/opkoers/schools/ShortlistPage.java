package nl.opkoers.schools;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.Seen;
import nl.opkoers.page.Typed;

/** My list: the courses that I want to remember. */
@Path(ShortlistPage.PATH)
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class ShortlistPage {

    static final String PATH = "/schools/shortlist";

    private final Offers offers;
    private final Shortlists shortlists;
    private final MyShortlist mine;
    private final MyCases cases;
    private final SignedIn signedIn;

    ShortlistPage(Offers offers, Shortlists shortlists, MyShortlist mine, MyCases cases, SignedIn signedIn) {
        this.offers = offers;
        this.shortlists = shortlists;
        this.mine = mine;
        this.cases = cases;
        this.signedIn = signedIn;
    }

    /**
     * A course on the list.
     *
     * @param course {@code null} when there is none with this id any more
     */
    record Item(String id, LessonCourse course) {
    }

    @CheckedTemplate(basePath = "schools")
    static class Templates {
        static native TemplateInstance shortlist(List<Item> items);

        private Templates() {
        }
    }

    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance list() {
        return cases.instead().orElseGet(() -> {
            Seen<List<LessonCourse>> known = offers.courses();
            return Templates.shortlist(mine.courses().stream().map(id -> new Item(id, Offers.one(known, id).orElse(null))).toList());
        });
    }

    @POST
    @Opens(For.PARTICIPANT)
    public Response add(@FormParam("course") String course) {
        if (course == null) {
            throw new BadRequestException();
        }
        shortlists.add(key(), offers.course(Typed.text(course)).orElseThrow(NotFoundException::new).id());
        return seeOther();
    }

    @POST
    @Path("remove")
    @Opens(For.PARTICIPANT)
    public Response remove(@FormParam("course") String course) {
        if (course == null) {
            throw new BadRequestException();
        }
        shortlists.remove(key(), Typed.text(course));
        return seeOther();
    }

    /** Where somebody comes back whose session had ended when they pressed that button. */
    @GET
    @Path("remove")
    @Opens(For.PARTICIPANT)
    public Response lateButton() {
        return seeOther();
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }

    private static Response seeOther() {
        return Response.seeOther(URI.create(PATH)).build();
    }
}
