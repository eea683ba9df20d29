package nl.opkoers.municipality;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import nl.opkoers.municipality.contract.Events;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks the municipality. A call waits a second at most for a connection and a second for the answer, it is
 * tried once more, and
 * after a run of failures nobody is made to wait for a while. Only {@link MunicipalityUnreachable} counts as a failure:
 * a 404 is an answer.
 */
@ApplicationScoped
public class MunicipalClient {

    /** The circuit breaker of {@link #dossier}: open while dossiers are not asked for, because that keeps failing. */
    public static final String DOSSIER = "municipality-dossier";
    /** The circuit breaker of {@link #agenda}, as that of dossiers. */
    public static final String AGENDA = "municipality-agenda";

    private static final int UNCHANGED = 304;
    private static final int ABSENT = 404;
    /** What the contract answers with; a 404 in another shape is of a gateway, and says nothing about a person. */
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private final MunicipalApi api;
    private final Contract contract;

    MunicipalClient(@RestClient MunicipalApi api, Contract contract) {
        this.api = api;
        this.contract = contract;
    }

    /** The participant's opaque id; empty when the municipality does not know this person. */
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, failOn = MunicipalityUnreachable.class)
    @Retry(maxRetries = 1, delay = 50, retryOn = MunicipalityUnreachable.class)
    public Optional<String> find(Identifier identifier) {
        Reply reply = ask(() -> api.find(identifier));
        return reply instanceof Reply.Found found
                ? Optional.of(id(contract.read(found.body(), FoundParticipant.class)))
                : Optional.empty();
    }

    private static String id(FoundParticipant found) {
        if (found.id() == null || found.id().isBlank()) {
            throw new MunicipalityUnreachable("found without an id");
        }
        return found.id();
    }

    /** A dossier, unless the one known by its tag still holds. */
    @CircuitBreakerName(DOSSIER)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, failOn = MunicipalityUnreachable.class)
    @Retry(maxRetries = 1, delay = 50, retryOn = MunicipalityUnreachable.class)
    public Reply dossier(String participant, String knownEtag) {
        return ask(() -> api.dossier(participant, knownEtag));
    }

    /**
     * What a participant has at fixed times, unless what is known by its tag still holds.
     *
     * @param from  the first day
     * @param until the day after the last one
     */
    @CircuitBreakerName(AGENDA)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, failOn = MunicipalityUnreachable.class)
    @Retry(maxRetries = 1, delay = 50, retryOn = MunicipalityUnreachable.class)
    public Reply agenda(String participant, LocalDate from, LocalDate until, String knownEtag) {
        return ask(() -> api.agenda(participant, from, until, knownEtag));
    }

    /** For whom an employee is there, unless what is known by its tag still holds. */
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, failOn = MunicipalityUnreachable.class)
    @Retry(maxRetries = 1, delay = 50, retryOn = MunicipalityUnreachable.class)
    public Reply caseload(String employee, String knownEtag) {
        return ask(() -> api.caseload(employee, knownEtag));
    }

    /** The municipality's own particulars, unless those known by their tag still hold. */
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, failOn = MunicipalityUnreachable.class)
    @Retry(maxRetries = 1, delay = 50, retryOn = MunicipalityUnreachable.class)
    public Reply municipality(String knownEtag) {
        return ask(() -> api.municipality(knownEtag));
    }

    /** The schools with their courses, unless those known by their tag still hold. */
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, failOn = MunicipalityUnreachable.class)
    @Retry(maxRetries = 1, delay = 50, retryOn = MunicipalityUnreachable.class)
    public Reply providers(String knownEtag) {
        return ask(() -> api.providers(knownEtag));
    }

    /** The places to practise Dutch, unless those known by their tag still hold. */
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, failOn = MunicipalityUnreachable.class)
    @Retry(maxRetries = 1, delay = 50, retryOn = MunicipalityUnreachable.class)
    public Reply practicePlaces(String knownEtag) {
        return ask(() -> api.practicePlaces(knownEtag));
    }

    /**
     * A page of what happened, after this number.
     *
     * @param limit the most events that it may hold, 500 at most
     * @throws MunicipalityUnreachable when the municipality has no feed, too
     */
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, failOn = MunicipalityUnreachable.class)
    @Retry(maxRetries = 1, delay = 50, retryOn = MunicipalityUnreachable.class)
    public Events events(long after, int limit) {
        if (ask(() -> api.events(after, limit)) instanceof Reply.Found found) {
            return contract.read(found.body(), Events.class);
        }
        throw new MunicipalityUnreachable("no feed of events");
    }

    private static Reply ask(Supplier<Response> call) {
        try (Response response = call.get()) {
            return understand(response);
        } catch (WebApplicationException | ProcessingException failure) {
            throw new MunicipalityUnreachable("no answer", failure);
        }
    }

    private static Reply understand(Response response) {
        if (response.getStatus() == UNCHANGED) {
            return new Reply.Unchanged();
        }
        if (response.getStatus() == ABSENT && isProblem(response)) {
            return new Reply.Absent();
        }
        if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            throw new MunicipalityUnreachable("status " + response.getStatus());
        }
        return new Reply.Found(response.readEntity(String.class), response.getHeaderString(HttpHeaders.ETAG));
    }

    private static boolean isProblem(Response response) {
        return response.getMediaType() != null && PROBLEM.isCompatible(response.getMediaType());
    }

    /** The answer of the look-up. */
    record FoundParticipant(@JsonProperty("id") String id) {
    }
}
