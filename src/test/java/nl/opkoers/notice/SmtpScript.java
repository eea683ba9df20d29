package nl.opkoers.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A mail server that answers to a recipient, or to a mail, whatever a test wants it to. */
final class SmtpScript implements AutoCloseable {

    private final ServerSocket server;
    private final String toRecipient;
    private final boolean hangsUp;

    /** @param toRecipient the line that answers RCPT TO @param hangsUp whether it is gone as soon as it has the mail */
    SmtpScript(int port, String toRecipient, boolean hangsUp) {
        this.toRecipient = toRecipient;
        this.hangsUp = hangsUp;
        try {
            server = new ServerSocket(port, 0, InetAddress.getByName("127.0.0.1"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        CompletableFuture.runAsync(this::serve);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept();
                    BufferedReader said = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
                say(client, "220 script");
                talk(client, said);
            } catch (IOException gone) {
                // The next one, or nobody any more.
            }
        }
    }

    private void talk(Socket client, BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("RCPT")) {
                say(client, toRecipient);
            } else if (line.startsWith("DATA")) {
                say(client, "354 go on");
            } else if (line.equals(".") && hangsUp) {
                return;
            } else if (line.startsWith("QUIT")) {
                say(client, "221 bye");
                return;
            } else if (line.matches("(EHLO|HELO|MAIL|RSET|\\.).*") && !line.startsWith("..")) {
                say(client, "250 script");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
