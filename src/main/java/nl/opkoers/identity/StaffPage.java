package nl.opkoers.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Where who works for the municipality arrives. It says plainly that there are no pages for them yet. */
@Path("/coach")
@Blocking
class StaffPage {

    private final SignedIn signedIn;

    StaffPage(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance staff(String name);

        private Templates() {
        }
    }

    @GET
    @RolesAllowed(Role.STAFF)
    public TemplateInstance arrive() {
        return Templates.staff(signedIn.session().map(Session::name).orElse(null));
    }
}
