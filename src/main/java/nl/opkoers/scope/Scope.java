package nl.opkoers.scope;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import java.util.function.Supplier;

/** Says that something is not done for whoever is signed in, but by the portal itself. */
public final class Scope {

    static final ThreadLocal<Boolean> PORTAL = ThreadLocal.withInitial(() -> false);

    private Scope() {
    }

    /**
     * Does this as the portal itself, for which the rows of everybody are open: what nobody has to be signed in for, such as a job
     * or an address with a secret in it, or what concerns rows that who is signed in may not see. Who that is stays known, so
     * that what is recorded of it still tells. Also inside a running transaction, whose rest is as before.
     *
     * <p>On this thread alone: what it lets other threads do, those have to do as the portal themselves.
     */
    public static <T> T portal(Supplier<T> work) {
        if (PORTAL.get()) {
            return work.get();
        }
        PORTAL.set(true);
        try {
            tell();
            return work.get();
        } finally {
            PORTAL.remove();
            tell();
        }
    }

    /** As {@link #portal(Supplier)}. */
    public static void portal(Runnable work) {
        portal(() -> {
            work.run();
            return null;
        });
    }

    /** Whether this thread does something as the portal itself. */
    static boolean isPortal() {
        return PORTAL.get();
    }

    private static void tell() {
        ArcContainer container = Arc.container();
        if (container != null && container.isRunning()) {
            container.instance(ScopedConnections.class).get().tellAgain();
        }
    }
}
