package nl.opkoers.served;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a municipality says in words of its own: some texts about how things are done there, each in every language that it offers.
 * No rule, no promise and no text about privacy is among them: those say what the portal does.
 *
 * @param texts by name and tag of the language, {@code welcome_lead.nl}
 */
public record OwnTexts(Map<String, String> texts) {

    /** Of the messages of every page, those that a municipality can say otherwise. */
    public static final Set<String> NAMES = Set.of("welcome_title", "welcome_lead", "welcome_people", "sign_in_staff", "forbidden_text",
            "unknown_text", "unknown_call", "too_weak_text", "too_weak_help", "unknown_staff_text");
    static final OwnTexts NONE = new OwnTexts(Map.of());

    private static final int LONGEST = 400;

    public OwnTexts {
        texts = Map.copyOf(texts);
    }

    /**
     * @param content   properties: {@code welcome_lead.nl = text}
     * @param languages that the municipality offers, by tag
     * @throws IllegalArgumentException when a name is none of {@link #NAMES}, a text is missing in one of the languages or too long
     */
    static OwnTexts of(String content, Set<String> languages) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(content));
        } catch (IOException | IllegalArgumentException garbled) {
            throw new IllegalArgumentException("texts cannot be read", garbled);
        }
        Map<String, String> texts = new HashMap<>();
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        for (String name : NAMES) {
            for (String language : languages) {
                String key = key(name, language);
                unknown.remove(key);
                Optional.ofNullable(properties.getProperty(key)).map(String::strip).ifPresent(text -> texts.put(key, text));
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("texts has what cannot be said otherwise, or not in that language: " + String.join(", ", unknown));
        }
        refuseGaps(texts, languages);
        return new OwnTexts(texts);
    }

    private static void refuseGaps(Map<String, String> texts, Set<String> languages) {
        Set<String> missing = new TreeSet<>();
        NAMES.stream().filter(name -> languages.stream().anyMatch(language -> texts.containsKey(key(name, language))))
                .forEach(name -> languages.stream().map(language -> key(name, language))
                        .filter(key -> texts.getOrDefault(key, "").isEmpty() || texts.get(key).length() > LONGEST).forEach(missing::add));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("texts is empty or longer than " + LONGEST + " characters for " + String.join(", ", missing));
        }
    }

    /** The municipality's own text; empty where it says what the portal says. */
    public Optional<String> of(String name, String language) {
        return Optional.ofNullable(texts.get(key(name, language)));
    }

    private static String key(String name, String language) {
        return name + "." + language;
    }
}
