package nl.opkoers.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.opkoers.Database;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.identity.TestSessions;
import nl.opkoers.process.PortalProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How fast a school is found among 2,000 courses, more than any municipality tells of: without filters, with all of them,
 * and beside somebody's own work. Prints figures and judges nothing; portal, municipality and readers share one machine.
 */
class SchoolsBenchmark {

    private static final int COURSES = 2_000;
    private static final int READERS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration TIME = Duration.ofSeconds(15);
    private static final String WORKS_IN_SHIFTS = "g-english-shift";
    private static final String EVERYTHING = "/schools?level=B1&route=B&evening=yes&weekend=yes&weeks=26&postcode=9899&km=25"
            + "&month=300&online=yes&childcare=yes&women=yes&mark=yes&literacy=yes&exam=yes&language=tr";

    private DemoWorld world;
    private PortalProcess process;

    @AfterEach
    void stop() {
        process.close();
        world.close();
    }

    @Test
    void figures() throws Exception {
        world = DemoWorld.inProcess();
        Map<String, String> settings = world.settings();
        Database municipality = new Database(Map.of("url", world.database().jdbcUrl("gemeente"), "owner.user", "gemeente",
                "owner.password", "")::get);
        municipality.run("""
                insert into cursus (id, aanbieder_id, gegevens)
                select copy, aanbieder_id, jsonb_set(gegevens, '{id}', to_jsonb(copy))
                from (select aanbieder_id, gegevens, id || '-' || time copy from cursus, generate_series(2, 20) time
                    order by time, id limit greatest(0, %d - (select count(*) from cursus))) as copies""".formatted(COURSES));
        process = PortalProcess.start(settings);
        Database portal = new Database(name -> settings.get("opkoers.database." + name));
        String liam = world.municipality().idOf(WORKS_IN_SHIFTS);
        portal.run("""
                insert into work_pattern (municipality, participant, id, pattern, made_at) values ('9901', '%s', gen_random_uuid(),
                '{"kind": "shifts", "firstDay": "2026-01-05", "daysOn": 4, "daysOff": 3,
                  "times": {"begin": "14:00:00", "end": "22:00:00", "nextDay": false}}', now())""".formatted(liam));

        System.out.println(municipality.of("select count(*) from cursus").get(0) + " courses");
        Load visitors = new Load(process.base(), List.of("nobody=here"), READERS);
        measure(visitors, "no filters", "/schools");
        measure(visitors, "all filters but work", EVERYTHING);
        Load shifts = new Load(process.base(), List.of(TestSessions.cookie(settings.get("opkoers.session.secret"), "9901", liam)),
                READERS);
        measure(shifts, "all filters", EVERYTHING + "&work=yes");
        measure(shifts, "beside work alone", "/schools?work=yes");
        System.out.println(portal.of("select kind || ' ' || pg_size_pretty(length(body::text)::bigint) from offer_snapshot order by kind"));
    }

    private static void measure(Load load, String what, String path) throws Exception {
        load.read(path, WARM_UP);
        System.out.println(String.format(Locale.ROOT, "Schools, %-22s %s", what, load.read(path, TIME)));
    }
}
