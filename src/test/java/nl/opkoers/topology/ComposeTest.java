package nl.opkoers.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an operator starts with compose says nothing that is not there, opens nothing that is to be closed, and knows no secret. */
class ComposeTest {

    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:v?\\d[\\w.-]*");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|SALT|KEY)");
    private static final Path PROMETHEUS = Path.of("docker/prometheus/prometheus.yml");
    private static final Pattern ADDRESS = Pattern.compile("\\b([a-z][a-z0-9-]*):\\d{2,5}\\b");
    private static final Pattern BEHIND_SLASHES = Pattern.compile("//([a-z][a-z0-9-]*)(?::\\d+)?(?=/|$)");
    private static final Set<String> RUN_ONCE = Set.of("certificates", "backups");

    private final Compose compose = Compose.read();

    @Test
    void everyImageIsPinnedOrBuiltHere() {
        compose.services().forEach((name, service) -> {
            String image = (String) service.get("image");
            boolean built = image.endsWith(":local") && compose.services().values().stream()
                    .filter(each -> each.containsKey("build")).anyMatch(each -> image.equals(each.get("image")));
            assertTrue(built || PINNED.matcher(image).matches() && !image.contains("latest"), name + " " + image);
        });
    }

    @Test
    void everyPartOfTheRealThingIsThere() {
        assertEquals(Set.of("certificates", "backups", "postgres", "keycloak", "municipality", "portal-1", "portal-2", "proxy", "mail", "prometheus",
                "grafana", "traces"), compose.services().keySet());
    }

    @Test
    void everythingThatIsMountedOrBuiltFromExists() {
        List<String> missing = new ArrayList<>();
        compose.services().forEach((name, service) -> {
            Compose.list(service, "volumes").stream().map(each -> ((String) each).split(":")[0]).filter(each -> each.startsWith("."))
                    .filter(each -> !Files.exists(Compose.FOLDER.resolve(each))).forEach(each -> missing.add(name + " " + each));
            if (service.get("build") instanceof Map<?, ?> build) {
                Path context = Compose.FOLDER.resolve((String) build.get("context"));
                Path file = context.resolve(build.containsKey("dockerfile") ? (String) build.get("dockerfile") : "Dockerfile");
                if (!Files.isRegularFile(file)) {
                    missing.add(name + " " + file);
                }
            }
        });
        assertEquals(List.of(), missing);
    }

    @Test
    void whatIsAskedOfTheEnvironmentIsExplainedInTheExampleAndNothingElseIs() {
        List<String> lines = Compose.text(Compose.FOLDER.resolve(".env.example")).lines().toList();
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("[A-Z].*")) {
                String name = lines.get(i).replaceFirst("=.*", "");
                names.add(name);
                int before = i;
                while (lines.get(before).matches("[A-Z].*")) {
                    before--;
                }
                assertTrue(lines.get(before).startsWith("# ") && i - before <= 3, name + " is not explained");
            }
        }
        assertEquals(compose.variables(), names);
    }

    @Test
    void noSecretHasAValueUntilOneIsMade() throws IOException {
        Map<String, String> example = settings(Compose.text(Compose.FOLDER.resolve(".env.example")));
        assertEquals(List.of(), example.entrySet().stream().filter(each -> SECRET.matcher(each.getKey()).matches())
                .filter(each -> !each.getValue().isEmpty()).toList());
        assertEquals(List.of(), example.entrySet().stream().filter(each -> each.getValue().isEmpty())
                .map(Map.Entry::getKey).filter(name -> !SECRET.matcher(name).matches()).toList(), "no secret, and without a value");

        Map<String, String> made = settings(run("docker/new-env"));
        assertEquals(example.keySet(), made.keySet());
        List<String> secrets = made.entrySet().stream().filter(each -> SECRET.matcher(each.getKey()).matches()).map(Map.Entry::getValue).toList();
        assertTrue(secrets.size() >= 10 && secrets.stream().allMatch(secret -> secret.length() >= 32), secrets.size() + " secrets");
        assertEquals(secrets.size(), Set.copyOf(secrets).size(), "each its own");
        assertTrue(secrets.stream().noneMatch(run("docker/new-env")::contains), "and others the next time");
    }

    /** Of most of them something else knows too what it was at the first start: another one in the file alone lets nobody in. */
    @Test
    void ofEachSecretItIsSaidHowItBecomesAnother() {
        String said = Compose.text(Path.of("src/docs/operations.md")).split("\n### Another secret\n")[1].split("\n#")[0];
        assertEquals(List.of(), settings(Compose.text(Compose.FOLDER.resolve(".env.example"))).keySet().stream()
                .filter(name -> SECRET.matcher(name).matches() && !said.contains("`" + name + "`")).toList());
        Matcher roles = Pattern.compile("(?m)^create role (\\w+) ").matcher(Compose.text(Compose.FOLDER.resolve("postgres/roles.sql")));
        assertEquals(List.of(), roles.results().map(role -> role.group(1)).filter(role -> !said.contains("`" + role + "`")).toList());
    }

    @Test
    void withoutWhatMakesSecretsThereAreNone() throws Exception {
        Process without = new ProcessBuilder("env", "-i", "PATH=/nowhere", "/bin/bash", "-c", "cd docker; dirname() { echo .; }; . ./new-env")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        without.getInputStream().readAllBytes();
        assertTrue(without.waitFor() != 0, "an empty secret would be kept from then on");
    }

    @Test
    void thePortalKnowsEverySettingThatItIsGiven() throws IOException {
        Set<String> known = known(Path.of("src/main"), Pattern.compile("opkoers\\.[a-z][a-z.-]*[a-z]"));
        // What each municipality has of its own is named without what they have in common.
        known(Path.of("src/main/java/nl/opkoers/served"), Pattern.compile("(?<=\")[a-z-]+\\.[a-z-]+(?=\")"))
                .forEach(name -> known.add("OPKOERS_" + name));
        for (String service : List.of("portal-1", "portal-2", "municipality")) {
            assertEquals(List.of(), compose.environment(service).keySet().stream().filter(name -> name.startsWith("OPKOERS_"))
                    .filter(name -> !known.contains(name)).toList(), service);
        }
        Set<String> realms = known(Path.of("docker/keycloak"), Pattern.compile("(?<=\\$\\{)OPKOERS_[A-Z_]+"));
        assertEquals(realms, compose.environment("keycloak").keySet().stream().filter(name -> name.startsWith("OPKOERS_"))
                .collect(Collectors.toCollection(TreeSet::new)), "what the realms ask for");
    }

    @Test
    void bothNodesAreAlikeAndNginxKnowsWhereTheyAre() {
        Map<String, Object> first = new TreeMap<>(compose.services().get("portal-1"));
        Map<String, Object> second = new TreeMap<>(compose.services().get("portal-2"));
        first.remove("networks");
        second.remove("networks");
        assertEquals(first, second);
        Map<String, Object> proxy = compose.environment("proxy");
        Map.of("portal-1", "PROXY_PORTAL_1", "portal-2", "PROXY_PORTAL_2", "keycloak", "PROXY_SIGN_IN", "municipality", "PROXY_MUNICIPALITY",
                "grafana", "PROXY_DASHBOARD", "mail", "PROXY_MAIL").forEach((service, variable) ->
                assertTrue(((String) proxy.get(variable)).startsWith(address(service) + ":"), service));
        assertEquals(address("proxy"), compose.environment("portal-1").get("OPKOERS_PROXIES"), "whose word is taken for where somebody is");
        assertEquals(address("proxy"), compose.environment("keycloak").get("KC_PROXY_TRUSTED_ADDRESSES"));
    }

    @Test
    void nothingIsOpenButNginxAndThatOnThisMachineUnlessSomebodySaysOtherwise() {
        compose.services().forEach((name, service) -> {
            List<String> ports = Compose.list(service, "ports").stream().map(Object::toString).toList();
            assertTrue(ports.isEmpty() || name.equals("proxy"), name + " " + ports);
            assertTrue(ports.stream().allMatch(port -> port.startsWith("127.0.0.1:") || port.startsWith("${OPKOERS_HTTPS_ADDRESS:?}:")), name);
        });
        assertTrue(Compose.text(Compose.FOLDER.resolve(".env.example")).contains("OPKOERS_HTTPS_ADDRESS=127.0.0.1\n"));
    }

    @Test
    void everyPartIsGuardedAndBounded() {
        compose.services().forEach((name, service) -> {
            assertEquals(true, service.get("read_only"), name);
            assertEquals(List.of("ALL"), service.get("cap_drop"), name);
            assertEquals(List.of("no-new-privileges:true"), service.get("security_opt"), name);
            assertTrue(service.containsKey("mem_limit"), name + " has no limit to its memory");
            assertTrue(megabytesInMemory(service) <= megabytes(service.get("mem_limit").toString()) / 2 || name.equals("proxy")
                    && megabytesInMemory(service) <= megabytes(service.get("mem_limit").toString()) - 256, name + " has files in it as well");
            assertEquals(RUN_ONCE.contains(name) ? "no" : "unless-stopped", service.get("restart"), name);
            assertEquals(name.equals("backups") ? List.of("CHOWN", "DAC_READ_SEARCH") : List.of(), Compose.list(service, "cap_add"), name);
            assertTrue(!service.containsKey("privileged") && !"host".equals(service.get("network_mode")), name);
        });
    }

    @Test
    void everyPartSaysWhetherItIsWellAndWaitsForWhatItNeeds() {
        compose.services().forEach((name, service) -> {
            Map<?, ?> check = (Map<?, ?>) service.get("healthcheck");
            assertEquals(RUN_ONCE.contains(name), Boolean.TRUE.equals(check.get("disable")), name);
            if (service.get("depends_on") instanceof Map<?, ?> needed) {
                needed.forEach((other, how) -> assertEquals(
                        RUN_ONCE.contains(other.toString()) ? "service_completed_successfully" : "service_healthy",
                        ((Map<?, ?>) how).get("condition"), name + " waits for " + other));
            }
        });
    }

    /** What is written by hand from the one is what was tried of the other. */
    @Test
    void theLogIsPutAwayAsTheScriptForBackupsSays() {
        String said = Compose.text(Path.of("docker/backup")).replace("\n#   ", " ");
        assertTrue(said.contains(Compose.archiveCommand().replace("/backup/", "DIRECTORY/")), Compose.archiveCommand());
    }

    /** Whoever asks a part by a name that is not there hears nothing, and nobody notices: a dashboard stays empty. */
    @Test
    void whoIsAskedByNameIsThere() throws IOException {
        List<String> addresses = new ArrayList<>();
        try (Stream<Path> sources = Files.list(Path.of("docker/grafana/datasources"))) {
            Stream.concat(Stream.of(Compose.text(PROMETHEUS)), sources.map(Compose::text))
                    .forEach(text -> ADDRESS.matcher(text.replaceAll("#.*", "")).results().forEach(each -> addresses.add(each.group(1))));
        }
        compose.services().keySet().forEach(name -> compose.environment(name).values().forEach(value ->
                BEHIND_SLASHES.matcher(value.toString()).results().forEach(each -> addresses.add(each.group(1)))));
        assertTrue(addresses.containsAll(List.of("portal-1", "prometheus", "traces", "postgres")), addresses.toString());
        assertEquals(List.of(), addresses.stream().filter(name -> !compose.services().containsKey(name)).toList());
        assertTrue(compose.services().containsKey(compose.environment("portal-1").get("OPKOERS_MAIL_HOST")));
    }

    @Test
    void everyNodeIsAskedForItsMeasuresWhereItTellsThem() throws IOException {
        Properties settings = new Properties();
        settings.load(new StringReader(Compose.text(Path.of("src/main/resources/application.properties"))));
        String port = settings.getProperty("opkoers.operations.port");
        assertEquals(compose.services().keySet().stream().filter(name -> name.startsWith("portal-")).map(name -> name + ":" + port).toList(),
                Pattern.compile("portal-\\d+:\\d+").matcher(Compose.text(PROMETHEUS)).results().map(MatchResult::group).sorted().toList());
        assertFalse(compose.environment("portal-1").containsKey("OPKOERS_OPERATIONS_PORT"), "at another one");
    }

    private String address(String service) {
        Map<?, ?> networks = (Map<?, ?>) compose.services().get(service).get("networks");
        return (String) ((Map<?, ?>) networks.get("inside")).get("ipv4_address");
    }

    /** Settings that stand in files, by the names that they have in the environment. */
    private static Set<String> known(Path folder, Pattern setting) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|properties|json)"))
                    .flatMap(file -> setting.matcher(Compose.text(file)).results()).flatMap(found -> withPrefixes(found.group()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** Of the municipality's process a name is put together from two parts. */
    private static Stream<String> withPrefixes(String name) {
        String variable = name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
        return variable.equals("OPKOERS_DEMO_MUNICIPALITY")
                ? Stream.of("HOST", "PORT", "DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD").map(last -> variable + "_" + last)
                : Stream.of(variable);
    }

    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new TreeMap<>();
        Matcher lines = Pattern.compile("(?m)^([A-Z][A-Z0-9_]*)=(.*)$").matcher(text);
        while (lines.find()) {
            settings.put(lines.group(1), lines.group(2));
        }
        return settings;
    }

    static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.onExit().join().exitValue(), said);
        return said;
    }

    /** What its temporary directories may hold. */
    private static int megabytesInMemory(Map<String, Object> service) {
        return Compose.list(service, "tmpfs").stream().map(each -> Pattern.compile("size=(\\w+)").matcher(each.toString()))
                .filter(Matcher::find).mapToInt(size -> megabytes(size.group(1))).sum();
    }

    private static int megabytes(String size) {
        int number = Integer.parseInt(size.substring(0, size.length() - 1));
        return size.endsWith("g") ? 1024 * number : number;
    }
}
