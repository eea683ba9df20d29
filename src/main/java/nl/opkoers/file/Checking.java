package nl.opkoers.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Has the installation's own check look at a file. While that is away nothing is kept, and nobody loses what they typed. */
@ApplicationScoped
class Checking {

    private static final Logger LOG = Logger.getLogger(Checking.class);

    private final FileCheck check;

    Checking(FileCheck check) {
        this.check = check;
    }

    /** Why the file is not kept; empty when nothing was found in it. */
    Optional<Refusal> refusal(byte[] bytes) {
        try {
            return check.harmless(bytes) ? Optional.empty() : Optional.of(Refusal.HARMFUL);
        } catch (RuntimeException away) {
            LOG.error("The check of files does not answer", away);
            return Optional.of(Refusal.TOO_SLOW);
        }
    }
}
