package nl.opkoers.identity;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** What the identity providers say of themselves. */
@ApplicationScoped
class Issuers {

    private static final Logger LOG = Logger.getLogger(Issuers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** It was not reached yet. */
    static final class Away extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Away() {
            super("The issuer cannot be reached");
        }
    }

    private final TenantConfigBean configured;
    private final Map<Entrance, AtomicBoolean> trying =
            Map.of(Entrance.PARTICIPANTS, new AtomicBoolean(), Entrance.STAFF, new AtomicBoolean());

    Issuers(TenantConfigBean configured) {
        this.configured = configured;
    }

    /** Where its own session is ended; empty when it has no such place, or was not reached yet. */
    Optional<String> endSession(Entrance entrance) {
        return Optional.ofNullable(of(entrance).getOidcMetadata()).map(OidcConfigurationMetadata::getEndSessionUri);
    }

    /**
     * Whether it can be asked. One that was away when the portal started is tried again, by one at a time: the others hear at once
     * that it is away, and so do not wait for each other.
     */
    boolean reached(Entrance entrance) {
        if (of(entrance).ready()) {
            return true;
        }
        if (!trying.get(entrance).compareAndSet(false, true)) {
            return false;
        }
        try {
            return of(entrance).initialize().await().atMost(PATIENCE).ready();
        } catch (RuntimeException away) {
            LOG.warnf("The %s' issuer cannot be reached", entrance.issuer());
            return false;
        } finally {
            trying.get(entrance).set(false);
        }
    }

    /** What it calls itself in tokens. @throws Away as nobody waits for it here */
    String name(Entrance entrance) {
        return known(entrance).getIssuer();
    }

    /** Where its keys are. @throws Away as nobody waits for it here */
    String keys(Entrance entrance) {
        return known(entrance).getJsonWebKeySetUri();
    }

    /** The portal's name there. */
    String clientId(Entrance entrance) {
        return of(entrance).oidcConfig().clientId().orElseThrow();
    }

    private OidcConfigurationMetadata known(Entrance entrance) {
        OidcConfigurationMetadata metadata = of(entrance).getOidcMetadata();
        if (metadata != null) {
            return metadata;
        }
        if (!trying.get(entrance).get()) {
            Infrastructure.getDefaultWorkerPool().execute(() -> reached(entrance));
        }
        throw new Away();
    }

    private TenantConfigContext of(Entrance entrance) {
        return configured.getStaticTenant(entrance.issuer());
    }
}
