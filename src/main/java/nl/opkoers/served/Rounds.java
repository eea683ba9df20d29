package nl.opkoers.served;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.opkoers.scope.Scope;
import nl.opkoers.scope.Traced;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * What the portal does by itself, for every municipality at the same time. Each has a turn of its own, and the next only when its
 * last one is over: so one that is away or slow holds up no other.
 */
@ApplicationScoped
public class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final ServedMunicipalities served;
    private final ManagedExecutor executor;
    private final Set<Turn> busy = ConcurrentHashMap.newKeySet();

    private record Turn(String job, String municipality) {
    }

    Rounds(ServedMunicipalities served, ManagedExecutor executor) {
        this.served = served;
        this.executor = executor;
    }

    /**
     * Begins a job for each municipality that is served, and waits for none.
     *
     * @param job tells it from other jobs
     */
    public void begin(String job, Runnable work) {
        served.all().forEach(municipality -> begin(new Turn(job, municipality.code()), work));
    }

    private void begin(Turn turn, Runnable work) {
        if (!busy.add(turn)) {
            return;
        }
        try {
            executor.runAsync(() -> Traced.apart(turn.job(), turn.municipality(), () -> Scope.of(turn.municipality(), work)))
                    .whenComplete((done, failure) -> {
                        busy.remove(turn);
                        if (failure != null) {
                            LOG.errorf(failure, "Nothing comes of the job %s for municipality %s", turn.job(), turn.municipality());
                        }
                    });
        } catch (RuntimeException full) {
            busy.remove(turn);
            throw full;
        }
    }
}
