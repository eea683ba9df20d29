package nl.opkoers.municipality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.opkoers.demo.municipality.Agreement;

/**
 * Holds every call that the portal makes in any test, and the reference municipality's answer to it, against the contract;
 * the test in which one does not agree fails. What a municipality that was told to go wrong says is left alone, and so is
 * a stand-in, which does not say which version of the contract it follows.
 */
@Provider
public class EveryCallAgrees implements ClientResponseFilter, QuarkusTestAfterEachCallback {

    private static final Queue<String> DISAGREEMENTS = new ConcurrentLinkedQueue<>();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void filter(ClientRequestContext asked, ClientResponseContext answer) throws IOException {
        // Where no answer came there are no headers either.
        if (answer.getHeaders() == null || answer.getHeaderString("API-Version") == null) {
            return;
        }
        if (!String.valueOf(asked.getHeaderString(TraceContext.HEADER)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")) {
            DISAGREEMENTS.add(asked.getMethod() + " " + asked.getUri().getPath() + " does not say for which request it is");
        }
        String body = answer.hasEntity() ? read(answer) : null;
        if (body != null && spoilt(body)) {
            return;
        }
        try {
            Agreement.check(asked.getMethod(), asked.getUri(), asked.getStringHeaders(), sent(asked),
                    answer.getStatus(), answer.getHeaders(), body);
        } catch (AssertionError disagreement) {
            DISAGREEMENTS.add(disagreement.getMessage());
        }
    }

    /** What the municipality said in this test until now was meant to be wrong. */
    public static void forget() {
        DISAGREEMENTS.clear();
    }

    private static String read(ClientResponseContext answer) throws IOException {
        byte[] bytes = answer.getEntityStream().readAllBytes();
        answer.setEntityStream(new ByteArrayInputStream(bytes));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String sent(ClientRequestContext asked) throws JsonProcessingException {
        Object entity = asked.getEntity();
        return entity == null || entity instanceof String ? (String) entity : JSON.writeValueAsString(entity);
    }

    private static boolean spoilt(String body) {
        try {
            return JSON.readTree(body).path("id").isNumber();
        } catch (JsonProcessingException truncated) {
            return true;
        }
    }

    @Override
    public void afterEach(QuarkusTestMethodContext test) {
        List<String> found = new ArrayList<>();
        for (String one = DISAGREEMENTS.poll(); one != null; one = DISAGREEMENTS.poll()) {
            found.add(one);
        }
        if (!found.isEmpty()) {
            throw new AssertionError("not as the contract says: " + String.join(System.lineSeparator(), found));
        }
    }
}
