package nl.opkoers.identity;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What the identity providers say of themselves. */
@ApplicationScoped
class Issuers {

    private static final Logger LOG = Logger.getLogger(Issuers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final TenantConfigBean configured;

    Issuers(TenantConfigBean configured) {
        this.configured = configured;
    }

    /** Where its own session is ended; empty when it has no such place, or was not reached yet. */
    Optional<String> endSession(Entrance entrance) {
        return Optional.ofNullable(of(entrance).getOidcMetadata()).map(OidcConfigurationMetadata::getEndSessionUri);
    }

    /** Whether it can be asked; one that was away when the portal started is tried again. */
    boolean reached(Entrance entrance) {
        try {
            return of(entrance).initialize().await().atMost(PATIENCE).ready();
        } catch (RuntimeException away) {
            LOG.warnf("The %s' issuer cannot be reached", entrance.issuer());
            return false;
        }
    }

    /** What it calls itself in tokens. */
    String name(Entrance entrance) {
        return known(entrance).getIssuer();
    }

    /** Where its keys are. */
    String keys(Entrance entrance) {
        return known(entrance).getJsonWebKeySetUri();
    }

    /** The portal's name there. */
    String clientId(Entrance entrance) {
        return of(entrance).oidcConfig().clientId().orElseThrow();
    }

    /** @throws IllegalStateException when it cannot be reached */
    private OidcConfigurationMetadata known(Entrance entrance) {
        if (!reached(entrance)) {
            throw new IllegalStateException("The issuer cannot be reached");
        }
        return of(entrance).getOidcMetadata();
    }

    private TenantConfigContext of(Entrance entrance) {
        return configured.getStaticTenant(entrance.issuer());
    }
}
