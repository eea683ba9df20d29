package nl.opkoers.page;

import static nl.opkoers.page.ReadPage.tag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** The skeleton of a page: without it neither a screen reader nor a small screen can make sense of what follows. */
final class StructureRules implements PageInvariants.PageRule {

    /** WCAG 1.4.4: a person must be able to enlarge the page. */
    private static final Pattern NO_ZOOM = Pattern.compile("user-scalable\\s*=\\s*(no|0)|maximum-scale\\s*=\\s*1\\b");

    @Override
    public Stream<String> faults(ReadPage page) {
        Document document = page.document();
        return Stream.of(doctype(document), language(page), viewport(document), single(document, "h1"),
                single(document, "main"), title(document), identifiers(document), headings(document))
                .flatMap(List::stream);
    }

    private static List<String> doctype(Document document) {
        boolean html5 = document.documentType() != null && document.documentType().name().equalsIgnoreCase("html");
        return html5 ? List.of() : List.of("the doctype is not <!doctype html>");
    }

    private static List<String> language(ReadPage page) {
        Element html = page.document().selectFirst("html");
        List<String> faults = new ArrayList<>();
        if (!html.attr("lang").equals(page.language().tag())) {
            faults.add("html lang is \"%s\" instead of \"%s\"".formatted(html.attr("lang"), page.language().tag()));
        }
        String direction = page.language().direction().attribute();
        if (!html.attr("dir").equals(direction)) {
            faults.add("html dir is \"%s\" instead of \"%s\"".formatted(html.attr("dir"), direction));
        }
        return faults;
    }

    private static List<String> viewport(Document document) {
        Element viewport = document.selectFirst("head meta[name=viewport]");
        if (viewport == null || !viewport.attr("content").contains("width=device-width")) {
            return List.of("the viewport is not width=device-width");
        }
        boolean fixed = NO_ZOOM.matcher(viewport.attr("content")).find();
        return fixed ? List.of("the viewport forbids enlarging the page") : List.of();
    }

    private static List<String> single(Document document, String element) {
        int count = document.select(element).size();
        return count == 1 ? List.of() : List.of("there are %d <%s> instead of one".formatted(count, element));
    }

    private static List<String> title(Document document) {
        Element heading = document.selectFirst("h1");
        String title = document.title();
        if (title.isBlank()) {
            return List.of("the title is empty");
        }
        boolean begins = heading == null || (!heading.text().isBlank() && title.startsWith(heading.text().strip()));
        return begins ? List.of()
                : List.of("the title \"%s\" does not begin with the h1 \"%s\"".formatted(title, heading.text()));
    }

    private static List<String> identifiers(Document document) {
        Set<String> seen = new HashSet<>();
        return document.select("[id]").eachAttr("id").stream()
                .filter(id -> !seen.add(id)).distinct().map(id -> "the id \"" + id + "\" is used twice").toList();
    }

    private static List<String> headings(Document document) {
        Elements headings = document.select("h1, h2, h3, h4, h5, h6");
        List<String> faults = new ArrayList<>();
        int previous = 0;
        for (Element heading : headings) {
            int level = heading.normalName().charAt(1) - '0';
            if (level > previous + 1) {
                faults.add("heading level skipped before %s%s".formatted(tag(heading), heading.text()));
            }
            previous = level;
        }
        return faults;
    }
}
