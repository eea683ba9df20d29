package nl.opkoers.identity;

import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import nl.opkoers.served.ServedMunicipalities;

/**
 * How sure the identity provider has to be of who signs in: the portal asks for a level ({@code acr_values}, OpenID Connect
 * Core 1.0, 3.1.2.1), and takes nobody in below it, whatever the identity provider did with what was asked.
 */
@ApplicationScoped
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class Assurance implements OidcRedirectFilter {

    /** The claim in which the level is told. */
    static final String LEVEL = "acr";

    private final ServedMunicipalities served;

    Assurance(ServedMunicipalities served) {
        this.served = served;
    }

    @Override
    public void filter(OidcRedirectContext redirect) {
        String tenant = redirect.oidcTenantConfig().tenantId().orElseThrow();
        served.all().stream().flatMap(municipality -> Arrays.stream(Entrance.values())
                        .filter(entrance -> entrance.tenant(municipality).equals(tenant)).map(entrance -> entrance.issuer(municipality)))
                .filter(issuer -> !issuer.levels().isEmpty())
                .forEach(issuer -> redirect.additionalQueryParams().set("acr_values", issuer.levels().get(0)));
    }

    /** @param told the level in the token; {@code null} when there is none */
    boolean suffices(Entrance entrance, String told) {
        List<String> enough = entrance.issuer(served.now()).levels();
        return enough.isEmpty() || told != null && enough.contains(told);
    }
}
