package nl.opkoers.municipality;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nl.opkoers.municipality.contract.Events;

/**
 * Asks the municipality for which this is done. A call waits a second at most for a connection and a second for the answer, it is
 * tried once more, and after a run of failures nobody of that municipality is made to wait for a while. Only
 * {@link MunicipalityUnreachable} counts as a failure: a 404 is an answer.
 */
@ApplicationScoped
@Measured
public class MunicipalClient {

    /** What can be asked for: that one keeps failing says nothing of another. */
    public enum Question {
        PERSON, DOSSIER, AGENDA, CASELOAD, MUNICIPALITY, PROVIDERS, PRACTICE_PLACES, EVENTS
    }

    private static final int UNCHANGED = 304;
    private static final int ABSENT = 404;
    /** What the contract answers with; a 404 in another shape is of a gateway, and says nothing about a person. */
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private final MunicipalLines lines;
    private final Contract contract;

    MunicipalClient(MunicipalLines lines, Contract contract) {
        this.lines = lines;
        this.contract = contract;
    }

    /** The participant's opaque id; empty when the municipality does not know this person. */
    public Optional<String> find(Identifier identifier) {
        return guarded(Question.PERSON, api -> {
            Reply reply = reply(() -> api.find(identifier));
            return reply instanceof Reply.Found found ? Optional.of(id(contract.read(found.body(), FoundParticipant.class)))
                    : Optional.<String>empty();
        });
    }

    private static String id(FoundParticipant found) {
        if (found.id() == null || found.id().isBlank()) {
            throw new MunicipalityUnreachable("found without an id");
        }
        return found.id();
    }

    /** A dossier, unless the one known by its tag still holds. */
    public Reply dossier(String participant, String knownEtag) {
        return ask(Question.DOSSIER, api -> api.dossier(participant, knownEtag), whose -> isAbout(whose.id(), participant));
    }

    /**
     * What a participant has at fixed times, unless what is known by its tag still holds.
     *
     * @param from  the first day
     * @param until the day after the last one
     */
    public Reply agenda(String participant, LocalDate from, LocalDate until, String knownEtag) {
        return ask(Question.AGENDA, api -> api.agenda(participant, from, until, knownEtag));
    }

    /** For whom an employee is there, unless what is known by its tag still holds. */
    public Reply caseload(String employee, String knownEtag) {
        return ask(Question.CASELOAD, api -> api.caseload(employee, knownEtag), whose -> isAbout(whose.employee(), employee));
    }

    /** The municipality's own particulars, unless those known by their tag still hold. */
    public Reply municipality(String knownEtag) {
        return ask(Question.MUNICIPALITY, api -> api.municipality(knownEtag));
    }

    /** The schools with their courses, unless those known by their tag still hold. */
    public Reply providers(String knownEtag) {
        return ask(Question.PROVIDERS, api -> api.providers(knownEtag));
    }

    /** The places to practise Dutch, unless those known by their tag still hold. */
    public Reply practicePlaces(String knownEtag) {
        return ask(Question.PRACTICE_PLACES, api -> api.practicePlaces(knownEtag));
    }

    /**
     * A page of what happened, after this number.
     *
     * @param limit the most events that it may hold, 500 at most
     * @throws MunicipalityUnreachable when the municipality has no feed, too
     */
    public Events events(long after, int limit) {
        return guarded(Question.EVENTS, api -> {
            if (reply(() -> api.events(after, limit)) instanceof Reply.Found found) {
                return contract.events(found.body());
            }
            throw new MunicipalityUnreachable("no feed of events");
        });
    }

    private Reply ask(Question question, Function<MunicipalApi, Response> call) {
        return guarded(question, api -> reply(() -> call.apply(api)));
    }

    /** As {@link #ask(Question, Function)}. What is about somebody else, by a mistake of a cache in between, is shown to nobody. */
    private Reply ask(Question question, Function<MunicipalApi, Response> call, Predicate<Whose> right) {
        return guarded(question, api -> {
            Reply reply = reply(() -> call.apply(api));
            if (reply instanceof Reply.Found found && !right.test(contract.read(found.body(), Whose.class))) {
                throw new MunicipalityUnreachable("an answer about somebody else");
            }
            return reply;
        });
    }

    private static boolean isAbout(String said, String asked) {
        return said == null || said.equals(asked);
    }

    private <T> T guarded(Question question, Function<MunicipalApi, T> work) {
        MunicipalLine line = lines.here();
        return line.guarded(question, () -> work.apply(line.api()));
    }

    private static Reply reply(Supplier<Response> call) {
        try (Response response = call.get()) {
            return understand(response);
        } catch (MunicipalityUnreachable unreadable) {
            throw unreadable;
        } catch (RuntimeException failure) {
            // Whatever it is: a kept connection that is closed as the question goes out fails otherwise than one that cannot be made.
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

    /** Whom an answer says that it is about; {@code null} where it does not say. */
    record Whose(@JsonProperty("id") String id, @JsonProperty("medewerkerId") String employee) {
    }

    /** The answer of the look-up. */
    record FoundParticipant(@JsonProperty("id") String id) {
    }
}
