package nl.opkoers.municipality;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the portal asks of the municipality, as long as somebody wants to know. */
@Provider
@Priority(Integer.MAX_VALUE)
public class CallsMade implements ClientRequestFilter {

    private static volatile List<Call> made;

    /** @param body {@code null} when none was sent */
    public record Call(String method, String address, String headers, Object body) {
    }

    /** From now on. */
    public static List<Call> from() {
        made = new CopyOnWriteArrayList<>();
        return made;
    }

    /** Not any more. */
    public static void enough() {
        made = null;
    }

    @Override
    public void filter(ClientRequestContext asked) {
        List<Call> calls = made;
        if (calls != null) {
            calls.add(new Call(asked.getMethod(), asked.getUri().toString(), asked.getStringHeaders().toString(), asked.getEntity()));
        }
    }
}
