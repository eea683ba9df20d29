package nl.opkoers.page;

import static nl.opkoers.page.ReadPage.tag;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        return Stream.of(
                document.select(FIELDS).stream().filter(field -> !hasLabel(field))
                        .map(field -> "no label is bound to " + tag(field)),
                document.select(PRESSABLE).stream().filter(element -> name(element).isBlank())
                        .map(element -> "no accessible name on " + tag(element)),
                alike(document),
                document.select("[aria-describedby]").stream().filter(element -> described(element).isBlank())
                        .map(element -> "nothing describes " + tag(element)),
                REFERRING.stream().flatMap(attribute -> astray(document, attribute)),
                document.select("img:not([alt]), input[type=image]:not([alt])").stream()
                        .map(image -> "no alt on " + tag(image)),
                document.select("svg").stream().filter(svg -> !isHidden(svg) && name(svg).isBlank())
                        .map(svg -> "drawing neither hidden from screen readers nor named: " + tag(svg)),
                document.select("form[method=post]").stream().filter(form -> !isGuarded(form))
                        .map(form -> "no csrf-token in " + tag(form)),
                document.select("body[data-idle-seconds] form[method=post]").stream().filter(form -> !saysWhose(form))
                        .map(form -> "not said whose it is: " + tag(form)))
                .flatMap(faults -> faults);
    }

    /** Of two buttons with the same words a screen reader would say the same: unless they send the same form, each has to say of what. */
    private static Stream<String> alike(Document document) {
        Map<String, List<Element>> named = document.select("button").stream().collect(Collectors.groupingBy(NameRules::name));
        return named.values().stream().filter(same -> same.stream().map(button -> button.closest("form")).distinct().count() > 1)
                .filter(same -> same.stream().anyMatch(button -> described(button).isBlank()))
                .map(same -> same.size() + " buttons that say \"" + name(same.get(0)) + "\": " + tag(same.get(0)));
    }

    /** What names another element by its id, and names none. */
    private static Stream<String> astray(Document document, String attribute) {
        return document.select("[" + attribute + "]").stream().flatMap(element -> ids(element, attribute)
                .filter(id -> document.getElementById(id) == null)
                .map(id -> "no element has the id \"" + id + "\" that is named by " + tag(element)));
    }

    private static Stream<String> ids(Element element, String attribute) {
        return Arrays.stream(element.attr(attribute).split("\\s+")).filter(id -> !id.isEmpty());
    }

    private static String described(Element element) {
        return texts(element, "aria-describedby");
    }

    /** A label that can be seen: many readers have little Dutch and no screen reader, so aria-label does not count. */
    private static boolean hasLabel(Element field) {
        Element around = field.closest("label");
        boolean bound = !field.id().isEmpty() && field.ownerDocument().select("label[for]").stream()
                .anyMatch(label -> label.attr("for").equals(field.id()) && label.hasText());
        return bound || (around != null && saysSomething(around)) || !referredText(field).isBlank();
    }

    /** What is filled in, or can be chosen, is not what the label says. */
    private static boolean saysSomething(Element label) {
        Element words = label.clone();
        words.select(FIELDS).remove();
        return words.hasText();
    }

    private static String name(Element element) {
        String referred = referredText(element);
        if (!referred.isBlank()) {
            return referred;
        }
        if (element.hasAttr("aria-label")) {
            return element.attr("aria-label");
        }
        if (element.nameIs("input")) {
            return element.attr("value") + element.attr("alt");
        }
        Element visible = element.clone();
        visible.select("[aria-hidden=true]").remove();
        return visible.text() + String.join("", visible.select("img").eachAttr("alt"))
                + String.join("", visible.select("[role=img]").eachAttr("aria-label"));
    }

    private static String referredText(Element element) {
        return texts(element, "aria-labelledby");
    }

    private static String texts(Element element, String attribute) {
        Document document = element.ownerDocument();
        return ids(element, attribute).map(document::getElementById)
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
