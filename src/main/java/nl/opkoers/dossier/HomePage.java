package nl.opkoers.dossier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;

/** Home: where I stand. Who is not signed in finds a welcome there. */
@Path("/")
@Blocking
class HomePage {

    private final SignedIn signedIn;
    private final Courses courses;

    HomePage(SignedIn signedIn, Courses courses) {
        this.signedIn = signedIn;
        this.courses = courses;
    }

    @CheckedTemplate(basePath = "dossier")
    static class Templates {
        static native TemplateInstance welcome();

        static native TemplateInstance home(Home home, Course course);

        static native TemplateInstance plan(Home home, Course course);

        private Templates() {
        }
    }

    @GET
    @PermitAll
    public Response home() {
        if (signedIn.session().isEmpty()) {
            return Response.ok(Templates.welcome()).build();
        }
        if (signedIn.session().filter(Session::participant).isEmpty()) {
            return Response.seeOther(URI.create("/coach")).build();
        }
        return Response.ok(courses.page(Templates::home)).build();
    }

    @GET
    @Path("plan")
    @RolesAllowed(Role.PARTICIPANT)
    public TemplateInstance plan() {
        return courses.page(Templates::plan);
    }
}
