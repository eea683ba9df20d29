package nl.opkoers.scope;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import java.util.function.Supplier;

/** Says that something is not done for whoever is signed in, but by the portal itself; and for which municipality. */
public final class Scope {

    static final ThreadLocal<Boolean> PORTAL = ThreadLocal.withInitial(() -> false);
    private static final ThreadLocal<String> MUNICIPALITY = new ThreadLocal<>();

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

    /**
     * Does this for a municipality, whatever host was asked for: what no request is made for, or goes on after it.
     *
     * @param municipality its code
     */
    public static <T> T of(String municipality, Supplier<T> work) {
        String before = MUNICIPALITY.get();
        MUNICIPALITY.set(municipality);
        try {
            return work.get();
        } finally {
            if (before == null) {
                MUNICIPALITY.remove();
            } else {
                MUNICIPALITY.set(before);
            }
        }
    }

    /** As {@link #of(String, Supplier)}. */
    public static void of(String municipality, Runnable work) {
        of(municipality, () -> {
            work.run();
            return null;
        });
    }

    /** The code of the municipality for which this thread was told to work; {@code null} when it was not told. */
    public static String municipality() {
        return MUNICIPALITY.get();
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
