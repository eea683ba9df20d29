package nl.opkoers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Raw;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The portal as it is shipped, and who asks it for somebody else's pages, or for nothing at all, very slowly. */
class HostileNetworkIT {

    private static final String HERE = "127.0.0.1";
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private static DemoWorld world;
    private static PortalProcess portal;

    @BeforeAll
    static void start() {
        world = DemoWorldResource.worldAlone();
        Map<String, String> settings = new HashMap<>(world.settings());
        // Longer than a sign-in takes on a busy machine: a browser asks once more when it is hung up on.
        settings.put("quarkus.http.idle-timeout", "10S");
        settings.put("opkoers.limit.body-within", "PT3S");
        portal = PortalProcess.start(settings);
    }

    @AfterAll
    static void stop() {
        portal.close();
        world.close();
    }

    @Test
    void noOtherHostIsAnsweredFor() {
        for (String host : List.of("evil.example", "localhost.evil.example", "evil.example:" + port(), "localhost@evil.example")) {
            for (String path : List.of("/", "/sign-in/start", "/calendar/make", "/assets/style.css", "/refused")) {
                int status = ask("GET " + path + " HTTP/1.1", "Host: " + host).status();
                assertTrue(status == 421 || status == 400, host + path + " " + status);
            }
        }
        assertEquals(421, ask("GET http://evil.example/ HTTP/1.1", "Host: evil.example").status());
        assertEquals(200, ask("GET / HTTP/1.1", "Host: LOCALHOST:" + port()).status());
        assertEquals(200, ask("GET /q/health/ready HTTP/1.1", "Host: 10.0.0.1:8080").status(), "asked by who keeps it running");
    }

    @Test
    void whatAProxyMightSayOfTheHostIsNotRead() {
        for (String header : List.of("X-Forwarded-Host: evil.example", "Forwarded: host=evil.example;proto=https", "X-Forwarded-Port: 1",
                "X-Forwarded-Proto: ftp", "X-Forwarded-Prefix: /evil")) {
            for (String path : List.of("/", "/plan", "/sign-in", "/sign-in/start", "/staff/sign-in/start")) {
                Raw.Answer answer = ask("GET " + path + " HTTP/1.1", "Host: localhost:" + port(), header);
                assertFalse((answer.head() + answer.body()).contains("evil") || answer.head().toString().contains("ftp:"), path + " " + header);
            }
        }
    }

    /** In a link that somebody passes on stands what the operator says, not what they asked for. */
    @Test
    void aLinkToPassOnComesFromTheSettings() {
        Portal selam = Portal.visitor(portal.base(), Language.NL).signedIn("z-tigrinya");
        Answer page = selam.get("/calendar");
        String token = page.document().selectFirst("[name=csrf-token]").attr("value");
        String form = "csrf-token=" + token;
        try (Raw raw = Raw.to(portal.base(), HERE)) {
            String cookies = String.join("; ", selam.cookies().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
            Raw.Answer made = raw.send("POST /calendar/make HTTP/1.1\r\nHost: localhost:9\r\nConnection: close\r\nCookie: " + cookies
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n" + form).answer();
            assertEquals(200, made.status());
            assertTrue(made.body().contains(portal.base() + "/calendar/"), "its own address");
            assertFalse(made.body().contains("localhost:9/"));
        }
    }

    @Test
    void whoBeginsAndSaysNothingMoreIsHungUp() {
        CompletableFuture.allOf(Stream.of("", "GET / HT", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
                .map(begun -> CompletableFuture.runAsync(() -> isHungUp(begun), command -> new Thread(command).start()))
                .toArray(CompletableFuture[]::new)).join();
    }

    private static void isHungUp(String begun) {
        try (Raw raw = Raw.to(portal.base(), HERE)) {
            long before = System.nanoTime();
            raw.send(begun).untilClosed();
            assertTrue(System.nanoTime() - before < PATIENCE_NANOS, begun);
        }
    }

    @Test
    void whoSendsAFormAByteAtATimeIsHungUp() throws InterruptedException {
        try (Raw raw = Raw.to(portal.base(), HERE)) {
            raw.send("POST /translation HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000\r\n\r\n");
            long until = System.nanoTime() + PATIENCE_NANOS;
            boolean open = true;
            while (open && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(200);
                open = sends(raw);
            }
            assertFalse(open, "it goes on listening");
        }
    }

    @Test
    void withWeakSettingsItDoesNotStart() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        Stream.concat(world.settings().entrySet().stream(), Map.of("opkoers.portal", "http://portaal.voorbeeld.nl").entrySet().stream())
                .forEach(setting -> command.add("-D" + setting.getKey() + "=" + setting.getValue()));
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(1, process.waitFor());
        Stream.of("opkoers.demo", "opkoers.session.secure", "opkoers.session.form-cookie", "opkoers.portal")
                .forEach(name -> assertTrue(said.contains(name + " ("), name + " in " + said));
        assertFalse(said.contains(world.settings().get("opkoers.session.secret")));
        assertFalse(said.contains("Flyway") || said.contains("Listening"), "nothing was begun");
    }

    private static boolean sends(Raw raw) {
        try {
            raw.send("a");
            return true;
        } catch (UncheckedIOException cut) {
            return false;
        }
    }

    private static Raw.Answer ask(String... lines) {
        try (Raw raw = Raw.to(portal.base(), HERE)) {
            return raw.send(String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n").answer();
        }
    }

    private static int port() {
        return java.net.URI.create(portal.base()).getPort();
    }
}
