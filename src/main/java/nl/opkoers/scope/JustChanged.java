package nl.opkoers.scope;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lets participants find on their next page what they changed with the last one, also where that is read from the replica: their
 * browser remembers for a moment how far the log of changes was by then. That says nothing of anybody, and whoever makes one up only
 * chooses which of two servers answers them.
 */
@ApplicationScoped
class JustChanged {

    private static final Logger LOG = Logger.getLogger(JustChanged.class);
    /** Longer than a replica may be behind. */
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(30);
    private static final String BEGINNING = "0/0";
    private static final String NEVER_REACHED = "FFFFFFFF/FFFFFFFF";
    private static final Pattern POSITION = Pattern.compile("[0-9A-F]{1,8}/[0-9A-F]{1,8}");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** What a stream that says that there is something new ends with, and what is asked because of it. */
    private static final String LIVE = "/live";
    private static final String NOTED = JustChanged.class.getName();

    private final Replica replica;
    private final Instance<AgroalDataSource> database;
    private final CurrentVertxRequest request;
    private final WhoAsks whoAsks;
    private final boolean secure;

    JustChanged(Replica replica, Instance<AgroalDataSource> database, CurrentVertxRequest request, WhoAsks whoAsks,
            @ConfigProperty(name = "opkoers.session.secure") boolean secure) {
        this.replica = replica;
        this.database = database;
        this.request = request;
        this.whoAsks = whoAsks;
        this.secure = secure;
    }

    /** The position in the log of changes before which nothing may be missing on this page. */
    String since(RoutingContext page) {
        if (page.normalizedPath().endsWith(LIVE)) {
            return NEVER_REACHED;
        }
        Cookie cookie = page.request().getCookie(name());
        if (cookie == null) {
            return BEGINNING;
        }
        return POSITION.matcher(cookie.getValue()).matches() ? cookie.getValue() : NEVER_REACHED;
    }

    /** Notes that this request changes something, if a request is what changes it. */
    void note() {
        try {
            RoutingContext page = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
            if (page != null) {
                page.put(NOTED, true);
            }
        } catch (ContextNotActiveException ended) {
            // What a request began may go on after it, on another thread: nobody waits for that.
            LOG.trace("Something was changed after its request");
        }
    }

    /** After all was committed. */
    @ServerResponseFilter
    void remember() {
        if (!replica.isSet()) {
            return;
        }
        RoutingContext page = request.getCurrent();
        boolean changed = page.get(NOTED) != null || !READING.contains(page.request().method());
        if (changed && whoAsks.now().participant() != null) {
            page.response().addCookie(Cookie.cookie(name(), position()).setPath("/").setHttpOnly(true).setSecure(secure)
                    .setSameSite(CookieSameSite.LAX).setMaxAge(REMEMBERED_FOR.toSeconds()));
        }
    }

    /** Also of what is committed and not on the disk yet. */
    private String position() {
        if (!BlockingOperationControl.isBlockingAllowed()) {
            return NEVER_REACHED;
        }
        try (Connection connection = database.get().getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_current_wal_insert_lsn()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException | IllegalStateException away) {
            LOG.debugf("How far the log of changes is cannot be asked: %s", away.getClass().getSimpleName());
            return NEVER_REACHED;
        }
    }

    private String name() {
        return secure ? "__Host-changed" : "changed";
    }
}
