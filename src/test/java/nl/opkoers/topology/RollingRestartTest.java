package nl.opkoers.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docker/rolling-restart} beside what nginx reads there: the script knows the words of that file and the addresses of the nodes,
 * and where one of them changes it would take no node out of nginx, without saying so. No engine is needed: what it would have done in
 * the container of nginx is done here.
 */
class RollingRestartTest {

    /** Does in this directory what is to be done in nginx's container, and writes down the rest. */
    private static final String DOCKER = """
            #!/usr/bin/env bash
            set -euo pipefail
            here=$(dirname "$0")
            case "$*" in
                "compose exec -T proxy sh -c "*) PATH=$here:$PATH sh -c "${7//\\/tmp\\/portals.conf/$here/portals.conf}" ;;
                *) echo "docker $*" >> "$here/done" ;;
            esac
            """;
    /** Writes down which nodes it passes requests to from now on. */
    private static final String NGINX = """
            #!/usr/bin/env bash
            here=$(dirname "$0")
            echo "nginx $*" >> "$here/done"
            sed -nE 's/^ *(server .*);/\\1/p' "$here/portals.conf" >> "$here/done"
            """;

    @TempDir
    Path directory;

    private String portals;

    @BeforeEach
    void asComposeHasThem() throws IOException {
        Files.writeString(directory.resolve("docker"), DOCKER);
        Files.writeString(directory.resolve("nginx"), NGINX);
        for (String program : List.of("docker", "nginx")) {
            directory.resolve(program).toFile().setExecutable(true);
        }
        portals = run(proxies(), "docker/fill-in", "docker/nginx/portals.conf.template");
        Files.writeString(directory.resolve("portals.conf"), portals);
    }

    @Test
    void eachNodeIsTakenOutOfNginxReplacedAndPutBackBeforeTheNext() throws IOException {
        run(Map.of("PATH", directory + ":" + System.getenv("PATH")), "docker/rolling-restart");

        assertEquals(String.join("\n", List.of(
                servers(true, false), replaced(1), servers(false, false),
                servers(false, true), replaced(2), servers(false, false), "")), Files.readString(directory.resolve("done")));
        assertEquals(portals, Files.readString(directory.resolve("portals.conf")), "as it was before");
    }

    /** One that did not start, or a restart that was broken off, leaves a node out: the other one is all that there is. */
    @Test
    void aNodeThatIsOutAlreadyIsPutBackBeforeTheOtherIsTakenOut() throws IOException {
        Files.writeString(directory.resolve("portals.conf"), portals.replace(".12:8080 max", ".12:8080 down max"));
        run(Map.of("PATH", directory + ":" + System.getenv("PATH")), "docker/rolling-restart");

        assertEquals(String.join("\n", List.of(
                servers(false, true), replaced(2), servers(false, false),
                servers(true, false), replaced(1), servers(false, false),
                servers(false, true), replaced(2), servers(false, false), "")), Files.readString(directory.resolve("done")));
    }

    private static String servers(boolean firstIsOut, boolean secondIsOut) {
        return "nginx -p /tmp/ -c /tmp/nginx.conf -s reload\n" + server(1, firstIsOut) + "\n" + server(2, secondIsOut);
    }

    private static String server(int node, boolean isOut) {
        return "server 172.31.99.1" + node + ":8080" + (isOut ? " down" : "") + " max_fails=1 fail_timeout=2s";
    }

    private static String replaced(int node) {
        return "docker compose up --detach --no-deps --force-recreate --wait portal-" + node;
    }

    private static Map<String, String> proxies() {
        Map<String, Object> settings = Compose.read().environment("proxy");
        return Map.of("PROXY_PORTAL_1", address(settings, 1), "PROXY_PORTAL_2", address(settings, 2));
    }

    private static String address(Map<String, Object> settings, int node) {
        return settings.get("PROXY_PORTAL_" + node).toString().replace("${OPKOERS_NETWORK:?}", "172.31.99");
    }

    private static String run(Map<String, String> with, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(with);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.onExit().join().exitValue(), said);
        return said;
    }
}
