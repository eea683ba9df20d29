package nl.opkoers.process;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import nl.opkoers.Answer;
import nl.opkoers.Pause;
import nl.opkoers.Portal;
import org.jsoup.nodes.Element;

/**
 * Somebody who answers appointments and does not give up: when the page does not come, they press the same button again.
 * Whether the first press was heard they cannot know.
 */
final class Sender {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Portal portal;

    Sender(Portal portal) {
        this.portal = portal;
    }

    /** Opens an item and presses one of its buttons until the portal says that it was heard. */
    void answer(String item, String action, Map<String, String> typed) {
        String form = "/agenda/" + item + "/" + action;
        Answer page = insist(() -> portal.get("/agenda/" + item), 200);
        Map<String, String> fields = new LinkedHashMap<>();
        Element sent = page.document().selectFirst("form[action=" + form + "]");
        if (sent == null) {
            throw new AssertionError("no " + form + " on the page: " + page.text());
        }
        sent.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        fields.putAll(typed);
        insist(() -> portal.post(form, fields), 303);
    }

    private static Answer insist(Supplier<Answer> call, int wanted) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Answer answer = call.get();
                if (answer.status() == wanted) {
                    return answer;
                }
                if (answer.status() < 500 || System.nanoTime() > until) {
                    throw new AssertionError(answer.status() + " " + answer.title() + " " + answer.text());
                }
            } catch (UncheckedIOException away) {
                if (System.nanoTime() > until) {
                    throw away;
                }
            }
            Pause.ofMillis(100);
        }
    }
}
