package nl.opkoers.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fixed ports of the demo, all on this machine only. */
final class DemoPorts {
    static final int PORTAL = 8080;
    static final int MUNICIPALITY = 8081;
    static final int IDENTITY_PROVIDER = 8082;
    static final int DATABASE = 8083;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private DemoPorts() {}

    /**
     * Waits shortly until the demo's ports are free: what is left of a killed demo needs a moment to end.
     *
     * @throws DemoFailure naming every port that somebody else holds
     */
    static void requireFree(int portal) {
        Map<Integer, String> taken = new LinkedHashMap<>(Map.of());
        long until = System.nanoTime() + PATIENCE.toNanos();
        do {
            taken.clear();
            wanted(portal).forEach((port, use) -> {
                if (!free(port)) {
                    taken.put(port, use);
                }
            });
        } while (!taken.isEmpty() && System.nanoTime() < until && pause());
        if (!taken.isEmpty()) {
            throw new DemoFailure("Another program holds a port that the demo needs: " + taken
                    + ". Stop that program and start the demo again.");
        }
    }

    private static Map<Integer, String> wanted(int portal) {
        Map<Integer, String> wanted = new LinkedHashMap<>();
        wanted.put(portal, "the portal");
        wanted.put(MUNICIPALITY, "the reference municipality");
        wanted.put(IDENTITY_PROVIDER, "sign-in");
        wanted.put(DATABASE, "the database");
        return wanted;
    }

    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static boolean pause() {
        try {
            Thread.sleep(100);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
