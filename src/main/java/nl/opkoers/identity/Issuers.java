package nl.opkoers.identity;

import io.quarkus.oidc.OidcConfigurationMetadata;
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

    /** Where its own session is ended; empty when it has no such place, or was not reached yet. */
    Optional<String> endSession(Entrance entrance) {
        return Optional.ofNullable(of(entrance).getOidcMetadata()).map(OidcConfigurationMetadata::getEndSessionUri);
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

    /** @throws IllegalStateException when it was not reached yet */
    private OidcConfigurationMetadata known(Entrance entrance) {
        return Optional.ofNullable(of(entrance).getOidcMetadata()).orElseThrow(() -> new IllegalStateException("The issuer was not reached yet"));
    }

    private TenantConfigContext of(Entrance entrance) {
        return configured.getStaticTenant(entrance.issuer());
    }
}
