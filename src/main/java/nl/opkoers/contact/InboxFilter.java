package nl.opkoers.contact;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.opkoers.language.Language;
import nl.opkoers.page.Typed;

/**
 * Which conversations a coach wants to see. What is not understood filters nothing.
 *
 * @param topic    {@code null} for all
 * @param language the language to speak; {@code null} for all
 * @param late     whether only those that are overdue
 * @param page     from 1
 */
public record InboxFilter(Which which, Topic topic, Language language, boolean late, int page) {

    /** The parts of an inbox. */
    public enum Which {
        /** Somebody waits for an answer. */
        WAITING,
        /** Somebody was asked something. */
        ASKED,
        /** It is open, and nobody waits. */
        OPEN
    }

    static final String WHICH = "show";
    static final String TOPIC = "topic";
    static final String LANGUAGE = "language";
    static final String LATE = "late";
    static final String PAGE = "page";

    private static final String YES = "yes";

    /** All that waits. */
    static InboxFilter waiting() {
        return new InboxFilter(Which.WAITING, null, null, false, 1);
    }

    /** What an address asks for. */
    static InboxFilter of(MultivaluedMap<String, String> asked) {
        return new InboxFilter(
                Typed.one(Which.values(), asked.getFirst(WHICH)).orElse(Which.WAITING),
                Typed.one(Topic.values(), asked.getFirst(TOPIC)).orElse(null),
                Optional.ofNullable(asked.getFirst(LANGUAGE)).flatMap(Language::ofTag).orElse(null),
                YES.equals(asked.getFirst(LATE)), Typed.page(asked.getFirst(PAGE)));
    }

    boolean takes(InboxLine line) {
        Opening opening = line.getOpening();
        return (topic == null || opening.topic() == topic) && (language == null || language.tag().equals(opening.language()))
                && (!late || line.isLate());
    }

    /** Whether it leaves anything out. */
    public boolean isFiltering() {
        return topic != null || language != null || late;
    }

    /** What can be asked for. */
    public List<Which> getAll() {
        return List.of(Which.values());
    }

    public List<Topic> getTopics() {
        return List.of(Topic.values());
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    /** The address of another page of the same. */
    public String address(int other) {
        return ConversationsPage.PATH + "?" + WHICH + "=" + which.name().toLowerCase(Locale.ROOT)
                + (topic == null ? "" : "&" + TOPIC + "=" + topic.name().toLowerCase(Locale.ROOT))
                + (language == null ? "" : "&" + LANGUAGE + "=" + language.tag())
                + (late ? "&" + LATE + "=" + YES : "") + "&" + PAGE + "=" + other;
    }
}
