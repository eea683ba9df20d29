package nl.opkoers.page;

import static nl.opkoers.page.ReadPage.tag;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.opkoers.language.Language;
import nl.opkoers.page.ReadPage.Words;
import org.jsoup.nodes.Element;

/**
 * Numbers and words of the other direction are isolated. Without it a browser turns them around: a lesson seems to end
 * before it begins, and a phone number starts with its last group (Unicode Standard Annex 9).
 */
final class DirectionRules implements PageInvariants.PageRule {

    /** What stands between FSI, LRI or RLI and PDI is isolated by the text itself. */
    private static final Pattern ISOLATED = Pattern.compile("[\\u2066-\\u2068][^\\u2069]*\\u2069");

    /** Keeps a date or time on one line; nobody sees it. */
    private static final String WORD_JOINER = "\u2060";

    private static final Map<String, Pattern> LEFT_TO_RIGHT = Map.of(
            "amount", Pattern.compile("€\\s*\\d|\\d\\s*€"),
            "time", Pattern.compile("(?<!\\d)\\d{1,2}:\\d{2}"),
            "date", Pattern.compile("(?<!\\d)\\d{1,4}[-/]\\d{1,2}[-/]\\d{1,4}"),
            "phone number", Pattern.compile("\\+\\d[\\d ()-]{6,}\\d|(?<!\\d)0\\d[\\d -]{6,}\\d"));

    @Override
    public Stream<String> faults(ReadPage page) {
        Stream<String> numbers = page.words().stream().filter(Words::shown).filter(words -> isRightToLeft(words.where()))
                .flatMap(DirectionRules::loose);
        Stream<String> languages = page.document().body().select("[lang]").stream()
                .filter(DirectionRules::turnsWithoutSaying)
                .map(element -> "lang without dir where the direction turns: " + tag(element));
        return Stream.concat(numbers, languages);
    }

    private static Stream<String> loose(Words words) {
        String open = ISOLATED.matcher(words.text().replace(WORD_JOINER, "")).replaceAll(" ");
        return LEFT_TO_RIGHT.entrySet().stream().filter(kind -> kind.getValue().matcher(open).find())
                .map(kind -> "%s not isolated in %s".formatted(kind.getKey(), words.quoted()));
    }

    /** Whether text right inside this element runs from right to left; inside bdi the text itself decides. */
    private static boolean isRightToLeft(Element element) {
        Element decides = ReadPage.nearest(element, DirectionRules::decides);
        return decides != null && decides.attr("dir").equals("rtl");
    }

    private static boolean decides(Element element) {
        return element.hasAttr("dir") || element.nameIs("bdi");
    }

    private static boolean turnsWithoutSaying(Element element) {
        if (element.nameIs("bdi") || element.hasAttr("dir")) {
            return false;
        }
        Element decides = ReadPage.nearest(element.parent(), DirectionRules::decides);
        String around = decides == null ? "" : decides.attr("dir");
        return !around.isEmpty() && !around.equals("auto") && LanguageRules.languageAt(element)
                .map(Language::direction).filter(own -> !own.attribute().equals(around)).isPresent();
    }
}
