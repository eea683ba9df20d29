package nl.opkoers.hours;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;
import nl.opkoers.municipality.Refusal;

/** What happened to an entry. Acts are only ever added; kept as JSON, in which {@code act} tells which one it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Act.Saved.class, name = "saved"),
    @JsonSubTypes.Type(value = Act.Sent.class, name = "sent"),
    @JsonSubTypes.Type(value = Act.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Act.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Act.Asked.class, name = "asked"),
    @JsonSubTypes.Type(value = Act.Undone.class, name = "undone"),
    @JsonSubTypes.Type(value = Act.Withdrawn.class, name = "withdrawn"),
    @JsonSubTypes.Type(value = Act.Returned.class, name = "returned")})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Act {

    /** Chosen once for what is done: the same id again is the same act again. */
    UUID id();

    /** When it was received here. */
    Instant at();

    /** What the person wrote, as something to send later. Its id is not the entry's. */
    record Saved(UUID id, Instant at, Written written) implements Act {
    }

    /**
     * The person sent it to their coach: for the first time, or again with something corrected; the old stays in the history.
     * Sent for the first time it has the id of the entry, so that it cannot take the place of a correction that overtook it.
     */
    record Sent(UUID id, Instant at, Written written) implements Act {
    }

    /** What a coach decided about an entry as they saw it. */
    sealed interface Judgement extends Act {

        /** The opaque id of who judged. */
        String by();

        /** The name of who judged. */
        String byName();

        /** The {@link Entry#version} that they saw: a judgement about an earlier one does not hold. */
        int seen();
    }

    /** It counts. */
    record Accepted(UUID id, Instant at, String by, String byName, int seen) implements Judgement {
    }

    /** @param note in the coach's own words, in Dutch, at most 500 characters; {@code null} when there are none */
    record Refused(UUID id, Instant at, String by, String byName, int seen, Reason reason, String note) implements Judgement {
    }

    /** @param note in the coach's own words, in Dutch, at most 500 characters; {@code null} when there are none */
    record Asked(UUID id, Instant at, String by, String byName, int seen, Reason reason, String note) implements Judgement {
    }

    /** @param judgement the id of the last judgement, which is taken back */
    record Undone(UUID id, Instant at, String by, String byName, UUID judgement) implements Act {
    }

    /** The person took it back. */
    record Withdrawn(UUID id, Instant at) implements Act {
    }

    /**
     * The municipality did not take hours that were accepted here: a question to the coach.
     *
     * @param judgement the id of the acceptance that it was told of
     */
    record Returned(UUID id, Instant at, UUID judgement, Refusal refusal) implements Act {
    }
}
