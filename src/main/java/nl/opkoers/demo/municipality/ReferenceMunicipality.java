package nl.opkoers.demo.municipality;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import org.jboss.logging.Logger;

/**
 * A running reference municipality. Several can run in one process; each has its own port, pool and faults.
 */
public final class ReferenceMunicipality implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ReferenceMunicipality.class);

    private final Store store;
    private final Feed feed;
    private final Clock clock;
    private final Faults faults;
    private final Vertx vertx;
    private final HttpServer server;

    private ReferenceMunicipality(Store store, Feed feed, Clock clock, Faults faults, Vertx vertx, HttpServer server) {
        this.store = store;
        this.feed = feed;
        this.clock = clock;
        this.faults = faults;
        this.vertx = vertx;
        this.server = server;
    }

    /**
     * Creates the tables where they are missing, fills an empty database with the cast and the population,
     * and listens.
     *
     * @throws IllegalStateException when the database cannot be reached or the port is taken
     */
    public static ReferenceMunicipality start(Settings settings) {
        ObjectMapper json = new ObjectMapper();
        Store store = new Store(settings);
        Vertx vertx = null;
        try {
            store.createTables();
            new Seeding(store, json, settings.clock()).fillWhenEmpty();
            Faults faults = new Faults();
            vertx = Vertx.vertx(withoutFileCache());
            Feed feed = new Feed(store, settings.clock());
            Routes routes = new Routes(store, feed, settings.clock(), new TokenCheck(settings), faults, settings.itself(),
                    json);
            HttpServer server = await(vertx.createHttpServer()
                    .requestHandler(routes.router(vertx, settings.demoControls()))
                    .listen(settings.port(), settings.host()));
            LOG.infof("Reference municipality listens on port %d", server.actualPort());
            return new ReferenceMunicipality(store, feed, settings.clock(), faults, vertx, server);
        } catch (RuntimeException e) {
            store.close();
            if (vertx != null) {
                vertx.close();
            }
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** What this municipality is told to do wrong. */
    public Faults faults() {
        return faults;
    }

    /** The feed of events, to read how far it is and to make it misbehave. */
    public Feed feed() {
        return feed;
    }

    /** The highest number that the feed gave out. */
    public long lastEvent() {
        return feed.last();
    }

    /** What the people of the municipality can change. */
    public BackOffice backOffice() {
        return new BackOffice(store, feed, clock);
    }

    /** What calls really changed, in the order in which they did. */
    public List<Effect> effects() {
        return new Ledger(store).all();
    }

    /**
     * The id under which a caller knows a member of the cast.
     *
     * @throws IllegalArgumentException when there is no dossier under that key
     */
    public String idOf(String key) {
        return store.idOfKey(key).orElseThrow(() -> new IllegalArgumentException("No dossier under the key " + key));
    }

    /**
     * Edits the dossier of a member of the cast, as a back office would; its version rises by one and the feed tells
     * what changed.
     *
     * @param key  the key of the cast member, such as {@code z-tigrinya}
     * @param edit gets the dossier and gives it back changed
     * @throws IllegalArgumentException when there is no dossier under that key
     */
    public void change(String key, UnaryOperator<ObjectNode> edit) {
        String participant = idOf(key);
        store.inTransaction(connection -> {
            new DossierChanges(feed).change(connection, participant, edit, clock.instant());
            return null;
        });
    }

    @Override
    public void close() {
        await(server.close());
        await(vertx.close());
        store.close();
    }

    /** Nothing is served from files, so no temporary directory is needed. */
    private static VertxOptions withoutFileCache() {
        return new VertxOptions().setFileSystemOptions(
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("The reference municipality could not start or stop", e);
        }
    }
}
