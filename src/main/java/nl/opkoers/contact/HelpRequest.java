package nl.opkoers.contact;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.opkoers.language.Language;

/**
 * A question for help, without a word of the person's own.
 *
 * @param id          made with the form, so that two taps are one
 * @param language    the language to speak
 * @param interpreter whether somebody is to translate from it; not between Dutch and Dutch
 * @param confidential whether only who answers may read it
 * @param attachment  what the helper may see; {@code null} when nothing goes along
 */
public record HelpRequest(UUID id, Topic topic, Language language, boolean interpreter, boolean confidential, Attachment attachment) {

    /**
     * What goes along. It is kept here, and never sent to the municipality.
     *
     * @param address where it can be seen: a path of this portal, with its query
     * @param content what stood there then, by name, such as {@code total: 6600-12000}
     */
    public record Attachment(String address, Map<String, String> content) {

        public Attachment {
            if (!address.startsWith("/") || address.startsWith("//")) {
                throw new IllegalArgumentException("Not an address of this portal");
            }
            content = Map.copyOf(content);
        }
    }

    public HelpRequest {
        Objects.requireNonNull(id);
        Objects.requireNonNull(topic);
        Objects.requireNonNull(language);
    }
}
