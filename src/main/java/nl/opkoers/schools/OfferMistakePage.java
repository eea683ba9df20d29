package nl.opkoers.schools;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.municipality.Sent;
import nl.opkoers.page.Show;

/** This is not right: where somebody says so, for the municipality to look. Who is not signed in is told whom to call. */
@Path("/schools/{course}/wrong")
@PermitAll
@Blocking
class OfferMistakePage {

    private final Offers offers;
    private final OfferMistakes mistakes;
    private final SignedIn signedIn;
    private final KeptForms keptForms;
    private final PageLanguage pageLanguage;

    OfferMistakePage(Offers offers, OfferMistakes mistakes, SignedIn signedIn, KeptForms keptForms, PageLanguage pageLanguage) {
        this.offers = offers;
        this.mistakes = mistakes;
        this.signedIn = signedIn;
        this.keptForms = keptForms;
        this.pageLanguage = pageLanguage;
    }

    @CheckedTemplate(basePath = "schools")
    static class Templates {
        static native TemplateInstance wrong(LessonCourse course, OfferMistake form, List<Sent> sent, boolean enough, int most);

        static native TemplateInstance wrongVisitor(LessonCourse course);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance form(@PathParam("course") String id, @QueryParam(KeptForms.PARAMETER) String kept) {
        LessonCourse course = course(id);
        if (signedIn.session().filter(Session::participant).isEmpty()) {
            return Templates.wrongVisitor(course);
        }
        Map<String, String> typed = keptForms.find(signedIn.participant(), kept);
        return form(course, typed.isEmpty() ? OfferMistake.empty() : OfferMistake.of(typed));
    }

    @POST
    @RolesAllowed(Role.PARTICIPANT)
    public Response tell(@PathParam("course") String id, MultivaluedMap<String, String> fields) {
        LessonCourse course = course(id);
        OfferMistake form = OfferMistake.of(fields.keySet().stream().collect(Collectors.toMap(name -> name, fields::getFirst)));
        if (form.isMistaken()) {
            return Response.status(Response.Status.BAD_REQUEST).entity(form(course, form)).build();
        }
        mistakes.keep(key(), course, form, pageLanguage.current());
        return Response.seeOther(URI.create("/schools/" + Show.path(id) + "/wrong")).build();
    }

    private TemplateInstance form(LessonCourse course, OfferMistake form) {
        return Templates.wrong(course, form, mistakes.of(key(), course.school().id()), mistakes.isEnough(key()),
                OfferMistake.LONGEST_NOTE);
    }

    /** That a course is not there can only be said when it is known which there are. */
    private LessonCourse course(String id) {
        if (offers.courses().known().isEmpty()) {
            throw new MunicipalityUnreachable("nothing was kept");
        }
        return offers.course(id).orElseThrow(NotFoundException::new);
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }
}
