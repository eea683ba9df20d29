package nl.opkoers.topology;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.opkoers.Answer;
import nl.opkoers.Pause;
import nl.opkoers.Portal;
import nl.opkoers.language.Language;
import org.jsoup.nodes.Element;

/**
 * People who go on while something breaks: each reads page after page, and answers one appointment after the other. Whoever sees
 * something else than they asked for writes that down and presses the same button again.
 */
final class Traffic implements AutoCloseable {

    private static final List<String> PAGES = List.of("/", "/agenda", "/plan", "/messages");
    private static final int PAUSE_MILLIS = 50;
    /** So that their appointments are enough for all that breaks. */
    private static final int BETWEEN_ANSWERS_MILLIS = 300;
    private static final int TO_BE_SURE = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** One thing that somebody asked for; {@code wrong} says what they saw in its place, or is null. */
    private record Seen(long at, String wrong) {
    }

    private final String portal;
    private final List<List<Seen>> everybody = Collections.synchronizedList(new ArrayList<>());
    private final List<Answer> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<String> sent;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile long broke = System.nanoTime();
    private volatile boolean ended;

    /** @param sent where what was sent, and heard, is written down */
    Traffic(String portal, List<String> sent) {
        this.portal = portal;
        this.sent = sent;
    }

    /** Somebody who is signed in begins: with the appointments in this queue. */
    void begin(Map<String, Object> jar, Queue<String> items) {
        List<Seen> read = watched();
        List<Seen> answered = watched();
        threads.submit(() -> {
            Portal browser = Portal.visitor(portal, Language.NL).bring(jar);
            for (int page = 0; !ended; page++) {
                String path = PAGES.get(page % PAGES.size());
                ask(read, 200, () -> browser.get(path));
            }
        });
        threads.submit(() -> {
            Portal browser = Portal.visitor(portal, Language.NL).bring(jar);
            for (String item = items.poll(); item != null && !ended; item = items.poll()) {
                confirm(answered, browser, item);
                Pause.ofMillis(BETWEEN_ANSWERS_MILLIS);
            }
            // Who has nothing more to send still sees whether it is well.
            while (!ended) {
                ask(answered, 200, () -> browser.get("/agenda"));
            }
        });
    }

    private List<Seen> watched() {
        List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
        everybody.add(seen);
        return seen;
    }

    /** Once it was begun it is gone through with: what was sent has to be known. */
    private void confirm(List<Seen> seen, Portal browser, String item) {
        String form = "/agenda/" + item + "/confirm";
        Element shown = insistOnForm(seen, browser, item, form);
        Map<String, String> fields = new LinkedHashMap<>();
        shown.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        insist(seen, 303, () -> browser.post(form, fields));
        sent.add(item);
    }

    /** While the municipality cannot be reached, the page may say so instead of asking anything. */
    private Element insistOnForm(List<Seen> seen, Portal browser, String item, String form) {
        while (true) {
            Answer page = insist(seen, 200, () -> browser.get("/agenda/" + item));
            Element shown = page.document().selectFirst("form[action=" + form + "]");
            if (shown != null) {
                return shown;
            }
            seen.add(new Seen(System.nanoTime(), "no form on " + page.title()));
        }
    }

    private Answer insist(List<Seen> seen, int wanted, Supplier<Answer> call) {
        Answer answer = ask(seen, wanted, call);
        while (answer == null) {
            answer = ask(seen, wanted, call);
        }
        return answer;
    }

    /** Null when it was not what was wanted. */
    private Answer ask(List<Seen> seen, int wanted, Supplier<Answer> call) {
        pause();
        try {
            Answer answer = call.get();
            boolean good = answer.status() == wanted && (wanted != 200 || !answer.title().isEmpty());
            seen.add(new Seen(System.nanoTime(), good ? null : answer.status() + " " + answer.title()));
            if (!good) {
                failures.add(answer);
            }
            return good ? answer : null;
        } catch (UncheckedIOException cut) {
            seen.add(new Seen(System.nanoTime(), cut.getMessage()));
            return null;
        }
    }

    /** All that anybody saw that they had not asked for. */
    List<String> wrong() {
        return everybody.stream().flatMap(seen -> List.copyOf(seen).stream()).map(Seen::wrong).filter(each -> each != null).toList();
    }

    /** The answers among those. */
    List<Answer> failures() {
        return List.copyOf(failures);
    }

    int asked() {
        return everybody.stream().mapToInt(List::size).sum();
    }

    /** Now something breaks: from here it is counted. */
    void breaks() {
        broke = System.nanoTime();
    }

    /** Goes on until everybody saw some good pages in a row, and tells how long after it broke the first of those was. */
    Duration wellAgain() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!everybody.stream().allMatch(Traffic::isWell)) {
            assertTrue(System.nanoTime() < until, () -> "still not well: " + wrong());
            pause();
        }
        return Duration.ofNanos(everybody.stream().mapToLong(this::firstGood).max().orElseThrow() - broke);
    }

    private static boolean isWell(List<Seen> seen) {
        List<Seen> all = List.copyOf(seen);
        return all.size() >= TO_BE_SURE && all.subList(all.size() - TO_BE_SURE, all.size()).stream().allMatch(each -> each.wrong() == null);
    }

    /** When the first good one was after the last that was not; nobody who saw nothing wrong waited for anything. */
    private long firstGood(List<Seen> seen) {
        List<Seen> all = List.copyOf(seen);
        int first = all.size();
        while (first > 0 && all.get(first - 1).wrong() == null) {
            first--;
        }
        return first == 0 ? broke : all.get(first).at();
    }

    static void pause() {
        Pause.ofMillis(PAUSE_MILLIS);
    }

    /** Lets everybody finish what they are doing. */
    @Override
    public void close() {
        ended = true;
        threads.shutdown();
        try {
            assertTrue(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS), "somebody still waits");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
