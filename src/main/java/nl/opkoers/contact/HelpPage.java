package nl.opkoers.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;

/** A question for help that I asked: who has it, and when to expect an answer. */
@Path("/help/requests/{id}")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class HelpPage {

    private final HelpRequests requests;
    private final Helper helper;
    private final SignedIn signedIn;

    HelpPage(HelpRequests requests, Helper helper, SignedIn signedIn) {
        this.requests = requests;
        this.helper = helper;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance asked(AskedHelp asked, String helper);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance asked(@PathParam("id") String id) {
        AskedHelp asked = uuid(id).flatMap(known -> requests.find(signedIn.participant().key(), known))
                .orElseThrow(NotFoundException::new);
        return Templates.asked(asked, helper.name());
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
