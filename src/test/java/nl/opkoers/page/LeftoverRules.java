package nl.opkoers.page;

import static nl.opkoers.page.ReadPage.tag;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Nothing of the machinery shows: no keys, no placeholders, no broken letters, no exceptions. */
final class LeftoverRules implements PageInvariants.PageRule {

    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+|https?://\\S+|(?<!\\S)/[\\w/.-]+");

    private static final Map<String, Pattern> LEFTOVERS = Map.of(
            "raw message key", Pattern.compile("(?<![\\w-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?!\\w)|\\bmsg[:.]\\w*"),
            "value that is not there",
            Pattern.compile("\\b(?:undefined|null|NaN|NOT_FOUND)\\b|\\bOptional(?:\\.empty|\\[)"),
            "placeholder", Pattern.compile("[{}]"),
            "escaped twice",
            Pattern.compile("&(?:lt|gt|amp|quot|apos|nbsp|#\\d+|#x[0-9a-fA-F]+);|</?[a-z][^<>]*>"),
            // UTF-8 read as Windows-1252: the first byte of a Latin, Arabic or Ethiopic letter, then another byte.
            "broken letters",
            Pattern.compile("[ÂÃÄÅØÙÚÛ][\\u0080-\\u00BF\\u0152-\\u0178\\u02C6\\u02DC\\u2013-\\u203A\\u20AC\\u2122]"
                    + "|á[\\u02C6\\u2030\\u0160\\u2039]|â€|\\uFFFD"),
            "exception", Pattern.compile("\\b[A-Z]\\w*(?:Exception|Error)\\b|\\bat [\\w.$]+\\(\\w+\\.java:\\d+\\)"
                    + "|\\b(?:java|javax|jakarta|org|io|nl)\\.[a-z]+\\.[\\w.$]*[A-Z]\\w*"));

    private static final Pattern IN_ATTRIBUTE = Pattern.compile("[{}]|%7[BbDd]|\\b(?:undefined|null|NaN)\\b");

    @Override
    public Stream<String> faults(ReadPage page) {
        Stream<String> words = page.words().stream().flatMap(found -> inWords(found.text()));
        Stream<String> title = inWords(page.document().title());
        Stream<String> attributes = page.document().getAllElements().stream()
                .filter(element -> !ReadPage.isOfPerson(element))
                .flatMap(LeftoverRules::inAttributes);
        return Stream.of(words, title, attributes).flatMap(faults -> faults);
    }

    private static Stream<String> inWords(String text) {
        String plain = text.indexOf('@') < 0 && text.indexOf('/') < 0 ? text : ADDRESS.matcher(text).replaceAll(" ");
        return LEFTOVERS.entrySet().stream()
                .flatMap(leftover -> leftover.getValue().matcher(plain).results()
                        .map(match -> "%s \"%s\" in \"%s\"".formatted(leftover.getKey(), match.group(), text)));
    }

    /** Data attributes may hold JSON for a script; everything else is plain. */
    private static Stream<String> inAttributes(Element element) {
        return element.attributes().asList().stream()
                .filter(attribute -> !attribute.getKey().startsWith("data-"))
                .map(Attribute::getValue)
                .map(IN_ATTRIBUTE::matcher)
                .filter(Matcher::find)
                .map(match -> "leftover \"%s\" in %s".formatted(match.group(), tag(element)));
    }
}
