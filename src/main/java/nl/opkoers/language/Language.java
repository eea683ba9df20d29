package nl.opkoers.language;

import static nl.opkoers.language.PluralCategory.FEW;
import static nl.opkoers.language.PluralCategory.MANY;
import static nl.opkoers.language.PluralCategory.ONE;
import static nl.opkoers.language.PluralCategory.OTHER;
import static nl.opkoers.language.PluralCategory.TWO;
import static nl.opkoers.language.PluralCategory.ZERO;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The languages of the portal: one table that says all there is to know about each.
 *
 * <p>The table checks itself when the class is loaded: a wrong direction, a missing plural category or a tag that does
 * not fit its locale stops the application at once, not on a page that somebody reads.
 */
public enum Language {
    NL("nl", "nl-NL", Direction.LTR, "Nederlands", true, Voice.DEVICE, ONE, OTHER),
    /** British: day before month, clock of 24 hours. */
    EN("en", "en-GB", Direction.LTR, "English", false, Voice.DEVICE, ONE, OTHER),
    TR("tr", "tr-TR", Direction.LTR, "Türkçe", false, Voice.DEVICE, ONE, OTHER),
    /** Standard Arabic with Latin digits, as on Dutch letters and tickets; JDK and CLDR differ by country otherwise. */
    AR("ar", "ar-u-nu-latn", Direction.RTL, "العربية", false, Voice.DEVICE_UNTIL_RECORDED,
            ZERO, ONE, TWO, FEW, MANY, OTHER),
    /** As written in Eritrea. Counts 0 as one. */
    TI("ti", "ti-ER", Direction.LTR, "ትግርኛ", false, Voice.DUTCH_UNTIL_RECORDED, ONE, OTHER);

    /** The side on which a line begins. */
    public enum Direction {
        LTR, RTL;

        /** The value of the {@code dir} attribute in HTML. */
        public String attribute() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What may read a text aloud. Dutch audio is offered beside every language. */
    public enum Voice {
        /** The voice of the device, if it has one for this language; otherwise no button. */
        DEVICE,
        /** As {@link #DEVICE}, but a voice has to choose between forms for a man and a woman: recordings are wanted. */
        DEVICE_UNTIL_RECORDED,
        /** No dependable voice exists on devices: only Dutch is read aloud until there are recordings. */
        DUTCH_UNTIL_RECORDED
    }

    /** Longer headers are not from a browser of a person; reading them would only cost time. */
    private static final int LONGEST_HEADER = 1_000;

    private final String tag;
    private final Locale locale;
    private final Direction direction;
    private final String ownName;
    private final boolean checked;
    private final Voice voice;
    private final Set<PluralCategory> pluralCategories;
    private final PluralRules pluralRules;
    /** By its code of ISO 15924. */
    private final String script;

    Language(String tag, String locale, Direction direction, String ownName, boolean checked, Voice voice,
            PluralCategory... pluralCategories) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag(locale);
        this.direction = direction;
        this.ownName = ownName;
        this.checked = checked;
        this.voice = voice;
        this.pluralCategories = Set.of(pluralCategories);
        this.pluralRules = PluralRules.forLocale(ULocale.forLocale(this.locale));
        this.script = ULocale.addLikelySubtags(ULocale.forLocale(this.locale)).getScript();
        check();
    }

    private void check() {
        require(locale.getLanguage().equals(tag), "the locale is of another language");
        require(ULocale.forLocale(locale).isRightToLeft() == (direction == Direction.RTL), "the direction is wrong");
        require(!ownName.isBlank(), "the own name is missing");
        Set<PluralCategory> needed = pluralRules.getKeywords().stream()
                .map(PluralCategory::ofKeyword).collect(Collectors.toUnmodifiableSet());
        require(pluralCategories.equals(needed), "the plural categories should be " + needed);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("Language table, " + tag + ": " + otherwise);
        }
    }

    /** The tag of BCP 47 without region: for {@code lang} in HTML, for the cookie, for names of files. */
    public String tag() {
        return tag;
    }

    /** The locale for libraries that need one, such as a collator. Never for dates: see {@link Dates}. */
    public Locale locale() {
        return locale;
    }

    public Direction direction() {
        return direction;
    }

    /** The name of the language in the language itself, for the picker. */
    public String ownName() {
        return ownName;
    }

    /**
     * Whether people who speak the language have read the texts; if not, every page says so. Dutch is the source: the
     * others are drafts until then.
     */
    public boolean checked() {
        return checked;
    }

    public Voice voice() {
        return voice;
    }

    /**
     * In which language somebody wrote who reads this one, as far as letters tell: this one, unless most letters are of a script that
     * is not its own. What is written in Latin letters is then taken for Dutch, which they are learning.
     *
     * @param text {@code null} when there is none
     */
    public Language ofWritten(String text) {
        String written = text == null ? null : mostly(text);
        return written == null || written.equals(script) ? this
                : Arrays.stream(values()).filter(each -> written.equals(each.script)).findFirst().orElse(this);
    }

    /** The script of most letters, by its code of ISO 15924; {@code null} when there is no letter. */
    private static String mostly(String text) {
        return text.codePoints().filter(Character::isLetter).mapToObj(letter -> UScript.getShortName(UScript.getScript(letter)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
    }

    /** The plural categories that every counted message in this language must have. */
    public Set<PluralCategory> pluralCategories() {
        return pluralCategories;
    }

    /** The plural category of a number, by the rules of CLDR. */
    public PluralCategory pluralOf(double number) {
        return PluralCategory.ofKeyword(pluralRules.select(number));
    }

    /**
     * The language of a tag, whatever its region or case: {@code ar}, {@code ar-SY} and {@code AR} are Arabic.
     *
     * @param tag a tag of BCP 47, or anything else; may be null
     * @return empty if the tag is not of one of our languages
     */
    public static Optional<Language> ofTag(String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String primary = tag.strip().split("-", 2)[0];
        return Arrays.stream(values()).filter(language -> language.tag.equalsIgnoreCase(primary)).findFirst();
    }

    /**
     * The language of ours that a browser likes best, by the weights of RFC 9110, section 12.5.4.
     *
     * @param acceptLanguage the header as it came; may be null or garbled
     * @param fallback the answer if the header asks for none of our languages or cannot be read
     */
    public static Language preferred(String acceptLanguage, Language fallback) {
        return preferred(acceptLanguage, fallback, EnumSet.allOf(Language.class));
    }

    /** The same, of those that are offered. */
    static Language preferred(String acceptLanguage, Language fallback, Set<Language> offered) {
        return ranges(acceptLanguage).stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> range.getRange().equals("*") ? Optional.of(fallback) : ofTag(range.getRange()))
                .flatMap(Optional::stream)
                .filter(offered::contains)
                .findFirst()
                .orElse(fallback);
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException | IndexOutOfBoundsException garbled) {
            // The parser of the JDK stumbles over a lone hyphen with the second.
            return List.of();
        }
    }
}
