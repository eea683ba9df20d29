package nl.opkoers.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import nl.opkoers.served.Issuer;
import nl.opkoers.served.ServedMunicipalities;
import nl.opkoers.served.ServedMunicipality;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where what the portal leans on is, by the code of the municipality whose it is. */
@ApplicationScoped
class Addresses {

    private final ServedMunicipalities served;
    private final Optional<InetSocketAddress> mailServer;

    Addresses(ServedMunicipalities served, @ConfigProperty(name = "opkoers.notice.mail.from") Optional<String> from,
            @ConfigProperty(name = "opkoers.mail.host") String host, @ConfigProperty(name = "opkoers.mail.port") int port) {
        this.served = served;
        this.mailServer = from.map(sender -> InetSocketAddress.createUnresolved(host, port));
    }

    Map<String, String> issuers() {
        return each(ServedMunicipality::participants);
    }

    Map<String, String> staffIssuers() {
        return each(ServedMunicipality::staff);
    }

    private Map<String, String> each(Function<ServedMunicipality, Issuer> whose) {
        Map<String, String> addresses = new TreeMap<>();
        served.all().forEach(municipality -> addresses.put(municipality.code(), whose.apply(municipality).address().toString()));
        return addresses;
    }

    /** Empty when nothing goes by mail. */
    Optional<InetSocketAddress> mailServer() {
        return mailServer;
    }
}
