package nl.opkoers.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.opkoers.language.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as a test reads it: parsed once, with the words that a person sees or hears picked out.
 *
 * @param words everything in the body that a person reads or hears, except people's own words
 * @param byId  the first element of each id: looking for it in the document goes over all of that
 */
record ReadPage(Document document, Language language, List<Words> words, Map<String, Element> byId) {

    /** Attributes that are shown or read aloud. */
    private static final List<String> SPOKEN_ATTRIBUTES =
            List.of("aria-label", "alt", "title", "placeholder", "aria-description", "aria-roledescription");
    private static final Set<String> BUTTON_INPUTS = Set.of("submit", "button", "reset");

    /** Between FSI and PDI stands what a person wrote, where there is no place for an element (aria-label, option). */
    private static final Pattern FREE_TEXT = Pattern.compile("\\u2068[^\\u2069]*\\u2069");

    /** Words on the page with the element they stand in; {@code shown} is false for words that are only attributes. */
    record Words(String text, Element where, boolean shown) {

        /** Whether a person wrote this: then it may be in any language and hold any sign. */
        boolean ofPerson() {
            return isOfPerson(where);
        }

        /** Words for a fault, short enough to read. */
        String quoted() {
            return '"' + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + '"';
        }
    }

    static ReadPage of(String html, Language language) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        return new ReadPage(document, language, wordsOf(document), byId(document));
    }

    private static Map<String, Element> byId(Document document) {
        Map<String, Element> byId = new HashMap<>();
        document.getAllElements().forEach(element -> byId.putIfAbsent(element.id(), element));
        return byId;
    }

    private static List<Words> wordsOf(Document document) {
        return document.body().getAllElements().stream()
                .filter(element -> nearest(element, ReadPage::isUnseen) == null)
                .flatMap(element -> Stream.concat(textOf(element), attributesOf(element)))
                .filter(words -> !words.text().isBlank() && !words.ofPerson()).toList();
    }

    /** Whether a person wrote what stands in an element. */
    static boolean isOfPerson(Element element) {
        return nearest(element, each -> each.nameIs("textarea") || each.attr("dir").equals("auto")) != null;
    }

    private static boolean isUnseen(Element element) {
        return element.nameIs("script") || element.nameIs("style") || element.nameIs("template");
    }

    /**
     * The nearest of an element and those that it stands in; {@code null} when none is sought. Rules ask it about every element of
     * thousands of pages, and selectors take several times as long.
     */
    static Element nearest(Element from, Predicate<Element> sought) {
        Element each = from;
        while (each != null && !sought.test(each)) {
            each = each.parent();
        }
        return each;
    }

    private static Stream<Words> textOf(Element element) {
        return element.textNodes().stream().map(node -> new Words(withoutFreeText(node.text()), element, true));
    }

    private static String withoutFreeText(String text) {
        return (text.indexOf('\u2068') < 0 ? text : FREE_TEXT.matcher(text).replaceAll("")).strip();
    }

    private static Stream<Words> attributesOf(Element element) {
        boolean button = element.nameIs("input") && BUTTON_INPUTS.contains(element.attr("type"));
        Stream<String> values = SPOKEN_ATTRIBUTES.stream().map(element::attr);
        return Stream.concat(values, button ? Stream.of(element.attr("value")) : Stream.empty())
                .filter(value -> !value.isEmpty()).map(value -> new Words(withoutFreeText(value), element, false));
    }

    /** The opening tag of an element, to find it back in a template. */
    static String tag(Element element) {
        Element shallow = element.shallowClone();
        String html = shallow.outerHtml();
        return html.length() > 160 ? html.substring(0, 160) + "…" : html;
    }
}
