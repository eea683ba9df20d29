package nl.opkoers.municipality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Tells the municipality for which this is done one thing, once. After a run of calls that found nobody there, nothing is tried for a while;
 * that it fails on one thing says nothing about the next.
 */
@ApplicationScoped
@Measured
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final int FAILED = 500;
    /** Too many requests, and the three by which a gateway says that there is nobody behind it. */
    private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    /** Request timeout and too early (RFC 9110 section 15.5.9, RFC 8470) say nothing about what was sent. */
    private static final Set<Integer> LATER = Set.of(408, 425);
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");
    /** What a problem is called that does not say: RFC 9457 section 4.2.1. */
    private static final String NAMELESS = "about:blank";

    private final MunicipalLines lines;
    private final Contract contract;
    private final Clock clock;
    private final OncePerMinute tokenRefused;

    Courier(MunicipalLines lines, Contract contract, Clock clock) {
        this.lines = lines;
        this.contract = contract;
        this.clock = clock;
        this.tokenRefused = new OncePerMinute(clock);
    }

    /**
     * What the municipality says to it.
     *
     * @throws MunicipalityAway when there is nobody to take anything
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException when that was so too often
     */
    Answer tell(OutboxRow row) {
        MunicipalLine line = lines.here();
        return line.telling(() -> tell(row, line.reports()));
    }

    private Answer tell(OutboxRow row, MunicipalReports api) {
        try (Response response = TraceContext.under(row.trace, () ->
                row.kind.call().send(api, row.key.id(), row.key.participant(), row.subject, row.body))) {
            return understand(row.kind, response);
        } catch (MunicipalityAway away) {
            throw away;
        } catch (RuntimeException failure) {
            // Whatever it is, also that there is no token to be had: nothing was heard.
            throw new MunicipalityAway("no answer", failure);
        }
    }

    private Answer understand(Outgoing.Kind kind, Response response) {
        int status = response.getStatus();
        Optional<Instant> notBefore = RetryAfter.read(response.getHeaderString(HttpHeaders.RETRY_AFTER), clock.instant());
        if (AWAY.contains(status)) {
            throw new MunicipalityAway("status " + status, notBefore);
        }
        if (isTokenRefused(response)) {
            tokenRefused.run(() -> LOG.errorf("The municipality refuses our access token: status %d", status));
            return new Answer.NotNow(notBefore);
        }
        if (LATER.contains(status)) {
            return new Answer.NotNow(notBefore);
        }
        return decision(kind, response).orElseGet(() -> status == FAILED ? new Answer.Failed(notBefore)
                : new Answer.Unclear("status " + status + ", " + response.getMediaType(), notBefore));
    }

    /** A page that forbids is of a filter in between, which may mind the words of one message. */
    private static boolean isTokenRefused(Response response) {
        MediaType type = response.getMediaType();
        return response.getStatus() == UNAUTHORIZED || response.getStatus() == FORBIDDEN
                && (type == null || PROBLEM.isCompatible(type) || MediaType.APPLICATION_JSON_TYPE.isCompatible(type));
    }

    /** What the municipality itself decided. An answer that cannot be read may be of something in between. */
    private Optional<Answer> decision(Outgoing.Kind kind, Response response) {
        return switch (response.getStatusInfo().getFamily()) {
            case SUCCESSFUL -> json(response, MediaType.APPLICATION_JSON_TYPE).flatMap(accepted -> accepted(kind, accepted));
            case CLIENT_ERROR -> json(response, PROBLEM).map(problem -> new Answer.Rejected(refusal(problem)));
            default -> Optional.empty();
        };
    }

    /** An answer that lacks the id by which it can be corrected later is asked for again: the key lets nothing happen twice. */
    private static Optional<Answer> accepted(Outgoing.Kind kind, ObjectNode accepted) {
        if (kind.gives() == null) {
            return Optional.of(new Answer.Accepted(null));
        }
        String given = accepted.path(kind.gives()).asText("");
        return given.isBlank() ? Optional.empty() : Optional.of(new Answer.Accepted(given));
    }

    private Optional<ObjectNode> json(Response response, MediaType type) {
        if (response.getMediaType() == null || !type.isCompatible(response.getMediaType())) {
            return Optional.empty();
        }
        try {
            return Optional.of(contract.read(response.readEntity(String.class), ObjectNode.class));
        } catch (MunicipalityUnreachable unreadable) {
            return Optional.empty();
        }
    }

    private static Refusal refusal(ObjectNode problem) {
        List<String> codes = StreamSupport.stream(problem.path("fouten").spliterator(), false)
                .map(mistake -> mistake.path("code")).filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
        return new Refusal(problem.path("type").asText(NAMELESS), codes);
    }
}
