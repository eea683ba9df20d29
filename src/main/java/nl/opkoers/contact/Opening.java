package nl.opkoers.contact;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import nl.opkoers.municipality.contract.Contacts;

/**
 * How a conversation began, which stays as it is.
 *
 * @param id          made with the form, so that two taps are one
 * @param urgent      whether it cannot wait long, as the person sees it
 * @param confidential whether only who answers may read it: nobody reads along, no machine translates it
 * @param language    BCP 47 tag of the language to speak
 * @param interpreter whether somebody is to translate from that language
 * @param helper      the role of whom to ask, as the municipality's code; {@code null} for whoever helps with the plan
 * @param gender      whom one would rather speak with
 * @param call        when to call back; {@code null} when an answer in writing will do
 * @param attachment  what the helper may see of the portal; {@code null} when nothing goes along
 * @param begun       who of the municipality began it; {@code null} when the person did
 * @param nearer      the topic again, when older versions do not know it: what they read is {@code OTHER}; {@code null} otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Opening(UUID id, Instant at, @JsonSerialize(converter = Older.class) Topic topic, boolean urgent, boolean confidential,
        String language, boolean interpreter, String helper, Gender gender, CallBack call, HelpRequest.Attachment attachment, Begun begun,
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL) Topic nearer) {

    /** Whom somebody would rather speak with. */
    public enum Gender { WOMAN, MAN, ANY }

    /** When somebody can be called. */
    public enum CallBack { MORNING, AFTERNOON, ANYTIME }

    /**
     * Who of the municipality had something to tell or to ask.
     *
     * @param by     the opaque id of the employee
     * @param byName their name, as it was then
     * @param role   what they were to the person, as the municipality's code; {@code null} when that was not told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Begun(String by, String byName, String role) {

        /** The role, as far as it is one of the contract. */
        public Contacts.Role known() {
            return Contacts.Role.ofCode(role);
        }
    }

    public Opening {
        Objects.requireNonNull(id);
        Objects.requireNonNull(at);
        topic = Objects.requireNonNull(nearer == null ? topic : nearer);
        nearer = topic == topic.older() ? null : topic;
        Objects.requireNonNull(language);
        gender = gender == null ? Gender.ANY : gender;
    }

    /** One that the person begins. */
    public Opening(UUID id, Instant at, Topic topic, boolean urgent, boolean confidential, String language, boolean interpreter,
            String helper, Gender gender, CallBack call, HelpRequest.Attachment attachment) {
        this(id, at, topic, urgent, confidential, language, interpreter, helper, gender, call, attachment, null, null);
    }

    /** One that somebody of the municipality begins. What is nobody's business is that whoever begins it. */
    Opening(UUID id, Instant at, Topic topic, String language, Begun begun) {
        this(id, at, topic, false, topic.isSensitive(), language, false, null, null, null, null, begun, null);
    }

    /** The same with another id, or of another moment. */
    Opening as(UUID id, Instant at) {
        return new Opening(id, at, topic, urgent, confidential, language, interpreter, helper, gender, call, attachment, begun, nearer);
    }

    /** What the municipality's register says it is about, in Dutch: of what is private no more than that somebody asked for help. */
    String about() {
        return confidential ? Topic.SENSITIVE : topic.about();
    }

    /** While a new version comes up, nodes of the one before read what it kept; so they do when it has to be taken back. */
    static final class Older extends StdConverter<Topic, Topic> {
        @Override
        public Topic convert(Topic topic) {
            return topic.older();
        }
    }
}
