package nl.opkoers.municipality;

import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.runtime.OidcClientsConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.opkoers.served.ServedMunicipalities;
import nl.opkoers.served.ServedMunicipality;

/** The lines to the municipalities that are served: made at the first call, and anew when one is set up otherwise. */
@ApplicationScoped
class MunicipalLines {

    private final ServedMunicipalities served;
    private final OidcClients clients;
    private final OidcClientsConfig configured;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    private record Made(ServedMunicipality as, MunicipalLine line) {

        /** What it is called and how it looks makes no other line. */
        boolean leadsTo(ServedMunicipality municipality) {
            return as.api().equals(municipality.api()) && as.staff().equals(municipality.staff());
        }
    }

    MunicipalLines(ServedMunicipalities served, OidcClients clients, OidcClientsConfig configured) {
        this.served = served;
        this.clients = clients;
        this.configured = configured;
    }

    /** The line to the municipality for which this is done. */
    MunicipalLine here() {
        ServedMunicipality then = served.now();
        // As it is set up by now: a page that began before a change must not bring back the line that was.
        ServedMunicipality now = served.of(then.code()).orElse(then);
        Made known = made.get(now.code());
        if (known != null && known.leadsTo(now)) {
            return known.line();
        }
        hangUpWhatNobodyNeeds();
        return made.compute(now.code(), (code, before) -> again(now, before)).line();
    }

    private Made again(ServedMunicipality now, Made before) {
        if (before != null && before.leadsTo(now)) {
            return before;
        }
        if (before != null) {
            before.line().close();
        }
        return new Made(now, OpenLine.to(now, new AccessTokens(clients, OidcClientsConfig.getDefaultClient(configured), now.code(),
                now.staff())));
    }

    private void hangUpWhatNobodyNeeds() {
        made.forEach((code, line) -> {
            if (served.of(code).isEmpty() && made.remove(code, line)) {
                line.line().close();
            }
        });
    }

    @PreDestroy
    void hangUp() {
        made.values().forEach(each -> each.line().close());
    }
}
