package nl.opkoers.page;

import static nl.opkoers.page.ReadPage.tag;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.language.Language;
import nl.opkoers.page.ReadPage.Words;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Every word is in the language its element says it is in (WCAG 3.1.1 and 3.1.2): a screen reader pronounces a word by
 * the rules of that language, and a sentence left untranslated stands out.
 */
final class LanguageRules implements PageInvariants.PageRule {

    /** Names and codes that are the same in every language, so may stand in Arabic or Tigrinya text as they are. */
    private static final Set<String> SAME_EVERYWHERE = Set.of("PIP", "KNM", "MAP", "PVT", "DUO", "IND", "COA", "BSN",
            "DigiD", "Blik op Werk", "Taalhuis", "A0", "A1", "A2", "B1", "B2", "Z", "Op Koers", "coach", "PDF", "SMS", "CSV", "MB", "JPEG", "PNG", "WebP", "HEIC");
    private static final Pattern ALLOWED = Pattern.compile("\\S+@\\S+|https?://\\S+|(?:[\\w-]+\\.)+[a-z]{2,}\\b"
            + SAME_EVERYWHERE.stream().map(Pattern::quote)
                    .collect(Collectors.joining("|", "|(?<![\\p{IsLatin}\\d])(?:", ")(?![\\p{IsLatin}\\d])")));
    /** A Dutch term where no element can stand around it: the isolate marks it instead. */
    private static final Pattern ISOLATED = Pattern.compile("\\u2066[^\\u2069]*\\u2069");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

    /** Small words that give a language away; none is a word in the other languages that use Latin letters. */
    private static final Map<Language, Set<String>> SMALL_WORDS = Map.of(
            Language.NL, Set.of("het", "een", "niet", "voor", "zijn", "wordt", "naar", "uw", "deze"),
            Language.EN, Set.of("the", "and", "your", "with", "this", "from", "you", "are"),
            Language.TR, Set.of("ve", "bir", "için", "ile", "değil", "bu", "olarak", "sizin"));

    @Override
    public Stream<String> faults(ReadPage page) {
        Stream<String> words = page.words().stream().flatMap(found -> languageAt(found.where()).stream()
                .flatMap(language -> Stream.concat(otherLetters(found, language), otherWords(found, language))));
        return Stream.concat(words, languageSwitch(page.document()));
    }

    /** The language of an element; empty where it says that it does not know, or that it is none of ours. */
    static Optional<Language> languageAt(Element element) {
        Element marked = ReadPage.nearest(element, each -> each.hasAttr("lang"));
        String tag = marked == null ? "" : marked.attr("lang").split("-")[0];
        return Arrays.stream(Language.values()).filter(language -> language.tag().equals(tag)).findFirst();
    }

    private static Stream<String> otherLetters(Words words, Language language) {
        UnicodeScript script = script(language);
        if (words.text().codePoints().noneMatch(sign -> isOfAnother(sign, script))) {
            return Stream.empty();
        }
        return WORD.matcher(withoutNames(words, script)).results().map(match -> match.group())
                .filter(word -> word.codePoints().anyMatch(letter -> isOfAnother(letter, script)))
                .map(word -> "\"%s\" in %s is not in the letters of lang=%s".formatted(
                        word, words.quoted(), language.tag()));
    }

    private static boolean isOfAnother(int sign, UnicodeScript script) {
        UnicodeScript its = UnicodeScript.of(sign);
        return its != script && its != UnicodeScript.COMMON && its != UnicodeScript.INHERITED;
    }

    private static String withoutNames(Words words, UnicodeScript script) {
        if (script == UnicodeScript.LATIN) {
            return words.text();
        }
        boolean plain = !words.shown() || words.where().nameIs("option");
        String marked = plain ? ISOLATED.matcher(words.text()).replaceAll(" ") : words.text();
        return ALLOWED.matcher(marked).replaceAll(" ");
    }

    private static UnicodeScript script(Language language) {
        return switch (language) {
            case AR -> UnicodeScript.ARABIC;
            case TI -> UnicodeScript.ETHIOPIC;
            case NL, EN, TR -> UnicodeScript.LATIN;
        };
    }

    private static Stream<String> otherWords(Words words, Language language) {
        if (script(language) != UnicodeScript.LATIN) {
            return Stream.empty();
        }
        List<String> read = WORD.matcher(words.text()).results().map(MatchResult::group).toList();
        return SMALL_WORDS.entrySet().stream().filter(other -> other.getKey() != language)
                .filter(other -> read.stream().filter(other.getValue()::contains).count() >= 2)
                .map(other -> "%s reads as %s but stands under lang=%s".formatted(
                        words.quoted(), other.getKey().tag(), language.tag()));
    }

    /** Whoever lands in a language they cannot read must find their own by its own name, on every page. */
    private static Stream<String> languageSwitch(Document document) {
        return Arrays.stream(Language.values()).flatMap(language -> {
            Optional<Element> name = document.getElementsByAttributeValue("lang", language.tag()).stream()
                    // The page itself says all that is on it.
                    .filter(element -> !element.nameIs("html") && element.text().equals(language.ownName())).findFirst();
            if (name.isEmpty()) {
                return Stream.of("the language switch has no lang=%s with %s".formatted(
                        language.tag(), language.ownName()));
            }
            return Stream.of(name.get()).flatMap(LanguageRules::linkOf)
                    .filter(link -> !link.attr("hreflang").equals(language.tag()))
                    .map(link -> "the language switch has no hreflang=%s on %s".formatted(language.tag(), tag(link)));
        });
    }

    private static Stream<Element> linkOf(Element name) {
        Element around = name.closest("a[href]");
        return around != null ? Stream.of(around) : name.select("a[href]").stream();
    }
}
