package nl.opkoers.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Opening(UUID id, Instant at, Topic topic, boolean urgent, boolean confidential, String language, boolean interpreter,
        String helper, Gender gender, CallBack call, HelpRequest.Attachment attachment, Begun begun) {

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
        Objects.requireNonNull(topic);
        Objects.requireNonNull(language);
        gender = gender == null ? Gender.ANY : gender;
    }

    /** One that the person begins. */
    public Opening(UUID id, Instant at, Topic topic, boolean urgent, boolean confidential, String language, boolean interpreter,
            String helper, Gender gender, CallBack call, HelpRequest.Attachment attachment) {
        this(id, at, topic, urgent, confidential, language, interpreter, helper, gender, call, attachment, null);
    }
}
