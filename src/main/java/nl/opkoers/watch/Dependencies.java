package nl.opkoers.watch;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Names each thing that the portal leans on, and whether it is there. For people who look, at {@code /q/health/well}: a node is
 * not to be taken out of service for it, as it goes on with what was last seen. How many are away is said; of whom is only told
 * to who may read the measures.
 */
final class Dependencies {

    private Dependencies() {
    }

    private static HealthCheckResponse of(Surrounding part, Around around) {
        Map<String, Boolean> seen = around.of(part);
        long away = seen.values().stream().filter(up -> !up).count();
        return HealthCheckResponse.named(part.shown()).status(away == 0).withData("looked-for", seen.size()).withData("away", away).build();
    }

    /** Where participants sign in. */
    @Wellness
    @ApplicationScoped
    static class Issuer implements HealthCheck {

        private final Around around;

        Issuer(Around around) {
            this.around = around;
        }

        @Override
        public HealthCheckResponse call() {
            return of(Surrounding.ISSUER, around);
        }
    }

    /** Where staff sign in. */
    @Wellness
    @ApplicationScoped
    static class StaffIssuer implements HealthCheck {

        private final Around around;

        StaffIssuer(Around around) {
            this.around = around;
        }

        @Override
        public HealthCheckResponse call() {
            return of(Surrounding.STAFF_ISSUER, around);
        }
    }

    /** The municipality's systems. */
    @Wellness
    @ApplicationScoped
    static class MunicipalApi implements HealthCheck {

        private final Around around;

        MunicipalApi(Around around) {
            this.around = around;
        }

        @Override
        public HealthCheckResponse call() {
            return of(Surrounding.MUNICIPAL_API, around);
        }
    }

    /** The operator's mail server. */
    @Wellness
    @ApplicationScoped
    static class Mail implements HealthCheck {

        private final Around around;

        Mail(Around around) {
            this.around = around;
        }

        @Override
        public HealthCheckResponse call() {
            return of(Surrounding.MAIL, around);
        }
    }
}
