package nl.opkoers.identity;

import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How sure the identity provider has to be of who signs in: the portal asks for a level ({@code acr_values}, OpenID Connect
 * Core 1.0, 3.1.2.1), and takes nobody in below it, whatever the identity provider did with what was asked.
 */
@ApplicationScoped
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class Assurance implements OidcRedirectFilter {

    /** The claim in which the level is told. */
    static final String LEVEL = "acr";

    private final List<String> ofParticipants;
    private final List<String> ofStaff;

    /** Each a list of the levels that suffice, the lowest first; without one any level will do. */
    Assurance(@ConfigProperty(name = "opkoers.issuer.acr") Optional<List<String>> ofParticipants,
            @ConfigProperty(name = "opkoers.staff-issuer.acr") Optional<List<String>> ofStaff) {
        this.ofParticipants = ofParticipants.orElse(List.of());
        this.ofStaff = ofStaff.orElse(List.of());
    }

    @Override
    public void filter(OidcRedirectContext redirect) {
        boolean staff = Entrance.STAFF_ISSUER.equals(redirect.oidcTenantConfig().tenantId().orElse(null));
        List<String> enough = staff ? ofStaff : ofParticipants;
        if (!enough.isEmpty()) {
            redirect.additionalQueryParams().set("acr_values", enough.get(0));
        }
    }

    /** @param told the level in the token; {@code null} when there is none */
    boolean suffices(Entrance entrance, String told) {
        List<String> enough = entrance == Entrance.STAFF ? ofStaff : ofParticipants;
        return enough.isEmpty() || told != null && enough.contains(told);
    }
}
