package nl.opkoers.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;

/**
 * What is said to who could not sign in. Each has an address of its own: the callback's holds a code that is good for once, so
 * it cannot be read in another language.
 */
@ApplicationScoped
class SignInFailures {

    /** OAuth 2.0, 4.1.2.1: what the identity provider says when the person said no. */
    private static final String CANCELLED = "access_denied";
    /** Where the buttons of both entrances are, as DigiD asks it: who stopped is where they began, and is told so. */
    private static final URI WHERE_IT_BEGAN = URI.create("/?cancelled=true");

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance unknown();

        static native TemplateInstance unknownStaff(Entrance entrance);

        static native TemplateInstance unreachable(Entrance entrance);

        static native TemplateInstance tooWeak(Entrance entrance);

        static native TemplateInstance failed(Entrance entrance);

        static native TemplateInstance forgotten(Entrance entrance);

        private Templates() {
        }
    }

    /**
     * @param why   what is the matter, as the address says it
     * @param error what the identity provider called it, if it was there that it went wrong
     */
    Response page(Entrance entrance, String why, String error) {
        switch (why) {
            case "unknown":
                return answer(Status.FORBIDDEN, entrance == Entrance.STAFF ? Templates.unknownStaff(entrance) : Templates.unknown());
            case "unreachable":
                return answer(Status.SERVICE_UNAVAILABLE, Templates.unreachable(entrance));
            case "too-weak":
                return answer(Status.FORBIDDEN, Templates.tooWeak(entrance));
            case "forgotten":
                return answer(Status.BAD_REQUEST, Templates.forgotten(entrance));
            default:
                return CANCELLED.equals(error) ? Response.seeOther(WHERE_IT_BEGAN).build()
                        : answer(Status.BAD_REQUEST, Templates.failed(entrance));
        }
    }

    private static Response answer(Status status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }
}
