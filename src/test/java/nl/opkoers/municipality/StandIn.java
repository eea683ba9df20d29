package nl.opkoers.municipality;

import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.util.UUID;
import java.util.function.Function;

/** Answers in the place of the municipality whatever a test wants it to. */
final class StandIn {

    /** What the municipality would have heard. */
    record Message(UUID key, String participant, String call, String subject, String body) {
    }

    private StandIn() {
    }

    /** A municipality that answers so. Not a class of its own: that would be taken for a resource of the portal. */
    static MunicipalReports answering(Function<Message, Response> answers) {
        return (MunicipalReports) Proxy.newProxyInstance(MunicipalReports.class.getClassLoader(),
                new Class<?>[] {MunicipalReports.class}, (proxy, call, said) -> answers.apply(new Message((UUID) said[0],
                        (String) said[1], call.getName(), (String) said[2], (String) said[3])));
    }

    /** The answer to what is accepted. */
    static Response accepted() {
        return Response.ok("{}", "application/json").build();
    }

    /** The answer to what is refused. */
    static Response refused(String type) {
        return Response.status(409).type("application/problem+json").entity("{\"type\": \"" + type + "\"}").build();
    }
}
