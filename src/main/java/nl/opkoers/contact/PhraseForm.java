package nl.opkoers.contact;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.opkoers.dossier.DossierMessages;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.law.ExamPart;
import nl.opkoers.page.Typed;

/**
 * The part of a form in which somebody fills in the places of a standard sentence. The sentence is in the field
 * {@value #PHRASE}, each place in a field of its own ({@link Slot#field()}).
 *
 * @param typed what is in the form; more than the places of this sentence is left alone
 * @param wrong what is wrong with that, by place; empty when it was not looked at yet
 */
public record PhraseForm(StandardPhrase phrase, Map<String, String> typed, Map<Slot, PhraseForm.Mistake> wrong) {

    /** The field that tells which sentence it is. */
    public static final String PHRASE = "phrase";

    /** A date beyond this is rather a slip of the finger than an appointment. */
    private static final Period AHEAD = Period.ofYears(2);
    private static final Period BACK = Period.ofYears(1);

    /** What can be wrong with what fills a place. */
    public enum Mistake { MISSING, NODATE, FAR, AHEAD, NOTIME, ORDER, LONG, MARKUP, PICK, TWO }

    public PhraseForm {
        typed = Map.copyOf(typed);
        wrong = Map.copyOf(wrong);
    }

    /**
     * A field of the form.
     *
     * @param own     what was typed in own words, where there is a choice and own words
     * @param options what can be chosen, in Dutch; empty where it is typed
     * @param mistake {@code null} when nothing is wrong
     */
    public record Field(Slot slot, String value, String own, List<Option> options, Mistake mistake) {
    }

    /** Something to choose. */
    public record Option(String value, String dutch) {
    }

    /** The form of the sentence that was chosen; empty when none was, or one that is not known. */
    public static Optional<PhraseForm> of(Map<String, String> fields) {
        return StandardPhrase.ofCode(fields.get(PHRASE)).map(phrase -> new PhraseForm(phrase, fields, Map.of()));
    }

    /** The same form with everything that is wrong with it. */
    public PhraseForm checked(LocalDate today) {
        Map<Slot, Mistake> found = new LinkedHashMap<>();
        phrase.slots().forEach(slot -> mistake(slot, today).ifPresent(mistake -> found.put(slot, mistake)));
        return new PhraseForm(phrase, typed, found);
    }

    public boolean isMistaken() {
        return !wrong.isEmpty();
    }

    /** The Dutch sentence, in which each place is named between brackets. */
    public String dutch() {
        return Phrases.dutch(phrase);
    }

    /** The fields, in the order of the sentence. */
    public List<Field> fields() {
        return phrase.slots().stream()
                .map(slot -> new Field(slot, text(slot.field()), text(slot.ownField()), options(slot), wrong.get(slot))).toList();
    }

    /** What is said; only of a form in which nothing is wrong. */
    public Phrase said() {
        Map<String, String> values = new LinkedHashMap<>();
        phrase.slots().forEach(slot -> values.put(slot.key(), value(slot)));
        return new Phrase(phrase.name(), values);
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private String value(Slot slot) {
        return slot.kind() == Slot.Kind.REASON && text(slot.field()).isEmpty() ? text(slot.ownField()) : text(slot.field());
    }

    private Optional<Mistake> mistake(Slot slot, LocalDate today) {
        String value = value(slot);
        if (value.isEmpty()) {
            return Optional.of(Mistake.MISSING);
        }
        return switch (slot.kind()) {
            case DATE -> phrase.isPromise() ? promise(value, today) : date(value, today);
            case TIME -> time(slot, value);
            case PART -> unless(Phrases.part(value).isPresent(), Mistake.PICK);
            case LANGUAGE -> unless(SpokenLanguage.ofCode(value).isPresent(), Mistake.PICK);
            case REASON -> reason(slot, value);
            case PLACE, NAME, ORGANISATION -> plain(slot, value);
        };
    }

    /** Before which day it promises an answer; {@code null} when it promises none. Only of a form in which nothing is wrong. */
    LocalDate promised() {
        return phrase.isPromise() ? Phrases.date(value(Slot.DATE)).orElseThrow() : null;
    }

    private static Optional<Mistake> promise(String value, LocalDate today) {
        return Phrases.date(value).map(date -> unless(ActForm.isAhead(date, today), Mistake.AHEAD)).orElse(Optional.of(Mistake.NODATE));
    }

    private static Optional<Mistake> date(String value, LocalDate today) {
        return Phrases.date(value)
                .map(date -> unless(!date.isAfter(today.plus(AHEAD)) && !date.isBefore(today.minus(BACK)), Mistake.FAR))
                .orElse(Optional.of(Mistake.NODATE));
    }

    private Optional<Mistake> time(Slot slot, String value) {
        Optional<LocalTime> time = Phrases.time(value);
        if (time.isEmpty()) {
            return Optional.of(Mistake.NOTIME);
        }
        boolean early = slot == Slot.UNTIL && Phrases.time(value(Slot.FROM)).filter(from -> !time.get().isAfter(from)).isPresent();
        return unless(!early, Mistake.ORDER);
    }

    private Optional<Mistake> reason(Slot slot, String value) {
        if (text(slot.field()).isEmpty()) {
            return plain(slot, value);
        }
        return text(slot.ownField()).isEmpty() ? unless(Lacking.ofCode(value).isPresent(), Mistake.PICK) : Optional.of(Mistake.TWO);
    }

    private static Optional<Mistake> plain(Slot slot, String value) {
        if (Typed.letters(value) > slot.kind().longest()) {
            return Optional.of(Mistake.LONG);
        }
        boolean marked = value.chars().anyMatch(letter -> letter == '<' || letter == '>' || Character.isISOControl(letter));
        return unless(!marked, Mistake.MARKUP);
    }

    private static Optional<Mistake> unless(boolean right, Mistake mistake) {
        return right ? Optional.empty() : Optional.of(mistake);
    }

    private static List<Option> options(Slot slot) {
        DossierMessages dossier = Texts.in(Language.NL, DossierMessages.class);
        PhraseMessages dutch = Phrases.texts(Language.NL);
        return switch (slot.kind()) {
            case PART -> options(ExamPart.values(), dossier::exam_name);
            case LANGUAGE -> options(SpokenLanguage.values(), dutch::language);
            case REASON -> options(Lacking.values(), dutch::reason);
            default -> List.of();
        };
    }

    private static <E extends Enum<E>> List<Option> options(E[] constants, Function<E, String> dutch) {
        return Stream.of(constants).map(constant -> new Option(constant.name(), dutch.apply(constant))).toList();
    }
}
