package nl.opkoers.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Which pages of somebody are open and hear what is new, on this node: a few, of which the newest count. */
@ApplicationScoped
class OpenPages {

    static final int MOST = 5;
    /** What a page hears last when it makes way for a newer one: it does not ask again. */
    static final String FULL = "full";

    private final Map<String, Deque<CompletableFuture<String>>> open = new HashMap<>();

    /**
     * One more page is open.
     *
     * @param who whose it is
     * @return done, with {@link #FULL}, when it is to be told nothing any more
     */
    CompletableFuture<String> enter(String who) {
        CompletableFuture<String> page = new CompletableFuture<>();
        CompletableFuture<String> oldest = null;
        synchronized (open) {
            Deque<CompletableFuture<String>> pages = open.computeIfAbsent(who, first -> new ArrayDeque<>());
            pages.addLast(page);
            if (pages.size() > MOST) {
                oldest = pages.removeFirst();
            }
        }
        if (oldest != null) {
            oldest.complete(FULL);
        }
        return page;
    }

    /** This page is not open any more. */
    void leave(String who, CompletableFuture<String> page) {
        synchronized (open) {
            open.computeIfPresent(who, (somebody, pages) -> pages.remove(page) && pages.isEmpty() ? null : pages);
        }
    }

    /** How many pages of somebody are told what is new. */
    int of(String who) {
        synchronized (open) {
            return open.getOrDefault(who, new ArrayDeque<>()).size();
        }
    }
}
