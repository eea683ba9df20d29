package nl.opkoers.contact;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.dossier.DossierMessages;
import nl.opkoers.language.Bidi;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.law.ExamPart;

/** Puts standard sentences into words: for who reads them, and for who chooses one. */
public final class Phrases {

    private Phrases() {
    }

    /** A group of sentences to choose from. */
    public record Group(PhraseGroup group, List<Choice> choices) {
    }

    /**
     * A sentence to choose.
     *
     * @param dutch the Dutch sentence, in which each place is named between brackets
     */
    public record Choice(StandardPhrase phrase, String dutch) {
    }

    /** A sentence as somebody reads it, with the Dutch beneath. One that this version does not know says so. */
    public static PhraseText said(Phrase phrase, Language language) {
        boolean known = StandardPhrase.ofCode(phrase.code()).isPresent();
        String dutch = language == Language.NL ? null : worded(phrase, Language.NL);
        return new PhraseText(language, worded(phrase, language), dutch, known);
    }

    private static String worded(Phrase phrase, Language language) {
        PhraseMessages say = texts(language);
        return StandardPhrase.ofCode(phrase.code())
                .map(sentence -> sentence.worded(say, slot -> shown(slot, phrase.values().get(slot.key()), language)))
                .orElseGet(() -> say.unknown(Bidi.auto(phrase.code())));
    }

    /** All sentences, by what they are about. */
    public static List<Group> groups() {
        return Stream.of(PhraseGroup.values()).map(group -> new Group(group, Stream.of(StandardPhrase.values())
                .filter(phrase -> phrase.group() == group).map(phrase -> new Choice(phrase, dutch(phrase))).toList())).toList();
    }

    /** The Dutch sentence, in which each place is named between brackets. */
    static String dutch(StandardPhrase phrase) {
        return phrase.worded(texts(Language.NL), slot -> "[" + texts(Language.NL).slot(slot) + "]");
    }

    static PhraseMessages texts(Language language) {
        return Texts.in(language, PhraseMessages.class);
    }

    /** What another version kept and this one cannot read is shown as it is. */
    private static String shown(Slot slot, String value, Language language) {
        if (value == null) {
            return Texts.in(language).value_unknown();
        }
        return switch (slot.kind()) {
            case DATE -> date(value).map(Dates.of(language)::day).orElseGet(() -> Bidi.auto(value));
            case TIME -> time(value).map(Dates.of(language)::time).orElseGet(() -> Bidi.auto(value));
            case PART -> part(value).map(Texts.in(language, DossierMessages.class)::exam_name).orElseGet(() -> Bidi.auto(value));
            case LANGUAGE -> SpokenLanguage.ofCode(value).map(texts(language)::language).orElseGet(() -> Bidi.auto(value));
            case REASON -> Lacking.ofCode(value).map(texts(language)::reason).orElseGet(() -> Bidi.auto(value));
            case PLACE, NAME, ORGANISATION -> Bidi.auto(value);
        };
    }

    static Optional<LocalDate> date(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException garbled) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> time(String value) {
        try {
            return Optional.of(LocalTime.parse(value));
        } catch (DateTimeParseException garbled) {
            return Optional.empty();
        }
    }

    static Optional<ExamPart> part(String value) {
        return Stream.of(ExamPart.values()).filter(part -> part.name().equals(value)).findFirst();
    }
}
