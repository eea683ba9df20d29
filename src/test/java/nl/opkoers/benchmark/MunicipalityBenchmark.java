package nl.opkoers.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import nl.opkoers.Database;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.identity.TestSessions;
import nl.opkoers.process.PortalProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/**
 * How fast the portal is in front of a municipality that is near, slow, very slow or away, for a large city and for more
 * people than inburger in the whole country. Prints figures and judges nothing: {@code mvn -q verify -Pbenchmark}.
 *
 * <p>The portal, both databases, the municipality and the readers share one machine, so each figure is a lower bound.
 */
class MunicipalityBenchmark {

    private static final int A_LARGE_CITY = 4_330;
    private static final String WITH_THE_FULLEST_WEEK = "o-arabic-load";
    private static final int READERS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration TIME = Duration.ofSeconds(15);
    private static final int REPLIES = 5_000;

    private DemoWorld world;
    private Database portal;
    private Database municipality;
    private PortalProcess process;

    @AfterEach
    void stop() {
        process.close();
        world.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {A_LARGE_CITY, 100_000})
    void figures(int people) throws Exception {
        world = DemoWorld.inProcess();
        Map<String, String> settings = world.settings();
        portal = new Database(name -> settings.get("opkoers.database." + name));
        municipality = new Database(Map.of("url", world.database().jdbcUrl("gemeente"), "owner.user", "gemeente",
                "owner.password", "")::get);
        grow(people);
        Map<String, String> quick = new HashMap<>(settings);
        quick.put("opkoers.refresh.every", "1s");
        process = PortalProcess.start(quick);
        List<String> participants = municipality.of("select id from inburgeraar");
        everybodyWasHere();
        print("%n%,d participants", participants.size());
        home(settings, participants);
        agenda(settings, participants);
        refreshes();
        replies();
        away(settings, participants);
    }

    /** The population again and again under other ids, and every dossier as it was seen an hour ago. */
    private void grow(int people) {
        int times = (people + A_LARGE_CITY - 1) / A_LARGE_CITY;
        municipality.run("""
                insert into inburgeraar (id, v_nummer, dossier)
                select copy, lpad((7000000000 + row_number() over ())::text, 10, '0'), jsonb_set(dossier, '{id}', to_jsonb(copy))
                from (select dossier, md5(id || time)::uuid::text copy
                    from inburgeraar, generate_series(2, %d) time where sleutel is null limit greatest(0, %d)) as copies
                """.formatted(times, people - A_LARGE_CITY));
        municipality.run("analyze");
    }

    /** Everybody was here before, an hour ago. */
    private void everybodyWasHere() throws SQLException, IOException {
        Path rows = Files.createTempFile("dossiers", ".copy");
        try (Connection from = municipality.connect(); Connection to = portal.connect();
                OutputStream out = Files.newOutputStream(rows)) {
            from.unwrap(PGConnection.class).getCopyAPI()
                    .copyOut("copy (select '9901', id, dossier, now() - interval '1 hour' from inburgeraar) to stdout", out);
            out.close();
            try (InputStream in = Files.newInputStream(rows)) {
                to.unwrap(PGConnection.class).getCopyAPI()
                        .copyIn("copy dossier_snapshot (municipality, participant, body, confirmed_at) from stdin", in);
            }
        } finally {
            Files.delete(rows);
        }
        portal.run("analyze");
    }

    private void home(Map<String, String> settings, List<String> participants) throws Exception {
        Load load = load(settings, participants);
        load.read("/", WARM_UP);
        for (int delay : new int[] {0, 200, 5_000}) {
            world.municipality().faults().set(Resource.PARTICIPANT, Fault.slow(Duration.ofMillis(delay)));
            pretendItWasAnHourAgo();
            print("Home, municipality after %,5d ms   %s", delay, load.read("/", TIME));
        }
        world.municipality().faults().clear();
        load.read("/", WARM_UP);
        print("Home, what was seen is fresh       %s", load.read("/", TIME));
    }

