package nl.opkoers.contact;

import java.util.Map;

/**
 * A question that somebody began to ask and keeps for later.
 *
 * @param name  under which it is kept
 * @param typed what is in its form, by the name of the field
 */
public record KeptQuestion(String name, Topic topic, Map<String, String> typed) {

    /** Where one goes on with it. */
    public String address() {
        return "/help/ask?" + Drafts.DRAFT + "=" + name;
    }
}
