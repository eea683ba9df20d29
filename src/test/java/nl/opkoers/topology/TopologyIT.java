package nl.opkoers.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Debian;
import nl.opkoers.Pause;
import nl.opkoers.Portal;
import nl.opkoers.demo.municipality.Cast;
import nl.opkoers.language.Language;
import nl.opkoers.signin.Realms;
import nl.opkoers.signin.TextFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The real thing: nginx with TLS, two nodes, PostgreSQL, Keycloak and the municipality, each a process of its own, of which each is
 * killed while people go on. What they see then, how long it takes, and that nothing that they sent is lost or done twice.
 */
@Tag("keycloak")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TopologyIT {

    private static final List<String> NEEDED = List.of("/usr/sbin/nginx", "/usr/bin/psql", "/usr/bin/openssl", "/usr/bin/xz");
    /** So many requests at least have to find nothing wrong while nodes are restarted. */
    private static final int ENOUGH = 200;
    private static final List<String> PEOPLE = List.of("z-tigrinya", "g-turkish-z", "o-arabic-load");

    private static final Path PROGRAM = Path.of("target", "quarkus-app");

    private static Topology topology;
    private static Map<Path, String> program;
    private static final Map<String, Portal> browsers = new LinkedHashMap<>();
    private static final Map<String, Queue<String>> items = new LinkedHashMap<>();
    private static final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private static final List<String> table = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        if (!thereIsAll() && Debian.canInstall()) {
            Debian.install("nginx-light", "postgresql-client", "openssl", "xz-utils");
        }
        assumeTrue(thereIsAll(), "not here, so nothing was tried: " + NEEDED);
        program = Written.below(PROGRAM);
        topology = Topology.up();
        Realms realms = topology.realms();
        for (String person : PEOPLE) {
            String bsn = Cast.all().stream().filter(each -> each.key().equals(person)).findFirst().orElseThrow().bsn();
            realms.person("opkoers", person, Map.of("bsn", bsn));
            Portal browser = Portal.visitor(topology.portal(), Language.NL);
            Answer home = browser.follow(realms.enter(browser, browser.open("/sign-in"), person));
            assertEquals(200, home.status(), person + " signs in: " + home.text());
            browser.get("/agenda");
            browsers.put(person, browser);
            items.put(person, new ConcurrentLinkedQueue<>(itemsOf(person)));
        }
    }

    @AfterAll
    static void stop() {
        if (topology != null) {
            topology.close();
            System.out.println("What breaks (kill -9 of, while people go on) | well again after | what they saw meanwhile\n" + String.join("\n", table));
        }
    }

    private static boolean thereIsAll() {
        return NEEDED.stream().allMatch(program -> Files.isExecutable(Path.of(program)));
    }

    @Test
    @Order(1)
    void whoIsSignedInIsSoOnEveryNodeAndNginxLetsNothingElseThrough() {
        Portal selam = browsers.get("z-tigrinya");
        for (int page = 0; page < 20; page++) {
            assertEquals(200, selam.get("/plan").status());
        }
        assertTrue(Stream.of("PORTAL_1", "PORTAL_2").allMatch(node -> topology.log("proxy").contains("127.0.0.1:" + topology.port(node))));
        Stream.of("/q/health/ready", "/q/health/live", "/q/metrics").forEach(
                path -> assertEquals(404, selam.get(path).status(), path + " is for who keeps it running"));
        assertEquals(404, selam.visit(URI.create("https://localhost:" + topology.port("SIGN_IN_HTTPS") + "/admin/")).status());
        String said = topology.log("proxy");
        assertFalse(said.contains("/plan") || said.contains("sign-in"), "who read what");
    }

    @Test
    @Order(2)
    void aRollingRestartIsNoticedByNobody() {
        try (Traffic traffic = traffic(); Readiness readiness = new Readiness(topology.node(1))) {
            // The faster a node starts, the fewer requests there are meanwhile.
            while (traffic.asked() <= ENOUGH) {
                topology.act("restart", "portal-1");
                topology.act("restart", "portal-2");
            }
            assertTrue(readiness.wentBeforeTheNode(), "what asks for readiness in the place of nginx hears it before the node is gone");
            traffic.wellAgain();
            assertEquals(List.of(), traffic.wrong());
            table.add("both nodes, restarted one after the other | - | nothing: no error in " + traffic.asked() + " requests");
        }
    }

    @Test
    @Order(3)
    void whenANodeDiesTheOtherAnswers() {
        try (Traffic traffic = traffic()) {
            traffic.breaks();
            topology.act("kill", "portal-1");
            Duration again = traffic.wellAgain();
            // Only a form that was being answered cannot be given to the other node.
            assertTrue(traffic.failures().stream().allMatch(answer -> answer.status() == 502), traffic.wrong().toString());
            assertTrue(traffic.wrong().size() <= PEOPLE.size(), traffic.wrong().toString());
            tell("one node of two", again, traffic);
        }
        topology.act("start", "portal-1");
    }

    @Test
    @Order(4)
    void whileTheMunicipalityIsAwayPagesSayFromWhenTheyAre() {
        try (Traffic traffic = traffic()) {
            topology.act("kill", "municipality");
            Pause.until("it is said", () -> browsers.get("z-tigrinya").get("/plan").text()
                    .contains(TextFile.PORTAL.text(Language.NL, "source_stale").replaceFirst("\\{date}.*", "").strip()));
            assertEquals(List.of(), traffic.wrong());
            long started = System.nanoTime();
            topology.act("start", "municipality");
            awaitDelivered();
            table.add("municipality | " + seconds(Duration.ofNanos(System.nanoTime() - started))
                    + " after it was started all that was sent is there | all pages, with the date from when they are");
            assertEquals(List.of(), traffic.wrong());
        }
    }

    @Test
    @Order(5)
    void whileKeycloakIsAwayWhoIsInNoticesNothingAndWhoIsNotIsTold() {
        try (Traffic traffic = traffic()) {
            topology.act("kill", "keycloak");
            Answer told = Portal.visitor(topology.portal(), Language.NL).open("/sign-in");
            assertEquals(TextFile.PORTAL.text(Language.NL, "sign_in_failed_title"), told.title());
            long started = System.nanoTime();
            topology.act("start", "keycloak");
            Pause.until("one can sign in", () -> Portal.visitor(topology.portal(), Language.NL).open("/sign-in").body().contains("name=\"password\""));
            table.add("Keycloak | " + seconds(Duration.ofNanos(System.nanoTime() - started))
                    + " after it was started one can sign in | who is in: nothing; who is not: that signing in does not work");
            assertEquals(List.of(), traffic.wrong());
        }
    }

    @Test
    @Order(6)
    void whenPostgreSqlDiesPagesSaySoAndItIsWellAgainByItself() {
        try (Traffic traffic = traffic()) {
            traffic.breaks();
            topology.act("kill", "postgres");
            Pause.until("somebody sees it", () -> !traffic.failures().isEmpty());
            topology.act("start", "postgres");
            tell("PostgreSQL, started again", traffic.wellAgain(), traffic);
            mustBeOurPages(traffic);
        }
    }

    @Test
    @Order(7)
    void whenTheServerOfPostgreSqlIsLostTheSecondTakesOver() {
        topology.act("replica");
        try (Traffic traffic = traffic()) {
            Pause.until("somebody sent something", () -> traffic.asked() > 50);
            traffic.breaks();
            topology.act("kill", "postgres");
            topology.act("promote");
            tell("PostgreSQL, the second one takes over", traffic.wellAgain(), traffic);
            mustBeOurPages(traffic);
        }
    }

    @Test
    @Order(8)
    void nothingThatWasSentIsLostOrDoneTwice() {
        awaitDelivered();
        List<String> heard = sent.stream().sorted().toList();
        assertTrue(heard.size() > 50, heard.size() + " answers");
        assertEquals(heard, topology.municipality().of("select onderwerp from uitwerking").stream().sorted().toList());
        table.add("in all of these | | " + heard.size() + " answers were sent, and each took effect once");
    }

    /** Neither where it was started, nor at home, nor beside the program; and what it has open to write in is its own. */
    @Test
    @Order(9)
    void noNodeWritesAnywhereButInItsTemporaryDirectory() throws IOException {
        try (Stream<Path> written = Files.list(topology.directory().resolve("nowhere"))) {
            assertEquals(List.of(), written.toList());
        }
        assertEquals(program, Written.below(PROGRAM));
        for (String node : List.of("portal-1", "portal-2")) {
            assertEquals(List.of(), Written.openBy(topology.pid(node)).stream().filter(file -> !file.startsWith(topology.directory().resolve("tmp"))
                    && !file.equals(topology.directory().resolve(node + ".log"))).toList(), node);
        }
    }

    private static Traffic traffic() {
        Traffic traffic = new Traffic(topology.portal(), sent);
        browsers.forEach((person, browser) -> traffic.begin(browser.jar(), items.get(person)));
        return traffic;
    }

    /** Coming appointments, the first ones first. */
    private static List<String> itemsOf(String person) {
        String id = topology.municipality().of("select id from inburgeraar where sleutel = '" + person + "'").get(0);
        return topology.rows().of("""
                select item ->> 'id' from agenda_snapshot, jsonb_array_elements(body -> 'onderdelen') item
                where participant = '%s' and item ->> 'status' <> 'Vervallen'
                and (item ->> 'begin')::timestamptz > now() + interval '1 day'
                order by item ->> 'begin'""".formatted(id));
    }

    /** A page of the portal itself, in the reader's language. */
    private static void mustBeOurPages(Traffic traffic) {
        assertFalse(traffic.failures().isEmpty(), "nobody noticed");
        traffic.failures().forEach(answer -> {
            assertTrue(answer.status() == 500 || answer.status() == 503, answer.status() + " " + answer.path());
            assertEquals(TextFile.PORTAL.text(Language.NL, "error_title"), answer.title(), answer.path());
        });
    }

    private static void tell(String what, Duration again, Traffic traffic) {
        Map<String, Long> kinds = traffic.wrong().stream().collect(Collectors.groupingBy(each -> each, LinkedHashMap::new, Collectors.counting()));
        table.add(what + " | " + seconds(again) + " | " + (kinds.isEmpty() ? "nothing" : kinds + " of " + traffic.asked()));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static void awaitDelivered() {
        Pause.until("all that was sent is there", () -> topology.rows().of("select count(*) from outbox where state = 'WAITING'").equals(List.of("0"))
                && topology.municipality().of("select onderwerp from uitwerking").containsAll(List.copyOf(sent)));
    }
}
