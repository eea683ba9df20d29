package nl.opkoers.page;

import static nl.opkoers.page.ReadPage.tag;

import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Nothing runs or is styled from within the page, so that the content security policy can forbid it all. */
final class ActiveContentRules implements PageInvariants.PageRule {

    private static final String SOURCES = "script[src], img[src], "
            + "link[href][rel~=(stylesheet|icon|preload|manifest)], audio[src], video[src], source[src], iframe[src]";

    @Override
    public Stream<String> faults(ReadPage page) {
        Document document = page.document();
        return Stream.of(
                document.select("[style]").stream().filter(element -> !element.attr("style").isBlank())
                        .map(element -> "inline style on " + tag(element)),
                document.select("style").stream().map(element -> "a <style> element in the page"),
                document.select("script").stream().filter(script -> !isAllowed(script))
                        .map(script -> "inline script without nonce: " + script.data().strip()),
                document.getAllElements().stream().flatMap(ActiveContentRules::handlers),
                document.select(SOURCES).stream().filter(ActiveContentRules::isForeign)
                        .map(element -> "not from our own house: " + tag(element)))
                .flatMap(faults -> faults);
    }

    private static boolean isAllowed(Element script) {
        return script.hasAttr("nonce") || !script.attr("src").isBlank();
    }

    private static Stream<String> handlers(Element element) {
        return element.attributes().asList().stream().filter(ActiveContentRules::runs)
                .map(attribute -> "inline event handler " + attribute.getKey() + " on " + tag(element));
    }

    private static boolean runs(Attribute attribute) {
        return attribute.getKey().startsWith("on") || attribute.getValue().strip().startsWith("javascript:");
    }

    /** A request elsewhere would tell a third party who reads this page. */
    private static boolean isForeign(Element element) {
        String source = element.hasAttr("src") ? element.attr("src") : element.attr("href");
        boolean ours = source.startsWith("/") && !source.startsWith("//");
        return !ours && !source.startsWith("data:") && !source.startsWith("blob:");
    }
}
