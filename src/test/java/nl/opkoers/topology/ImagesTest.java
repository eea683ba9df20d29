package nl.opkoers.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.opkoers.Debian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the images are made with, the configuration of nginx, and the scripts: as far as it can be judged without an engine. */
class ImagesTest {

    /** Of a phone with a hundred megapixels. */
    private static final int LARGE_PHOTO = 30 << 20;

    private static final Pattern FROM = Pattern.compile("FROM (\\S+)(?: AS (\\S+))?");
    private static final Pattern NUMERIC_USER = Pattern.compile("USER [1-9]\\d*:\\d+");

    /** By the rules of hadolint that matter here: DL3000, 3002, 3006, 3007, 3009, 3015, 3020, 3022, 4006 has no pipe to hold for. */
    @ParameterizedTest
    @ValueSource(strings = {"docker/Dockerfile", "docker/keycloak/Dockerfile"})
    void anImageIsPinnedRunsAsNobodyAndLeavesNothingBehind(String file) {
        List<String> lines = instructions(Path.of(file));
        Set<String> stages = new HashSet<>();
        for (String line : lines) {
            var from = FROM.matcher(line);
            if (from.matches()) {
                String image = from.group(1);
                assertTrue(stages.contains(image) || image.matches(".+:\\d[\\w.-]+"), image + " is not pinned");
                if (from.group(2) != null) {
                    stages.add(from.group(2));
                }
            }
            assertFalse(line.startsWith("ADD ") || line.contains("sudo ") || line.contains("chmod 777"), line);
            assertTrue(!line.contains("apt-get install")
                    || line.contains("--no-install-recommends") && line.contains("rm -rf /var/lib/apt/lists"), line);
            assertTrue(!line.startsWith("WORKDIR ") || line.startsWith("WORKDIR /"), line);
            assertTrue(!line.startsWith("ENTRYPOINT ") || line.startsWith("ENTRYPOINT ["), "signals would not arrive: " + line);
            assertFalse(line.matches("(ENV|ARG) .*(PASSWORD|SECRET|TOKEN).*"), line);
            if (line.contains("--from=")) {
                assertTrue(stages.contains(line.replaceFirst(".*--from=(\\S+).*", "$1")), line);
            }
        }
        String lastFrom = lines.stream().filter(line -> line.startsWith("FROM ")).reduce((before, after) -> after).orElseThrow();
        List<String> last = lines.subList(lines.lastIndexOf(lastFrom), lines.size());
        assertTrue(last.stream().anyMatch(line -> NUMERIC_USER.matcher(line).matches()), "who it runs as");
        assertEquals(1, last.stream().filter(line -> line.startsWith("HEALTHCHECK ")).count());
    }

    @ParameterizedTest
    @CsvSource({"docker/Dockerfile, .", "docker/keycloak/Dockerfile, docker/keycloak"})
    void whatIsCopiedIntoTheImageIsThereAndReachesTheBuild(String file, Path from) {
        Path kept = from.resolve(".dockerignore");
        List<String> allowed = !Files.exists(kept) ? List.of("")
                : Compose.text(kept).lines().filter(line -> line.startsWith("!")).map(line -> line.substring(1)).toList();
        List<String> sources = instructions(Path.of(file)).stream().filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
                .map(line -> Stream.of(line.split(" ")).skip(1).filter(word -> !word.startsWith("--")).toList())
                .flatMap(words -> words.subList(0, words.size() - 1).stream()).toList();
        assertFalse(sources.isEmpty(), file);
        for (String source : sources) {
            assertTrue(Files.exists(from.resolve(source)), source);
            assertTrue(allowed.stream().anyMatch(each -> each.isEmpty() || source.equals(each) || source.startsWith(each + "/")), source + " stays out");
        }
    }

    @Test
    void nginxTakesItsConfiguration(@TempDir Path directory) throws IOException {
        ComposeTest.run("docker/certificates", directory + "/keys", directory + "/trust", "localhost");
        String portals = filledIn(directory, "portals.conf");
        String nginx = filledIn(directory, "nginx.conf");
        assertFalse((portals + nginx).contains("${"), "a variable that nothing sets");
        assertFalse(nginx.replaceAll("#.*", "").contains("non_idempotent"), "a form would be sent twice");
        assertTrue(nginx.contains("location ^~ /q/"), "who keeps it running asks the node itself");
        if (Files.isExecutable(Path.of("/usr/sbin/nginx"))) {
            assertTrue(ComposeTest.run("/usr/sbin/nginx", "-t", "-p", directory + "/", "-c", directory + "/nginx.conf").contains("test is successful"));
        }
    }

