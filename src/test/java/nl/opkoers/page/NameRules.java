package nl.opkoers.page;

import static nl.opkoers.page.ReadPage.tag;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Everything that can be filled in, pressed or looked at has a name; every form that changes something is
 * guarded, and says whose it is when somebody is signed in.
 */
final class NameRules implements PageInvariants.PageRule {

    private static final String FIELDS = "select, textarea, input:not([type=hidden]):not([type=submit])"
            + ":not([type=button]):not([type=reset]):not([type=image])";
    private static final String PRESSABLE = "button, a[href], summary, [role=button], [role=link], "
            + "input[type=submit], input[type=button], input[type=reset], input[type=image]";

    /** What names other elements by their ids. */
    private static final List<String> REFERRING = List.of("aria-describedby", "aria-labelledby", "aria-controls", "for", "form", "list");

    @Override
    public Stream<String> faults(ReadPage page) {
        Document document = page.document();
        Set<String> labelled = document.select("label[for]").stream().filter(Element::hasText).map(label -> label.attr("for"))
                .filter(id -> !id.isEmpty()).collect(Collectors.toSet());
        return Stream.of(
                document.select(FIELDS).stream().filter(field -> !labelled.contains(field.id()) && !hasLabel(page, field))
                        .map(field -> "no label is bound to " + tag(field)),
                document.select(PRESSABLE).stream().filter(element -> name(page, element).isBlank())
                        .map(element -> "no accessible name on " + tag(element)),
                alike(page),
                document.select("[aria-describedby]").stream().filter(element -> described(page, element).isBlank())
                        .map(element -> "nothing describes " + tag(element)),
                REFERRING.stream().flatMap(attribute -> astray(page, attribute)),
                document.select("img:not([alt]), input[type=image]:not([alt])").stream()
                        .map(image -> "no alt on " + tag(image)),
                document.select("svg").stream().filter(svg -> !isHidden(svg) && name(page, svg).isBlank())
                        .map(svg -> "drawing neither hidden from screen readers nor named: " + tag(svg)),
                document.select("form[method=post]").stream().filter(form -> !isGuarded(form))
                        .map(form -> "no csrf-token in " + tag(form)),
                document.select("body[data-idle-seconds] form[method=post]").stream().filter(form -> !saysWhose(form))
                        .map(form -> "not said whose it is: " + tag(form)))
                .flatMap(faults -> faults);
    }

    /** Of two buttons with the same words a screen reader would say the same: unless they send the same form, each has to say of what. */
    private static Stream<String> alike(ReadPage page) {
        Map<String, List<Element>> named = page.document().select("button").stream()
                .collect(Collectors.groupingBy(button -> name(page, button)));
        return named.values().stream().filter(same -> same.stream().map(button -> button.closest("form")).distinct().count() > 1)
                .filter(same -> same.stream().anyMatch(button -> described(page, button).isBlank()))
                .map(same -> same.size() + " buttons that say \"" + name(page, same.get(0)) + "\": " + tag(same.get(0)));
    }

    /** What names another element by its id, and names none. */
    private static Stream<String> astray(ReadPage page, String attribute) {
        return page.document().select("[" + attribute + "]").stream().flatMap(element -> ids(element, attribute)
                .filter(id -> !page.byId().containsKey(id))
                .map(id -> "no element has the id \"" + id + "\" that is named by " + tag(element)));
    }

    private static Stream<String> ids(Element element, String attribute) {
        String named = element.attr(attribute);
        return named.isEmpty() ? Stream.empty() : Arrays.stream(named.split("\\s+")).filter(id -> !id.isEmpty());
    }

    private static String described(ReadPage page, Element element) {
        return texts(page, element, "aria-describedby");
    }

    /** A label that can be seen: many readers have little Dutch and no screen reader, so aria-label does not count. */
    private static boolean hasLabel(ReadPage page, Element field) {
        Element around = field.closest("label");
        return (around != null && saysSomething(around)) || !referredText(page, field).isBlank();
    }

    /** What is filled in, or can be chosen, is not what the label says. */
    private static boolean saysSomething(Element label) {
        Element words = label.clone();
        words.select(FIELDS).remove();
        return words.hasText();
    }

    private static String name(ReadPage page, Element element) {
        String referred = referredText(page, element);
        if (!referred.isBlank()) {
            return referred;
        }
        if (element.hasAttr("aria-label")) {
            return element.attr("aria-label");
        }
        if (element.nameIs("input")) {
            return element.attr("value") + element.attr("alt");
        }
        if (element.childrenSize() == 0 && !element.nameIs("img")) {
            return element.text();
        }
        Element visible = element.clone();
        visible.select("[aria-hidden=true]").remove();
        return visible.text() + String.join("", visible.select("img").eachAttr("alt"))
                + String.join("", visible.select("[role=img]").eachAttr("aria-label"));
    }

    private static String referredText(ReadPage page, Element element) {
        return texts(page, element, "aria-labelledby");
    }

    private static String texts(ReadPage page, Element element, String attribute) {
        return ids(element, attribute).map(id -> page.byId().get(id))
                .map(target -> target == null ? "" : target.text())
                .reduce("", String::concat);
    }

    private static boolean isHidden(Element element) {
        return element.closest("[aria-hidden=true]") != null;
    }

    /** Anybody may sign out who is there, and who has the link of a notice may stop those, whoever is signed in. */
    private static boolean saysWhose(Element form) {
        return form.attr("action").matches("/sign-out|/notices/stop/.*")
                || form.select("input[name=whose]").stream().anyMatch(mark -> !mark.attr("value").isBlank());
    }

    /** Our own token; on the sign-in page of the identity provider the request's state does the same (RFC 6749, 10.12). */
    private static boolean isGuarded(Element form) {
        return form.attr("action").matches(".*/authorize\\?.*\\bstate=[^&]+.*")
                || form.select("input[name=csrf-token]").stream().anyMatch(token -> !token.attr("value").isBlank());
    }
}
