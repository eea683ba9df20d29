package nl.opkoers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What no browser sends, to the running {@code @QuarkusTest}, byte by byte and from any address of this machine.
 */
public final class Raw implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    private Raw(Socket socket) {
        this.socket = socket;
    }

    /** The whole answer. @param head the status line and the headers, without the last empty line */
    public record Answer(int status, List<String> head, byte[] bytes) {

        /** What comes after the headers. */
        public String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The values of a header. */
        public List<String> header(String name) {
            return head.stream().filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip()).toList();
        }
    }

    /** A connection from an address of this machine, such as 127.0.0.2. */
    public static Raw from(String address) {
        return to(Portal.base(), address);
    }

    /** A connection to a portal elsewhere on this machine: an address without a slash at the end. */
    public static Raw to(String base, String address) {
        try {
            URI portal = URI.create(base);
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), portal.getPort()));
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new Raw(socket);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Asks for one page, with these headers. */
    public static Answer get(String address, String path, String... headers) {
        return one(address, "GET " + path, "", headers);
    }

    /** Sends one form, with these headers. */
    public static Answer post(String address, String path, String form, String... headers) {
        String[] more = Arrays.copyOf(headers, headers.length + 1);
        more[headers.length] = "Content-Type: application/x-www-form-urlencoded";
        return one(address, "POST " + path, form, more);
    }

    private static Answer one(String address, String line, String body, String... headers) {
        byte[] sent = body.getBytes(StandardCharsets.UTF_8);
        try (Raw raw = from(address)) {
            List<String> lines = new ArrayList<>(List.of(line + " HTTP/1.1", "Connection: close"));
            lines.addAll(List.of(headers));
            if (lines.stream().noneMatch(header -> header.startsWith("Host:"))) {
                lines.add("Host: " + URI.create(Portal.base()).getAuthority());
            }
            if (sent.length > 0) {
                lines.add("Content-Length: " + sent.length);
            }
            return raw.send(String.join("\r\n", lines) + "\r\n\r\n").send(sent).answer();
        }
    }

    /** Sends some of a request. */
    public Raw send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends some of a request. */
    public Raw send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Says that nothing follows. */
    public Raw endOfRequest() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All that comes until the portal closes the connection. */
    public byte[] untilClosed() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            in.transferTo(all);
        } catch (java.net.SocketException cut) {
            // The portal hung up: what came before that counts.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return all.toByteArray();
    }

    /** The answer after which the portal closes the connection. */
    public Answer answer() {
        byte[] all = untilClosed();
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("no answer: " + text);
        }
        List<String> head = List.of(text.substring(0, end).split("\r\n"));
        byte[] body = Arrays.copyOfRange(all, end + 4, all.length);
        boolean chunked = head.stream().anyMatch(line -> line.equalsIgnoreCase("transfer-encoding: chunked"));
        return new Answer(Integer.parseInt(head.get(0).split(" ")[1]), head, chunked ? joined(body) : body);
    }

    private static byte[] joined(byte[] chunks) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        String text = new String(chunks, StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < text.length()) {
            int line = text.indexOf("\r\n", at);
            int length = Integer.parseInt(text.substring(at, line), 16);
            if (length == 0) {
                break;
            }
            whole.write(chunks, line + 2, length);
            at = line + 2 + length + 2;
        }
        return whole.toByteArray();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
