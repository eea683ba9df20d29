package nl.opkoers.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What was said or done in a conversation. Turns are only ever added; kept as JSON, in which {@code turn} tells which one it
 * is. Whatever changes who answers is a turn too, so that both sides see it with its date.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "turn")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Turn.Said.class, name = "said"),
    @JsonSubTypes.Type(value = Turn.NotUnderstood.class, name = "not-understood"),
    @JsonSubTypes.Type(value = Turn.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Turn.Referred.class, name = "referred"),
    @JsonSubTypes.Type(value = Turn.HandedOver.class, name = "handed-over"),
    @JsonSubTypes.Type(value = Turn.TakenOver.class, name = "taken-over"),
    @JsonSubTypes.Type(value = Turn.Closed.class, name = "closed")})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Turn {

    /** More letters than anybody wants to read at once. */
    int LONGEST_TEXT = 4_000;
    /** The longest note that goes along with a step. */
    int LONGEST_NOTE = 500;

    /** Made where it was written: the same id again is the same turn again. */
    UUID id();

    /** When it was received here. */
    Instant at();

    /** What the person does, which somebody has to answer. */
    sealed interface OfPerson extends Turn {

        /** Before which day an answer was promised then; {@code null} when nothing was. */
        LocalDate answerBefore();
    }

    /**
     * The person says something.
     *
     * @param language BCP 47 tag of what it is written in, as far as that is known
     * @param text     {@code null} when there are only files, or nothing but the topic
     * @param files    ids of pictures and documents
     */
    record Said(UUID id, Instant at, String language, String text, List<UUID> files, LocalDate answerBefore)
            implements OfPerson {

        public Said {
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    /** The person asks for simpler words. @param turn the id of what they did not understand */
    record NotUnderstood(UUID id, Instant at, @JsonProperty("about") UUID turn, LocalDate answerBefore) implements OfPerson {
    }

    /** What somebody who works for the municipality does. */
    sealed interface OfStaff extends Turn {

        /** The opaque id of who did it. */
        String by();

        /** The name of who did it. */
        String byName();
    }

    /**
     * An answer: a standard sentence, own words, or both.
     *
     * @param language     BCP 47 tag of the own words
     * @param asksBack     whether the person is now the one to answer
     * @param answerBefore before which day the rest follows; {@code null} when this is the answer
     */
    record Answered(UUID id, Instant at, String by, String byName, String language, String text, Phrase phrase,
            List<UUID> files, boolean asksBack, LocalDate answerBefore) implements OfStaff {

        public Answered {
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    /**
     * Somebody else will answer, or is the one to ask.
     *
     * @param to     the employee who answers from now on; {@code null} when it is somebody outside the municipality
     * @param toName whom the person sees
     * @param note   in Dutch; {@code null} when there is none
     * @param on     when it is looked at whether this led anywhere
     */
    record Referred(UUID id, Instant at, String by, String byName, String to, String toName, String note, LocalDate on)
            implements OfStaff {
    }

    /** A colleague takes it over, with whatever is still to be answered. @param note in Dutch, which the person sees too */
    record HandedOver(UUID id, Instant at, String by, String byName, String to, String toName, String note)
            implements OfStaff {
    }

    /** The person has another contact at the municipality, who answers from now on. @param fromName null when not known */
    record TakenOver(UUID id, Instant at, String fromName, String toName) implements Turn {
    }

    /** It is dealt with. @param note in Dutch, which the person sees too; {@code null} when there is none */
    record Closed(UUID id, Instant at, String by, String byName, Closing reason, String note) implements OfStaff {
    }
}
