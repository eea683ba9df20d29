package nl.opkoers.contact;

import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.file.PictureField;
import nl.opkoers.identity.PersonMark;
import nl.opkoers.language.Language;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Typed;

/**
 * One of the forms on the page of a conversation, as it was filled in by who answers.
 *
 * @param typed    what was typed, by field
 * @param sentence the standard sentence that was chosen, with its places; {@code null} when none was
 * @param mistakes what is wrong with it, its sentence apart
 */
public record ActForm(Act act, Map<String, String> typed, PhraseForm sentence, List<ActForm.Mistake> mistakes) {

    /** What can be done. */
    public enum Act { ANSWER, REFER, CLOSE, REMIND }

    /** What can be wrong with it. */
    public enum Mistake {
        /** There is nothing in it. */
        EMPTY("text"),
        /** More than 4,000 characters. */
        LONG("text"),
        /** No day, one that is past, or one too far away. */
        DAY("before"),
        /** A day before which it is answered, but not that it is answered later. */
        HOW("how"),
        /** Neither a colleague nor an organisation. */
        NOBODY("to"),
        /** A colleague and an organisation. */
        TWO("to"),
        /** More characters than the name of an organisation may have. */
        NAME("outside"),
        /** More characters than a note may have. */
        NOTE("note"),
        /** No reason. */
        REASON("reason"),
        /** No day on which to look, one that is past, or one too far away. */
        ON("on");

        private final String field;

        Mistake(String field) {
            this.field = field;
        }

        /** The field in which to mend it. */
        public String getField() {
            return field;
        }
    }

    /** What kind of answer it is. */
    public enum How {
        /** It is the answer. */
        ANSWER,
        /** The person is asked something. */
        ASK,
        /** The answer comes before a day. */
        LATER
    }

    /** The list from which a standard sentence is chosen. */
    static final String SENTENCE = "sentence";
    static final String ID = "id";
    static final String SEEN = "seen";
    static final String TEXT = "text";
    static final String LANGUAGE = "language";
    static final String HOW = "how";
    static final String BEFORE = "before";
    static final String TO = "to";
    static final String OUTSIDE = "outside";
    static final String NOTE = "note";
    static final String ON = "on";
    static final String REASON = "reason";

    /** What a form says besides what somebody filled in. */
    private static final Set<String> AROUND = Set.of("csrf-token", PersonMark.FIELD, SEEN, SENTENCE, PictureField.NEXT, PictureField.KEPT);
    private static final int LONGEST_NAME = 100;
    /** Nobody promises, or wants to be reminded, further ahead. */
    private static final Period AHEAD = Period.ofYears(1);

    /** Nothing was typed yet. */
    static ActForm none() {
        return new ActForm(null, Map.of(), null, List.of());
    }

    /** What was typed, not looked at yet. */
    static ActForm typed(Act act, Map<String, String> typed) {
        return new ActForm(act, Map.copyOf(typed), act == Act.ANSWER ? PhraseForm.of(typed).orElse(null) : null, List.of());
    }

    /** Whether the list names another sentence than the form has places for: who chose it has not seen it yet. */
    static boolean isChoosing(Map<String, String> typed) {
        return typed.containsKey(SENTENCE) && !typed.get(SENTENCE).equals(typed.getOrDefault(PhraseForm.PHRASE, ""));
    }

    /** An answer for which a standard sentence was chosen just now, or none; whatever else was typed stays. */
    static ActForm chosen(Map<String, String> typed) {
        Map<String, String> with = new HashMap<>(typed);
        with.put(PhraseForm.PHRASE, typed.getOrDefault(SENTENCE, ""));
        return typed(Act.ANSWER, with);
    }

    /** With what is wrong with it. @param file whether a file goes along */
    ActForm checked(LocalDate today, boolean file) {
        List<Mistake> found = switch (act) {
            case ANSWER -> unless(Map.of(Mistake.EMPTY, text(TEXT) != null || sentence != null || file || how() == How.LATER,
                    Mistake.LONG, Typed.letters(text(TEXT)) <= Turn.LONGEST_TEXT,
                    Mistake.DAY, how() != How.LATER || isAhead(day(BEFORE), today) || isPromise() && value(BEFORE).isBlank(),
                    // The day would be lost, and with it that somebody waits.
                    Mistake.HOW, how() == How.LATER || value(BEFORE).isBlank()));
            case REFER -> unless(Map.of(Mistake.NOBODY, text(TO) != null || text(OUTSIDE) != null,
                    Mistake.TWO, text(TO) == null || text(OUTSIDE) == null,
                    Mistake.NAME, Typed.letters(text(OUTSIDE)) <= LONGEST_NAME,
                    Mistake.NOTE, isNote(),
                    Mistake.ON, value(ON).isBlank() || isAhead(day(ON), today)));
            case CLOSE -> unless(Map.of(Mistake.REASON, reason() != null, Mistake.NOTE, isNote()));
            case REMIND -> unless(Map.of(Mistake.ON, isAhead(day(ON), today), Mistake.NOTE, isNote()));
        };
        return new ActForm(act, typed, sentence == null ? null : sentence.checked(today), found);
    }

