package nl.opkoers.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where what the portal leans on is, by the code of the municipality whose it is. */
@ApplicationScoped
class Addresses {

    private final String municipality;
    private final String issuer;
    private final String staffIssuer;
    private final Optional<InetSocketAddress> mailServer;

    Addresses(@ConfigProperty(name = "opkoers.municipality.code") String municipality,
            @ConfigProperty(name = "opkoers.issuer.url") String issuer,
            @ConfigProperty(name = "opkoers.staff-issuer.url") String staffIssuer,
            @ConfigProperty(name = "opkoers.notice.mail.from") Optional<String> from,
            @ConfigProperty(name = "opkoers.mail.host") String host, @ConfigProperty(name = "opkoers.mail.port") int port) {
        this.municipality = municipality;
        this.issuer = issuer;
        this.staffIssuer = staffIssuer;
        this.mailServer = from.map(sender -> InetSocketAddress.createUnresolved(host, port));
    }

    Map<String, String> issuers() {
        return Map.of(municipality, issuer);
    }

    Map<String, String> staffIssuers() {
        return Map.of(municipality, staffIssuer);
    }

    /** Empty when nothing goes by mail. */
    Optional<InetSocketAddress> mailServer() {
        return mailServer;
    }
}
