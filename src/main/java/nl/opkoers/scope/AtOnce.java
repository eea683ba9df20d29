package nl.opkoers.scope;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page needs of the participant who asks for it, read when the first of it is wanted: all of it in one query, which goes to
 * the database, or to its replica, together with who asks, and comes back outside any transaction.
 *
 * <p>It lives for one request: nothing of it is ever there for another.
 */
@RequestScoped
public class AtOnce {

    private final CurrentVertxRequest request;
    private final WhoAsks whoAsks;
    private final Questions questions;
    private final ScopedConnections connections;
    private final JustChanged justChanged;
    private Map<String, List<Row>> found;

    AtOnce(CurrentVertxRequest request, WhoAsks whoAsks, Questions questions, ScopedConnections connections,
            JustChanged justChanged) {
        this.request = request;
        this.whoAsks = whoAsks;
        this.questions = questions;
        this.connections = connections;
        this.justChanged = justChanged;
    }

    /**
     * The rows of a part. Empty when this page does not need it, or it was taken before: then who wants it asks for it alone, and
     * finds it as it is by then.
     *
     * @throws jakarta.persistence.PersistenceException when the database cannot be asked
     */
    public Optional<List<Row>> take(Part part) {
        if (found == null) {
            found = read();
        }
        return Optional.ofNullable(found.remove(part.name()));
    }

    private Map<String, List<Row>> read() {
        RoutingContext page = request.getCurrent();
        WhoAsks.Who who = whoAsks.now();
        Map<String, List<Row>> rows = new HashMap<>();
        // Who sends something changes what would have been read before.
        if (page != null && HttpMethod.GET.equals(page.request().method()) && who.participant() != null) {
            rows.putAll(connections.ask(questions.of(page.normalizedPath(), who), justChanged.since(page)));
        }
        return rows;
    }
}
