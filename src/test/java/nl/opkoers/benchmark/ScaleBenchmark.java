package nl.opkoers.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import nl.opkoers.Database;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.process.Learned;
import nl.opkoers.process.PortalProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What one node of the portal carries, for 4,330, 100,000 and 1,000,000 participants, and what this machine can do at most: pages of
 * the portal take turns with a page of one row that does nothing else. Prints figures, and fails when an answer was wrong:
 * {@code mvn -q verify -Pbenchmark -Dit.test=ScaleBenchmark}.
 *
 * <p>Dossiers and agendas are as fresh as they stay, so that no page asks the municipality; what people send waits in the outbox.
 * {@code -Dbenchmark.people=4330,100000} takes other numbers, {@code -Dbenchmark.seconds=5} less time for each figure.
 */
class ScaleBenchmark {

    private static final List<Integer> PEOPLE = Arrays.stream(System.getProperty("benchmark.people", "4330,100000,1000000").split(","))
            .map(String::strip).map(Integer::valueOf).sorted().toList();
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 15);
    private static final int CONNECTIONS = 16;
    private static final int TURNS = 3;
    private static final int EXAMPLES = 120;
    private static final double SMALL_LOAD = 200;
    private static final int COUNTED = 200;
    private static final int MOST_ROUNDS = 12;
    /** What is not that much faster than before is warm. */
    private static final double WARM = 1.05;
    private static final Supplier<Asking> BARE = () -> Asking.anybody("Bare", Bare.AS_LONG, "Consulent");
    private static final Supplier<Asking> FULL = () -> Asking.anybody("Bare", Bare.AS_FULL, "Consulent");
    private static final Map<String, String> PAGES = new LinkedHashMap<>(Map.of("Home", "/"));

    static {
        PAGES.put("Agenda", "/agenda");
        PAGES.put("My hours", "/hours");
        PAGES.put("Messages", "/messages");
        PAGES.put("My plan", "/plan");
        PAGES.put("Who helps me", "/people");
    }

    private final Crowd crowd = new Crowd(CONNECTIONS);
    private final Map<Integer, Double> homes = new LinkedHashMap<>();
    private DemoWorld world;
    private Map<String, String> settings;
    private Database portal;
    private PortalProcess process;
    private Bare bare;
    private Visitors visitors;
    private long postgres;

    @AfterEach
    void stop() {
        crowd.close();
        if (bare != null) {
            bare.close();
        }
        if (process != null) {
            process.close();
        }
        world.close();
    }

    @Test
    void figures() throws Exception {
        world = DemoWorld.inProcess();
        settings = new HashMap<>(world.settings());
        settings.putAll(Map.of("opkoers.municipality.fresh-for", "P30D", "opkoers.outbox.every", "off", "opkoers.feed.every", "off",
                // As everywhere: who asks too often is stopped, and that is counted.
                "opkoers.limit.not-for", ""));
        portal = new Database(name -> settings.get("opkoers.database." + name));
        Database other = as("gemeente", "gemeente");
        Learned.forget();
        process = PortalProcess.start(settings);
        postgres = postmaster();
        Population.see(process.base(), settings, other.of("select id from inburgeraar order by id limit " + EXAMPLES));
        Population population = new Population(as("postgres", "opkoers"));
        print("%n%s, %d processors, Java %s, PostgreSQL %s, %d connections, %d s each", LocalDate.now(), Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"), portal.of("show server_version").get(0), CONNECTIONS, SECONDS);
        for (int people : PEOPLE) {
            figures(population, people, other);
        }
        start();
        print("%nHome, of the figure for %s:", homes.keySet().iterator().next());
        homes.forEach((people, perSecond) -> print("   %,9d people  %3.0f %%", people, 100 * perSecond / homes.values().iterator().next()));
    }

    private void figures(Population population, int people, Database other) throws Exception {
        population.grow(people);
        print("%n%,d people%n%s", people, population.sizes());
        visitors = new Visitors(settings.get("opkoers.session.secret"), people, Math.max(300, SECONDS * 200));
        if (bare == null) {
            bare = Bare.start(other, "gemeente", body("/"));
        }
        queries();
        Supplier<Asking> home = visitors.reading("Home", "/");
        warmUp(home);
        inTurns(people, home);
        whatPeopleDo();
    }

    /** A page is fast when it was compiled, which takes thousands of them: until Home comes no faster, twice in a row. */
    private void warmUp(Supplier<Asking> home) {
        double best = 0;
        int rounds = 0;
        int noFaster = 0;
        while (rounds < MOST_ROUNDS && noFaster < 2) {
            List.of(visitors.reading("Agenda", "/agenda"), visitors.reading("My hours", "/hours"), (Supplier<Asking>) visitors::anything)
                    .forEach(each -> crowd.closed(process.base(), each, Duration.ofSeconds(SECONDS)));
            // What the others are held against is no less warm.
            List.of(BARE, FULL).forEach(each -> crowd.closed(bare.base(), each, Duration.ofSeconds(SECONDS)));
            double now = crowd.closed(process.base(), home, Duration.ofSeconds(SECONDS)).perSecond();
            noFaster = now > WARM * best ? 0 : noFaster + 1;
            best = Math.max(best, now);
            rounds++;
        }
        print("   warm after %d rounds of %d s", rounds, 6 * SECONDS);
    }

    /** Home, Agenda and My hours take turns with the bare page: so all of them have the machine as it is. */
    private void inTurns(int people, Supplier<Asking> home) {
        Map<String, Turn> turns = new LinkedHashMap<>();
        turns.put("Bare page", new Turn(bare.base(), bare.pid(), () -> Asking.anybody("Bare", Bare.SHORT, "Consulent")));
        turns.put("Bare, as long as Home", new Turn(bare.base(), bare.pid(), BARE));
        turns.put("Bare, of 200 values", new Turn(bare.base(), bare.pid(), FULL));
        turns.put("Home", new Turn(process.base(), process.pid(), home));
        turns.put("Agenda", new Turn(process.base(), process.pid(), visitors.reading("Agenda", "/agenda")));
        turns.put("My hours", new Turn(process.base(), process.pid(), visitors.reading("My hours", "/hours")));
        turns.values().forEach(turn -> crowd.closed(turn.base, turn.next, Duration.ofSeconds(1)));
        for (int time = 0; time < TURNS; time++) {
            turns.values().forEach(Turn::take);
        }
        turns.forEach((what, turn) -> print("   %-22s %s%n%25s %s", what, turn.outcome, "", turn.used.per(turn.outcome.count())));
        turns.values().forEach(turn -> right(turn.outcome));
        double perSecond = turns.get("Home").outcome.perSecond();
        homes.put(people, perSecond);
        turns.keySet().stream().filter(what -> what.startsWith("Bare"))
                .forEach(what -> print("   Home is %.0f %% of: %s", 100 * perSecond / turns.get(what).outcome.perSecond(), what));
    }

    /** What is asked when it is its turn, and what that came to. */
    private final class Turn {

        private final String base;
        private final long pid;
        private final Supplier<Asking> next;
        private final Outcome outcome = new Outcome();
        private Usage used = new Usage(Duration.ZERO, Duration.ZERO, Duration.ZERO);

        Turn(String base, long pid, Supplier<Asking> next) {
            this.base = base;
            this.pid = pid;
            this.next = next;
        }

        void take() {
            Usage before = Usage.now(pid, postgres);
            outcome.plus(crowd.closed(base, next, Duration.ofMillis(SECONDS * 1_000L / TURNS)));
            used = used.plus(Usage.now(pid, postgres).since(before));
        }
    }

    /** All that people do: as much as there is room for, then at half of that, and 200 a second. */
    private void whatPeopleDo() {
        Usage before = Usage.now(process.pid(), postgres);
        Outcome most = crowd.closed(process.base(), visitors::anything, Duration.ofSeconds(SECONDS));
        print("   All, as fast as it goes %s%n%25s %s%n%s", most, "", Usage.now(process.pid(), postgres).since(before).per(most.count()), most.byPage());
        right(most);
        Outcome half = crowd.open(process.base(), visitors::anything, most.perSecond() / 2, Duration.ofSeconds(SECONDS));
        print("   All, at half of that    %s%n%s", half, half.byPage());
        right(half);
        Outcome small = crowd.open(process.base(), visitors::anything, SMALL_LOAD, Duration.ofSeconds(SECONDS));
        print("   All, %.0f a second       %s", SMALL_LOAD, small);
        right(small);
        print("   Memory of the portal: %d MB, %s", Usage.resident(process.pid()), Usage.heap(process.pid()));
    }

    /** How much each page asks PostgreSQL, by a node of its own whose connections are listened to. */
    private void queries() {
        Map<String, String> listened = new HashMap<>(settings);
        try (Wire wire = new Wire(world.database().port())) {
            listened.put("opkoers.database.url", "jdbc:postgresql://localhost:" + wire.port() + "/opkoers");
            listened.put("opkoers.refresh.every", "off");
            try (PortalProcess node = PortalProcess.start(listened); Crowd one = new Crowd(1)) {
                PAGES.forEach((what, path) -> {
                    // Who comes for the first time is noted; that is not what a page asks each time.
                    Supplier<Asking> same = onceChosen(visitors.reading(what, path));
                    count(what, wire, one, node, same);
                });
                count("Conversation", wire, one, node, onceChosen(visitors::conversation));
            }
        }
    }

    private static Supplier<Asking> onceChosen(Supplier<Asking> any) {
        Asking chosen = any.get();
        return () -> chosen;
    }

    private static void count(String what, Wire wire, Crowd one, PortalProcess node, Supplier<Asking> asking) {
        right(one.open(node.base(), asking, COUNTED, Duration.ofMillis(100)));
        Wire.Count before = wire.count();
        Outcome outcome = one.open(node.base(), asking, COUNTED, Duration.ofSeconds(1));
        print("      %-22s %s", what, wire.count().since(before).per(outcome.count()));
        right(outcome);
    }

    private Database as(String user, String database) {
        return new Database(Map.of("url", world.database().jdbcUrl(database), "owner.user", user, "owner.password", "")::get);
    }

    /** The process that all others of PostgreSQL come from: it is one of those of the connection that asks. */
    private long postmaster() throws Exception {
        try (Connection connection = portal.connect(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow().pid();
        }
    }

    private void start() {
        startFor("as Java does by itself");
        process.close();
        Learned.keep(Learned.train());
        startFor("with what Java learned before, as the image does");
        Learned.forget();
    }

    /** From nothing to the first page. */
    private void startFor(String how) {
        process.close();
        long begin = System.nanoTime();
        process.start();
        Outcome first = crowd.open(process.base(), visitors.reading("Home", "/"), 1, Duration.ofSeconds(1));
        print("%nFrom start to the first Home: %.1f s, of which %.0f ms for the page; %s", (System.nanoTime() - begin) / 1e9,
                first.percentile(100), how);
        right(first);
    }

    /** What is on a page of one of them. */
    private String body(String path) throws Exception {
        Asking asking = visitors.reading("Home", path).get();
        String page = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(process.base() + path)).header("Cookie", asking.cookie())
                .header("Accept-Language", asking.language()).build(), HttpResponse.BodyHandlers.ofString()).body();
        return page.substring(page.indexOf("<body"), page.indexOf("</body>"));
    }

    private static void right(Outcome outcome) {
        if (!outcome.wrong().isEmpty()) {
            throw new AssertionError("wrong answers: " + outcome.wrong());
        }
    }

    private static void print(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
