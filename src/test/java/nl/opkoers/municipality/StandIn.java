package nl.opkoers.municipality;

import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

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

    /** A line on which nothing is guarded. */
    static MunicipalLines lines(MunicipalApi asked, MunicipalReports told) {
        return lines(new Plain(asked, told));
    }

    /** This line, whichever municipality it is wanted to. */
    static MunicipalLines lines(MunicipalLine line) {
        return new MunicipalLines(null, null, null) {
            @Override
            MunicipalLine here() {
                return line;
            }
        };
    }

    private record Plain(MunicipalApi api, MunicipalReports reports) implements MunicipalLine {

        @Override
        public <T> T guarded(MunicipalClient.Question question, Supplier<T> asking) {
            return asking.get();
        }

        @Override
        public boolean isPausing(MunicipalClient.Question question) {
            return false;
        }

        @Override
        public <T> T telling(Supplier<T> telling) {
            return telling.get();
        }
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
