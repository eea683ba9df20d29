package nl.opkoers.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Stands between a portal and PostgreSQL, hands on what both say, and counts what the portal asks: exactly, and without either
 * knowing (PostgreSQL manual, 'Message Formats').
 */
final class Wire implements AutoCloseable {

    /** Asked before anything else: whether the connection can be encrypted (SSLRequest, GSSENCRequest). */
    private static final int ENCRYPTION = 80877103;
    private static final int OTHER_ENCRYPTION = 80877104;
    private static final int LENGTH = 4;

    private final ServerSocket door;
    private final int postgres;
    private final LongAdder queries = new LongAdder();
    private final LongAdder around = new LongAdder();
    private final LongAdder trips = new LongAdder();

    /** @param postgres the port of PostgreSQL, on this machine */
    Wire(int postgres) {
        this.postgres = postgres;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        daemon(this::letIn);
    }

    /**
     * What was asked.
     *
     * @param queries statements that read or write rows
     * @param around  statements around them: who asks, the beginning and the end of a transaction
     * @param trips   how often an answer was waited for
     */
    record Count(long queries, long around, long trips) {

        Count since(Count before) {
            return new Count(queries - before.queries, around - before.around, trips - before.trips);
        }

        String per(long pages) {
            return String.format(Locale.ROOT, "queries %5.2f   statements around them %5.2f   waits %5.2f", (double) queries / pages,
                    (double) around / pages, (double) trips / pages);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    Count count() {
        return new Count(queries.sum(), around.sum(), trips.sum());
    }

    private void letIn() {
        try {
            while (true) {
                Socket portal = door.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), postgres);
                portal.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                daemon(() -> listen(portal, database));
                daemon(() -> handOn(database, portal));
            }
        } catch (IOException closed) {
            // Nobody is let in any more.
        }
    }

    private static void handOn(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException hungUp) {
            // So does the other side.
        }
    }

    private void listen(Socket portal, Socket database) {
        try (portal; database) {
            DataInputStream said = new DataInputStream(new BufferedInputStream(portal.getInputStream()));
            DataOutputStream on = new DataOutputStream(new BufferedOutputStream(database.getOutputStream()));
            Listener listener = new Listener();
            boolean begun = false;
            while (true) {
                int kind = begun ? said.readUnsignedByte() : 0;
                int length = said.readInt();
                byte[] content = said.readNBytes(length - LENGTH);
                if (begun) {
                    on.writeByte(kind);
                    listener.hear((char) kind, ByteBuffer.wrap(content));
                } else {
                    int code = ByteBuffer.wrap(content).getInt();
                    begun = code != ENCRYPTION && code != OTHER_ENCRYPTION;
                }
                on.writeInt(length);
                on.write(content);
                if (said.available() == 0) {
                    on.flush();
                }
            }
        } catch (IOException hungUp) {
            // So does the other side.
        }
    }

    /** Knows what was prepared on one connection, under which name. */
    private final class Listener {

        private final Map<String, String> prepared = new HashMap<>();
        private final Map<String, String> bound = new HashMap<>();

        void hear(char kind, ByteBuffer content) {
            switch (kind) {
                case 'P' -> prepared.put(text(content), text(content));
                case 'B' -> bound.put(text(content), prepared.getOrDefault(text(content), ""));
                case 'E' -> count(bound.getOrDefault(text(content), ""));
                case 'Q' -> {
                    count(text(content));
                    trips.increment();
                }
                case 'S' -> trips.increment();
                default -> { }
            }
        }

        private void count(String statement) {
            String begins = statement.stripLeading().toUpperCase(Locale.ROOT);
            boolean isAround = begins.startsWith("BEGIN") || begins.startsWith("COMMIT") || begins.startsWith("ROLLBACK")
                    || begins.startsWith("SELECT SET_CONFIG(");
            (isAround ? around : queries).increment();
        }

        private static String text(ByteBuffer content) {
            int begin = content.position();
            while (content.get() != 0) {
                // On to the end of the text.
            }
            return new String(content.array(), begin, content.position() - begin - 1, StandardCharsets.UTF_8);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
