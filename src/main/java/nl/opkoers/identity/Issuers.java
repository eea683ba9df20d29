package nl.opkoers.identity;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import nl.opkoers.served.Issuer;
import nl.opkoers.served.ServedMunicipalities;
import nl.opkoers.served.ServedMunicipality;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;

/** What the identity providers of the municipality for which this is done say of themselves (OpenID Connect Discovery 1.0, 4). */
@ApplicationScoped
class Issuers {

    private static final Logger LOG = Logger.getLogger(Issuers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    /** It was not reached yet. */
    static final class Away extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Away() {
            super("The issuer cannot be reached");
        }
    }

    private final ServedMunicipalities served;
    private final Map<Issuer, OidcConfigurationMetadata> known = new ConcurrentHashMap<>();
    /** What comes of asking one, for who waits for it. */
    private final Map<Issuer, CompletableFuture<Boolean>> trying = new ConcurrentHashMap<>();
    /** Those that did not answer when they were asked last. */
    private final Set<Issuer> away = ConcurrentHashMap.newKeySet();

    Issuers(ServedMunicipalities served) {
        this.served = served;
    }

    /** Where its own session is ended; empty when it has no such place, or cannot be reached. */
    Optional<String> endSession(Entrance entrance) {
        reached(entrance);
        return Optional.ofNullable(known.get(here(entrance))).map(OidcConfigurationMetadata::getEndSessionUri);
    }

    /**
     * Whether it can be asked. One that was away is tried again, by one at a time: the others hear at once that it is away, and so
     * do not wait for each other. Of one that is asked for the first time, as by a node that has just begun, nobody can say that yet.
     */
    boolean reached(Entrance entrance) {
        return reached(served.now(), entrance);
    }

    private boolean reached(ServedMunicipality municipality, Entrance entrance) {
        Issuer issuer = entrance.issuer(municipality);
        if (known.containsKey(issuer)) {
            return true;
        }
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> another = trying.putIfAbsent(issuer, mine);
        if (another != null) {
            return !away.contains(issuer) && another.join();
        }
        boolean there = false;
        try {
            there = answers(issuer);
            if (!there) {
                LOG.warnf("The %s' issuer of municipality %s cannot be reached", entrance.issuer(), municipality.code());
            }
        } finally {
            trying.remove(issuer);
            mine.complete(there);
        }
        return there;
    }

    private boolean answers(Issuer issuer) {
        try {
            known.put(issuer, ask(issuer));
            away.remove(issuer);
            return true;
        } catch (IOException | RuntimeException failure) {
            away.add(issuer);
            return false;
        }
    }

    private static OidcConfigurationMetadata ask(Issuer issuer) throws IOException {
        Get get = new Get();
        get.setConnectTimeout((int) PATIENCE.toMillis());
        get.setReadTimeout((int) PATIENCE.toMillis());
        get.setRetries(0);
        return new OidcConfigurationMetadata(new JsonObject(
                get.get(issuer.address().toString().replaceAll("/+$", "") + DISCOVERY).getBody()));
    }

    /** What it calls itself in tokens. @throws Away as nobody waits for it here */
    String name(Entrance entrance) {
        return heard(entrance).getIssuer();
    }

    /** Where its keys are. @throws Away as nobody waits for it here */
    String keys(Entrance entrance) {
        return heard(entrance).getJsonWebKeySetUri();
    }

    /** The portal's name there. */
    String clientId(Entrance entrance) {
        return here(entrance).clientId();
    }

    /** The issuer itself. */
    Issuer here(Entrance entrance) {
        return entrance.issuer(served.now());
    }

    private OidcConfigurationMetadata heard(Entrance entrance) {
        ServedMunicipality municipality = served.now();
        Issuer issuer = entrance.issuer(municipality);
        OidcConfigurationMetadata said = known.get(issuer);
        if (said != null) {
            return said;
        }
        if (!trying.containsKey(issuer)) {
            Infrastructure.getDefaultWorkerPool().execute(() -> reached(municipality, entrance));
        }
        throw new Away();
    }
}