    /** Of a photo that is too large a node says so, in people's language, and keeps what they typed: nginx would do neither. */
    @Test
    void whatIsTooLargeIsForTheNodeToSayWhereFilesAreSentAndNowhereElse(@TempDir Path directory) throws IOException {
        Path nginx = Path.of("/usr/sbin/nginx");
        Optional<Path> curl = Debian.program("curl", "curl");
        assumeTrue(Files.isExecutable(nginx) && curl.isPresent(), "nginx and curl cannot be had here");
        ComposeTest.run("docker/certificates", directory + "/keys", directory + "/trust", "localhost");
        Matcher node = Pattern.compile("server 127\\.0\\.0\\.1:(\\d+)").matcher(filledIn(directory, "portals.conf"));
        Matcher door = Pattern.compile("listen (\\S+) ssl default_server").matcher(filledIn(directory, "nginx.conf"));
        assertTrue(node.find() && door.find());
        Path photo = Files.write(directory.resolve("photo"), new byte[LARGE_PHOTO]);
        HttpServer portal = portal(Integer.parseInt(node.group(1)));
        Process proxy = new ProcessBuilder(nginx.toString(), "-p", directory + "/", "-c", directory + "/nginx.conf", "-g", "daemon off;")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String[] send = {curl.get().toString(), "-sk", "--retry", "20", "--retry-connrefused", "-o", "/dev/null", "-w", "%{http_code}",
            "--data-binary", "@" + photo};
        try {
            for (String path : List.of("/hours", "/hours/week", "/help/ask", "/messages/7", "/coach/conversations/7")) {
                assertEquals("200", ComposeTest.run(and(send, "https://" + door.group(1) + path)), path);
            }
            for (String path : List.of("/agenda", "/helpful", "/messages/7/live")) {
                assertEquals("413", ComposeTest.run(and(send, "https://" + door.group(1) + path)), path);
            }
        } finally {
            proxy.destroy();
            proxy.onExit().join();
            portal.stop(0);
        }
    }

    private static String[] and(String[] command, String last) {
        return Stream.concat(Stream.of(command), Stream.of(last)).toArray(String[]::new);
    }

    private static HttpServer portal(int port) throws IOException {
        HttpServer portal = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        portal.createContext("/", exchange -> {
            long came = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.sendResponseHeaders(came == LARGE_PHOTO ? Response.Status.OK.getStatusCode()
                    : Response.Status.BAD_REQUEST.getStatusCode(), -1);
            exchange.close();
        });
        portal.start();
        return portal;
    }

    @Test
    void aCertificateStaysWhenAnotherAuthorityIsTrustedAsWell(@TempDir Path directory) throws IOException {
        String[] command = {"docker/certificates", directory + "/keys", directory + "/trust", "portal.example", "localhost"};
        ComposeTest.run(command);
        List<Path> made = List.of(directory.resolve("keys/server.pem"), directory.resolve("trust/authority.pem"));
        List<String> first = made.stream().map(Compose::text).toList();
        byte[] trusted = Files.readAllBytes(directory.resolve("trust/authorities.jks"));
        ComposeTest.run(command);
        assertArrayEquals(trusted, Files.readAllBytes(directory.resolve("trust/authorities.jks")));

        ComposeTest.run("docker/certificates", directory + "/others", directory + "/of-others", "municipality.example");
        ComposeTest.run("env", "OPKOERS_AUTHORITIES=" + directory + "/of-others", "docker/certificates", directory + "/keys",
                directory + "/trust", "portal.example", "localhost");
        assertEquals(first, made.stream().map(Compose::text).toList());
        assertFalse(Arrays.equals(trusted, Files.readAllBytes(directory.resolve("trust/authorities.jks"))));

        ComposeTest.run("docker/certificates", directory + "/keys", directory + "/trust", "other.example", "localhost");
        assertFalse(first.contains(Compose.text(made.get(0))), "for other names");
    }

    /** While the disk for copies is away, one beside the data would count as one; and the log would go there from then on. */
    @Test
    void noCopyIsMadeWhereThePlaceForCopiesIsNotThere(@TempDir Path directory) {
        Path away = directory.resolve("away");
        String said = Debian.run(new ProcessBuilder("docker/backup", away.toString()));
        assertTrue(said.startsWith(Debian.FAILED), said);
        assertFalse(Files.exists(away), said);
    }

    @Test
    void everyScriptCanBeRunAndIsClean() throws IOException {
        try (Stream<Path> files = Files.list(Compose.FOLDER)) {
            List<Path> scripts = files.filter(Files::isRegularFile).filter(file -> Compose.text(file).startsWith("#!")).toList();
            assertTrue(scripts.size() >= 6, scripts.toString());
            Optional<Path> tool = Debian.program("shellcheck", "shellcheck");
            for (Path script : scripts) {
                assertTrue(Files.isExecutable(script), script.toString());
                assertTrue(Compose.text(script).contains("\nset -euo pipefail\n"), script.toString());
                if (tool.isPresent()) {
                    ComposeTest.run(tool.get().toString(), script.toString());
                }
            }
        }
    }

    /** As its variables are set in compose, but at addresses of this machine. */
    private static String filledIn(Path directory, String file) throws IOException {
        ProcessBuilder fill = new ProcessBuilder("docker/fill-in", "docker/nginx/" + file + ".template");
        Compose.read().environment("proxy").keySet().stream().filter(name -> name.startsWith("PROXY_")).forEach(name ->
                fill.environment().put(name, name.endsWith("_KEYS") ? directory + "/keys"
                        : name.equals("PROXY_PORTAL") ? "https://localhost" : name.endsWith("HOST") ? "localhost"
                        : name.equals("PROXY_INSIDE") ? "127.0.0.0/8" : "127.0.0.1:" + (20000 + Math.floorMod(name.hashCode(), 10000))));
        Process process = fill.redirectErrorStream(true).start();
        String filled = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.onExit().join().exitValue(), filled);
        Files.writeString(directory.resolve(file), filled);
        return filled;
    }

    /** Each on one line, without remarks. */
    private static List<String> instructions(Path file) {
        return Compose.text(file).replaceAll("(?m)^#.*\n", "").replaceAll("\\\\\n\\s*", "").lines().filter(line -> !line.isBlank()).toList();
    }
}
