package nl.opkoers.identity;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What the identity providers say of themselves. */
@ApplicationScoped
class Issuers {

    private final TenantConfigBean configured;

    Issuers(TenantConfigBean configured) {
        this.configured = configured;
    }

    /** Where its own session is ended; empty when it has no such place. */
    Optional<String> endSession(Entrance entrance) {
        return Optional.ofNullable(of(entrance).getOidcMetadata().getEndSessionUri());
    }

    /** The portal's name there. */
    String clientId(Entrance entrance) {
        return of(entrance).oidcConfig().clientId().orElseThrow();
    }

    private TenantConfigContext of(Entrance entrance) {
        return configured.getStaticTenant(entrance.issuer());
    }
}
