package nl.opkoers.identity;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.opkoers.served.Issuer;
import nl.opkoers.served.ServedMunicipalities;
import nl.opkoers.served.ServedMunicipality;

/**
 * The code flow of every municipality at either way in: as application.properties sets it up for all of them, with an issuer of
 * its own. An address that is no part of a way in has none.
 */
@ApplicationScoped
class CodeFlows implements TenantConfigResolver {

    /** By this the code flow reaches out to an issuer anew once its settings are others. */
    private static final String REPLACE = "replace-tenant-configuration-context";

    private final ServedMunicipalities served;
    private final TenantConfigBean patterns;
    private final Map<String, Flow> flows = new ConcurrentHashMap<>();

    private record Flow(Issuer issuer, OidcTenantConfig config) {
    }

    CodeFlows(ServedMunicipalities served, TenantConfigBean patterns) {
        this.served = served;
        this.patterns = patterns;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> request) {
        context.put(REPLACE, Boolean.TRUE.toString());
        Optional<OidcTenantConfig> flow = Entrance.above(context.normalizedPath())
                .flatMap(entrance -> served.of(context).map(municipality -> of(entrance, municipality)));
        return Uni.createFrom().item(flow.orElse(null));
    }

    /** The same as long as the issuer is. */
    private OidcTenantConfig of(Entrance entrance, ServedMunicipality municipality) {
        Issuer issuer = entrance.issuer(municipality);
        return flows.compute(entrance.tenant(municipality),
                (tenant, known) -> known != null && known.issuer().equals(issuer) ? known : new Flow(issuer, make(entrance, tenant, issuer)))
                .config();
    }

    private OidcTenantConfig make(Entrance entrance, String tenant, Issuer issuer) {
        OidcTenantConfig pattern = patterns.getStaticTenant(entrance.issuer()).oidcConfig();
        // What one flow began none of the others can go on with: a cookie of it under another's name is garbled there.
        String secret = pattern.authentication().stateSecret().orElseThrow() + " " + tenant;
        return OidcTenantConfig.builder(pattern).tenantId(tenant).enableTenant().authentication().stateSecret(secret).end()
                .authServerUrl(issuer.address().toString()).clientId(issuer.clientId()).credentials(issuer.clientSecret()).build();
    }
}
