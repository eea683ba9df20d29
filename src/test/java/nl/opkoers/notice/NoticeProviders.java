package nl.opkoers.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import nl.opkoers.Pause;

/** Who would bring notices to people, really spoken to: a mail server, and over HTTP what NotifyNL and a push service are. */
public class NoticeProviders implements QuarkusTestResourceLifecycleManager {

    static final String FROM = "Portaal <portaal@voorbeeld.nl>";
    static final String PORTAL = "https://portaal.voorbeeld.nl";
    static final String KEY = "k".repeat(40);
    static final String TEMPLATE = "3e4e3fbe-9d1c-4e5a-a6c5-5d8d3a1b7f10";
    static final String SERVICE = "0a1b2c3d-1111-4222-8333-444455556666";
    static final String SECRET = "9f8e7d6c-aaaa-4bbb-8ccc-ddddeeeeffff";

    /** Of a browser, of which the service begins to answer and stops. */
    private static final String UNFINISHED = "/push/unfinished";

    /** What was asked over HTTP. */
    record Call(String method, String path, Map<String, String> headers, String body) {

        JsonObject json() {
            return new JsonObject(body);
        }
    }

    static final List<Call> CALLS = new CopyOnWriteArrayList<>();
    /** What NotifyNL says became of an SMS, by its id. */
    static final Map<String, String> STATES = new ConcurrentHashMap<>();

    private static final int ATTEMPTS = 50;

    private static volatile int status;
    private static volatile String errors;
    private static volatile GreenMail mail;
    private static int mailPort;
    private static String pushOrigin;
    private static KeyPair keys;

    private HttpServer http;

    /** Everything works, and nothing was sent. */
    static void reset() {
        CALLS.clear();
        STATES.clear();
        answerWith(0);
        mailUp();
        try {
            mail.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** From now on every call over HTTP gets this status; 0: what is usual. */
    static void answerWith(int other) {
        answerWith(other, new JsonArray());
    }

    /** As {@link #answerWith(int)}, and says so as NotifyNL does. */
    static void answerWith(int other, String error, String message) {
        answerWith(other, new JsonArray().add(new JsonObject().put("error", error).put("message", message)));
    }

    private static void answerWith(int other, JsonArray said) {
        errors = said.encode();
        status = other;
    }

    static void mailDown() {
        mail.stop();
        mail = null;
    }

    static void mailUp() {
        for (int attempt = 1; mail == null; attempt++) {
            GreenMail server = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            try {
                server.start();
                mail = server;
            } catch (IllegalStateException taken) {
                // The port is one that any connection may be given, if only for a moment.
                server.stop();
                if (attempt == ATTEMPTS) {
                    throw taken;
                }
                Pause.ofMillis(200);
            }
        }
    }

    static int mailPort() {
        return mailPort;
    }

    static List<Message> mails() {
        return List.of(mail.getReceivedMessages());
    }

    static String text(Message message) {
        try {
            return ((String) message.getContent()).replace("\r\n", "\n");
        } catch (IOException | MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What was asked of NotifyNL to send. */
    static List<Call> sms() {
        return CALLS.stream().filter(call -> call.path().equals("/v2/notifications/sms")).toList();
    }

    /** What woke browsers. */
    static List<Call> pushes() {
        return CALLS.stream().filter(call -> call.path().startsWith("/push/")).toList();
    }

    /** The address of a browser. */
    static String browser(String name) {
        return pushOrigin + "/push/" + name;
    }

    static ECPublicKey pushKey() {
        return (ECPublicKey) keys.getPublic();
    }

    static String pushOrigin() {
        return pushOrigin;
    }

    @Override
    public Map<String, String> start() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        mailPort = mail.getSmtp().getPort();
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        http.setExecutor(Executors.newCachedThreadPool());
        http.createContext("/", NoticeProviders::answer);
        http.start();
        pushOrigin = "http://127.0.0.1:" + http.getAddress().getPort();
        return settings();
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("opkoers.notice.portal", PORTAL);
        settings.put("opkoers.notice.key", KEY);
        settings.put("opkoers.notice.mail.from", FROM);
        settings.put("opkoers.mail.host", "127.0.0.1");
        settings.put("opkoers.mail.port", String.valueOf(mailPort));
        settings.put("opkoers.mail.start-tls", "DISABLED");
        settings.put("opkoers.notice.sms.url", pushOrigin);
        settings.put("opkoers.notice.sms.api-key", "test-" + SERVICE + "-" + SECRET);
        settings.put("opkoers.notice.sms.template", TEMPLATE);
        settings.put("opkoers.notice.push.services", pushOrigin + ",https://*.notify.windows.com");
        settings.put("opkoers.notice.push.contact", "mailto:beheer@example.nl");
        settings.put("opkoers.notice.push.public-key", point((ECPublicKey) keys.getPublic()));
        settings.put("opkoers.notice.push.private-key", text(bytes(((ECPrivateKey) keys.getPrivate()).getS())));
        return settings;
    }

    @Override
    public void stop() {
        if (mail != null) {
            mail.stop();
        }
        http.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        Call call = new Call(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        CALLS.add(call);
        if (call.path().equals(UNFINISHED)) {
            exchange.sendResponseHeaders(201, 1);
            return;
        }
        boolean taken = status == 0;
        String body = taken ? usual(call) : "{\"status_code\": " + status + ", \"errors\": " + errors + "}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(!taken ? status : call.method().equals("GET") ? 200 : 201, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String usual(Call call) {
        JsonObject template = new JsonObject().put("id", TEMPLATE).put("version", 1).put("uri", "https://api/template");
        if (call.path().startsWith("/push/")) {
            return "";
        }
        if (call.method().equals("POST")) {
            String id = UUID.randomUUID().toString();
            STATES.put(id, "sending");
            return new JsonObject().put("id", id).put("reference", call.json().getString("reference"))
                    .put("content", new JsonObject().put("body", "x").put("from_number", "Portaal"))
                    .put("uri", "https://api/x").put("template", template).encode();
        }
        String id = call.path().substring(call.path().lastIndexOf('/') + 1);
        return new JsonObject().put("id", id).put("type", "sms").put("status", STATES.get(id)).put("template", template)
                .put("body", "x").put("created_at", "2026-11-21T12:00:00Z").encode();
    }

    private static String point(ECPublicKey key) {
        byte[] point = new byte[65];
        point[0] = 4;
        System.arraycopy(bytes(key.getW().getAffineX()), 0, point, 1, 32);
        System.arraycopy(bytes(key.getW().getAffineY()), 0, point, 33, 32);
        return text(point);
    }

    /** 32 bytes, whatever the number. */
    private static byte[] bytes(BigInteger number) {
        byte[] all = number.toByteArray();
        byte[] bytes = new byte[32];
        int from = Math.max(0, all.length - 32);
        System.arraycopy(all, from, bytes, 32 - (all.length - from), all.length - from);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
