package nl.opkoers.contact;

import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.identity.Session;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.contract.Caseload;
import nl.opkoers.page.Ids;

/**
 * The form in which a coach begins a conversation, as it was filled in: what it is about, and further what an answer has.
 *
 * @param words what is told or asked
 * @param seen  whether it was looked at what is wrong with it
 */
public record WriteForm(ActForm words, boolean seen) {

    static final String TOPIC = "topic";

    /** In these words only the person says something, of themselves. */
    private static final EnumSet<Topic> OF_THE_PERSON = EnumSet.of(Topic.TOOMUCH, Topic.FEELING, Topic.DATA);
    private static final List<Topic> TOPICS = List.copyOf(EnumSet.complementOf(OF_THE_PERSON));

    /** Nothing was typed yet. */
    static WriteForm empty() {
        return new WriteForm(ActForm.none(), false);
    }

    /** What was typed, not looked at yet. */
    static WriteForm typed(Map<String, String> typed) {
        return new WriteForm(ActForm.typed(ActForm.Act.ANSWER, first(typed)), false);
    }

    /** The same, for which a standard sentence was chosen just now, or none. */
    static WriteForm chosen(Map<String, String> typed) {
        return new WriteForm(ActForm.chosen(first(typed)), false);
    }

    /** Nobody waits for what was not asked: it cannot be answered later, but for a sentence that promises that. */
    private static Map<String, String> first(Map<String, String> typed) {
        Map<String, String> first = new HashMap<>(typed);
        first.remove(ActForm.BEFORE);
        first.computeIfPresent(ActForm.HOW, (field, how) -> ActForm.How.ASK.name().equals(how) ? how : ActForm.How.ANSWER.name());
        return first;
    }

    /** With what is wrong with it. @param file whether a file goes along */
    WriteForm checked(LocalDate today, boolean file) {
        return new WriteForm(words.checked(today, file), true);
    }

    /** @throws BadRequestException when it has none: one of ours always has */
    private UUID id() {
        return Ids.of(words.value(ActForm.ID)).orElseThrow(BadRequestException::new);
    }

    public boolean isMistaken() {
        return isUntopical() || words.isMistaken();
    }

    /** Whether it does not say what it is about. */
    public boolean isUntopical() {
        return seen && getTopic() == null;
    }

    /** What it is about; {@code null} when that was not chosen. */
    public Topic getTopic() {
        return AskForm.topic(words.value(TOPIC)).filter(TOPICS::contains).orElse(null);
    }

    /** What can be chosen. */
    public List<Topic> getTopics() {
        return TOPICS;
    }

    /** What stands in the fields of an answer. */
    public ActForm getAnswer() {
        return words.getAnswer();
    }

    /** Whether something is asked. */
    public boolean isAsking() {
        return words.how() == ActForm.How.ASK;
    }

    /**
     * The same, of which the conversation is made: sent twice it is one, and whatever was changed in it meanwhile, or sent by another,
     * is a conversation of its own. So nothing comes into one that may be closed to who writes by now, or is about something else.
     *
     * @param file what goes along; {@code null} when nothing does
     */
    WriteForm of(Session me, UUID file) {
        Map<String, String> typed = new HashMap<>(words.typed());
        typed.put(ActForm.ID, UUID.nameUUIDFromBytes(("begun " + me.person() + " " + words.turn(file)).getBytes(StandardCharsets.UTF_8)).toString());
        return typed(typed);
    }

    /** How the conversation begins that it makes. */
    Opening opening(Instant at, Caseload.Member member, Session me) {
        return new Opening(id(), at, getTopic(), reads(member).tag(), new Opening.Begun(me.person(), me.shownName(), member.roleCode()));
    }

    /** The language that the municipality knows somebody reads. */
    static Language reads(Caseload.Member member) {
        return Language.ofTag(member.language()).orElse(Language.NL);
    }
}