    /** Everybody has the fullest week there is, for as many weeks as that course lasts. */
    private void agenda(Map<String, String> settings, List<String> participants) throws Exception {
        String fullest = world.municipality().idOf(WITH_THE_FULLEST_WEEK);
        new Load(process.base(), List.of(cookie(settings, fullest)), 1).read("/agenda", Duration.ofSeconds(1));
        portal.run("""
                insert into agenda_snapshot (municipality, participant, body, confirmed_at)
                select '9901', person.participant, agenda.body, now() from agenda_snapshot agenda, dossier_snapshot person
                where agenda.participant = '%s' on conflict do nothing""".formatted(fullest));
        Load load = load(settings, portal.of("select participant from agenda_snapshot"));
        load.read("/agenda", WARM_UP);
        portal.run("update agenda_snapshot set confirmed_at = now()");
        portal.run("update dossier_snapshot set confirmed_at = now()");
        print("Agenda, %s items, all fresh       %s",
                portal.of("select jsonb_array_length(body -> 'onderdelen') from agenda_snapshot limit 1").get(0), load.read("/agenda", TIME));
    }

    private void away(Map<String, String> settings, List<String> participants) throws Exception {
        pretendItWasAnHourAgo();
        world.municipality().close();
        print("Home, municipality down            %s", load(settings, participants).read("/", TIME));
    }

    private void refreshes() {
        portal.run("update dossier_snapshot set changes = changes + 1");
        int outdated = Integer.parseInt(count("dossier_snapshot where changes <> seen_changes"));
        long begin = System.nanoTime();
        awaitNone("dossier_snapshot where changes <> seen_changes");
        print("Refreshing dossiers                %,7.0f/s   (%,d dossiers, one node)", rate(outdated, begin), outdated);
    }

    /** Replies of five hundred people, ten each, all at once: about lessons that they really have. */
    private void replies() {
        List<String> lessons = municipality.of("""
                select inburgeraar || ' ' || id || '-' || day from (
                    select inburgeraar, id, day::date::text as day, row_number() over (partition by inburgeraar order by day) number
                    from lesrooster, generate_series(current_date + 1, laatste, interval '1 day') day
                    where om_de_weken = 1 and extract(isodow from day) = any (dagen)
                    and not day between date_trunc('year', current_date) + interval '350 days'
                        and date_trunc('year', current_date) + interval '1 year 10 days') as all_of_them
                where number <= 10 limit %d""".formatted(REPLIES));
        StringBuilder insert = new StringBuilder("insert into outbox (municipality, participant, id, kind, subject, body,"
                + " created_at, next_at) values ");
        String last = "";
        for (String lesson : lessons) {
            String[] parts = lesson.split(" ", 2);
            insert.append(last.isEmpty() ? "" : ",").append("('9901', '%s', gen_random_uuid(), 'CONFIRM', '%s', '{\"versie\": 1}', now(), %s)"
                    .formatted(parts[0], parts[1], parts[0].equals(last) ? "null" : "now()"));
            last = parts[0];
        }
        portal.run(insert.toString());
        long begin = System.nanoTime();
        awaitNone("outbox where state = 'WAITING'");
        print("Delivering replies                 %,7.0f/s   (%,d replies, %s of them accepted, one node)",
                rate(lessons.size(), begin), lessons.size(), count("outbox where state = 'ARRIVED'"));
    }

    private Load load(Map<String, String> settings, List<String> participants) {
        return new Load(process.base(), participants.stream().map(participant -> cookie(settings, participant)).toList(), READERS);
    }

    private static String cookie(Map<String, String> settings, String participant) {
        return TestSessions.cookie(settings.get("opkoers.session.secret"), "9901", participant);
    }

    private void pretendItWasAnHourAgo() {
        portal.run("update dossier_snapshot set confirmed_at = confirmed_at - interval '1 hour'");
    }

    private void awaitNone(String what) {
        while (!count(what).equals("0")) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private String count(String what) {
        return portal.of("select count(*) from " + what).get(0);
    }

    private static double rate(int many, long begin) {
        return many * 1e9 / (System.nanoTime() - begin);
    }

    private static void print(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