    private static List<Mistake> unless(Map<Mistake, Boolean> holds) {
        return Stream.of(Mistake.values()).filter(mistake -> !holds.getOrDefault(mistake, true)).toList();
    }

    public boolean isMistaken() {
        return !mistakes.isEmpty() || sentence != null && sentence.isMistaken();
    }

    /** The form by which one answers. */
    public ActForm getAnswer() {
        return of(Act.ANSWER);
    }

    /** The form by which one sends on. */
    public ActForm getRefer() {
        return of(Act.REFER);
    }

    /** The form by which one closes. */
    public ActForm getClose() {
        return of(Act.CLOSE);
    }

    /** The form by which one wants to be reminded. */
    public ActForm getRemind() {
        return of(Act.REMIND);
    }

    private ActForm of(Act other) {
        return act == other ? this : none();
    }

    /** Whether this is the one that somebody is busy with. */
    public boolean isBusy() {
        return act != null;
    }

    /** What was typed in a field; nothing when nothing was. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return mistakes.stream().anyMatch(mistake -> mistake.field.equals(field));
    }

    /** What the ids of its fields begin with, as a page has more than one form. */
    public String getPrefix() {
        return act == null || act == Act.ANSWER ? "" : act.name().toLowerCase(Locale.ROOT) + "-";
    }

    /** How the standard sentence reads in a language; {@code null} when none was chosen. */
    PhraseText said(Language language) {
        return sentence == null ? null : Phrases.said(sentence.said(), language);
    }

    /** The id of the turn: of what was typed, or a new one. */
    public String getId() {
        return typed.getOrDefault(ID, UUID.randomUUID().toString());
    }

    /**
     * The id of the turn that it makes: the same form with the same in it is the same turn, however often it is sent; with
     * something else in it, by the way back, it is another one, so that nothing is lost.
     *
     * @param file that goes along; {@code null} when none does
     * @throws BadRequestException when the form has no id: one of ours always has
     */
    UUID turn(UUID file) {
        UUID form = Ids.of(typed.get(ID)).orElseThrow(BadRequestException::new);
        String filled = new TreeMap<>(typed).entrySet().stream().filter(field -> !AROUND.contains(field.getKey()))
                .map(field -> field.getKey() + "=" + field.getValue()).collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes((form + " " + file + "\n" + filled).getBytes(StandardCharsets.UTF_8));
    }

    /** The position of the last turn that was on the page. */
    int seen() {
        String seen = typed.getOrDefault(SEEN, "");
        if (!seen.matches("\\d{1,9}")) {
            throw new BadRequestException();
        }
        return Integer.parseInt(seen);
    }

    /** What was typed without what is around it; {@code null} when there is nothing. */
    String text(String field) {
        return Optional.ofNullable(typed.get(field)).map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
    }

    /** The day in a field; {@code null} when there is none. */
    LocalDate day(String field) {
        return Typed.day(typed.get(field)).orElse(null);
    }

    public How how() {
        return Typed.one(How.values(), typed.get(HOW)).orElse(How.ANSWER);
    }

    public Closing reason() {
        return Typed.one(Closing.values(), typed.get(REASON)).orElse(null);
    }

    /** In which language the own words are: Dutch, unless another one was chosen. */
    public Language language() {
        return Language.ofTag(typed.getOrDefault(LANGUAGE, Language.NL.tag())).orElse(Language.NL);
    }

    /**
     * Before which day the answer comes: as is said besides, or in the sentence, and of two days the first; {@code null} when this is the
     * answer. Only of a form without mistakes.
     */
    LocalDate promised() {
        return Stream.of(Optional.ofNullable(how() == How.LATER ? day(BEFORE) : null), Optional.ofNullable(sentence).map(PhraseForm::promised))
                .flatMap(Optional::stream).min(Comparator.naturalOrder()).orElse(null);
    }

    private boolean isPromise() {
        return sentence != null && sentence.phrase().isPromise();
    }

    private boolean isNote() {
        return Typed.letters(text(NOTE)) <= Turn.LONGEST_NOTE;
    }

    static boolean isAhead(LocalDate day, LocalDate today) {
        return day != null && day.isAfter(today) && !day.isAfter(today.plus(AHEAD));
    }
}
