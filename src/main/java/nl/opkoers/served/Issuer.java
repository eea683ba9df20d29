package nl.opkoers.served;

import java.net.URI;
import java.util.List;

/**
 * An OpenID Connect issuer, and the portal's account there.
 *
 * @param levels the levels of assurance that suffice, the lowest first; without one any level will do
 */
public record Issuer(URI address, String clientId, String clientSecret, List<String> levels) {

    /** Where it is on the web: scheme and authority. */
    public String origin() {
        return address.getScheme() + "://" + address.getAuthority();
    }

    /** Without the secret: it may end up in a log. */
    @Override
    public String toString() {
        return clientId + " at " + address;
    }
}
