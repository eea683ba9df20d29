package nl.opkoers.watch;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Names each thing that the portal leans on, and whether it is there. For people who look, at {@code /q/health/well}: a node is
 * not to be taken out of service for it, as it goes on with what was last seen. How many are away is said; of whom is only told
 * to who may read the measures.
 */
class Dependencies {

    private final Around around;

    Dependencies(Around around) {
        this.around = around;
    }

    @Produces
    @Wellness
    @ApplicationScoped
    HealthCheck issuer() {
        return () -> look(Surrounding.ISSUER);
    }

    @Produces
    @Wellness
    @ApplicationScoped
    HealthCheck staffIssuer() {
        return () -> look(Surrounding.STAFF_ISSUER);
    }

    @Produces
    @Wellness
    @ApplicationScoped
    HealthCheck municipalApi() {
        return () -> look(Surrounding.MUNICIPAL_API);
    }

    @Produces
    @Wellness
    @ApplicationScoped
    HealthCheck mail() {
        return () -> look(Surrounding.MAIL);
    }

    @Produces
    @Wellness
    @ApplicationScoped
    HealthCheck replica() {
        return () -> look(Surrounding.REPLICA);
    }

    private HealthCheckResponse look(Surrounding part) {
        Map<String, Boolean> seen = around.of(part);
        long away = seen.values().stream().filter(up -> !up).count();
        return HealthCheckResponse.named(part.shown()).status(away == 0).withData("looked-for", seen.size()).withData("away", away).build();
    }
}
