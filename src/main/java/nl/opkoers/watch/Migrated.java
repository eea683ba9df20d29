package nl.opkoers.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;

/** Whether the database has all that this version needs. Once it has, that does not change, and is not asked again. */
@Readiness
@ApplicationScoped
class Migrated implements HealthCheck {

    private final Flyway flyway;
    private final AtomicBoolean done = new AtomicBoolean();

    Migrated(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public HealthCheckResponse call() {
        if (!done.get()) {
            done.set(flyway.info().pending().length == 0);
        }
        return HealthCheckResponse.named("migrations").status(done.get()).build();
    }
}
