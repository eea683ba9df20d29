package nl.opkoers.contact;

import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.file.LetterField;
import nl.opkoers.language.Language;
import nl.opkoers.page.Typed;

/**
 * The form in which somebody asks for help.
 *
 * @param how      in which language, and whether somebody is to translate
 * @param typed    what is in it, by name
 * @param mistakes what is wrong with it; nothing when it was not looked at yet
 */
record AskForm(Topic topic, HelpForm how, Map<String, String> typed, LetterField letter, Set<Mistake> mistakes) {

    static final String TOPIC = "topic";
    static final String WORDS = "words";
    private static final String URGENT = "urgent";
    private static final String PRIVATE = "private";
    private static final String HELPER = "helper";
    private static final String GENDER = "gender";
    private static final String CALL = "call";
    private static final String YES = "yes";
    /** What is chosen in it besides the words and what goes along with them. */
    private static final List<String> CHOSEN = List.of(TOPIC, URGENT, PRIVATE, "language", "interpreter", HELPER, GENDER, CALL);
    /** The longest code of a role that any municipality has. */
    private static final int LONGEST_ROLE = 80;

    /** What can be wrong. */
    enum Mistake { LONG, INTERPRETER, FILE }

    /** Nothing filled in yet. What is nobody's business is private unless the person says otherwise. */
    static AskForm empty(Topic topic, Language language) {
        return new AskForm(topic, HelpForm.empty(language), topic.isSensitive() ? Map.of(PRIVATE, YES) : Map.of(),
                LetterField.empty(), Set.of());
    }

    /**
     * What was sent.
     *
     * @throws BadRequestException when it was not made by our form
     */
    static AskForm of(Map<String, String> typed, LetterField letter) {
        Topic topic = topic(typed.get(TOPIC)).orElseThrow(BadRequestException::new);
        return new AskForm(topic, HelpForm.of(typed), Map.copyOf(typed), letter, Set.of());
    }

    /** One that was kept, to go on with. Its language may have been left out. */
    static AskForm ofKept(KeptQuestion kept, LetterField letter, Language language) {
        Map<String, String> typed = new HashMap<>(kept.typed());
        typed.put(Drafts.DRAFT, kept.name());
        HelpForm empty = HelpForm.empty(Language.ofTag(typed.get("language")).orElse(language));
        typed.put("id", empty.id().toString());
        typed.put("language", empty.language().tag());
        return of(typed, letter);
    }

    /** The topic of this name, in whichever case. */
    static Optional<Topic> topic(String name) {
        return Typed.one(Topic.values(), name);
    }

    /** The same form with everything that is wrong with it. */
    AskForm checked() {
        EnumSet<Mistake> found = EnumSet.noneOf(Mistake.class);
        if (own().isTooLong()) {
            found.add(Mistake.LONG);
        }
        if (how.isMistaken()) {
            found.add(Mistake.INTERPRETER);
        }
        if (letter.wrong() != null) {
            found.add(Mistake.FILE);
        }
        return new AskForm(topic, how, typed, letter, found);
    }

    /** What stands in a field. */
    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    public boolean wrong(String mistake) {
        return mistakes.stream().anyMatch(found -> found.name().equals(mistake));
    }

    /** How many letters were typed. */
    public int getLength() {
        return own().length();
    }

    /** Whether more than the simplest questions were answered, so that they have to be in sight. */
    public boolean isMoreOpen() {
        return Stream.of(HELPER, GENDER, CALL).anyMatch(field -> !value(field).isEmpty());
    }

    OwnWords own() {
        return OwnWords.of(typed.get(WORDS));
    }

    /**
     * The question that it asks. The same form with another choice in it, by the way back, is another question: in the first one it
     * would be lost that this is private, or cannot wait long.
     *
     * @param before how the question began that this form asked before; {@code null} when it asked none
     */
    Opening opening(Instant now, Opening before) {
        Opening opening = opening(now);
        return before == null || before.equals(opening.as(before.id(), before.at())) ? opening : opening.as(otherId(), now);
    }

    private UUID otherId() {
        String chosen = CHOSEN.stream().map(field -> field + "=" + value(field)).collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes((how.id() + "\n" + chosen).getBytes(StandardCharsets.UTF_8));
    }

    private Opening opening(Instant now) {
        return new Opening(how.id(), now, topic, typed.containsKey(URGENT), typed.containsKey(PRIVATE), how.language().tag(),
                how.interpreter(), role(), constant(Opening.Gender.class, GENDER), constant(Opening.CallBack.class, CALL), null);
    }

    List<UUID> files() {
        return letter.kept() == null ? List.of() : List.of(letter.kept());
    }

    private String role() {
        String role = value(HELPER).strip();
        return role.isEmpty() || role.length() > LONGEST_ROLE ? null : role;
    }

    private <E extends Enum<E>> E constant(Class<E> type, String field) {
        return Typed.one(type.getEnumConstants(), value(field)).orElse(null);
    }
}
