package nl.opkoers.benchmark;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.Database;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.TestSessions;
import nl.opkoers.language.Dates;
import nl.opkoers.process.PortalProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How fast hours are logged, shown and put before a coach, when 100,000 people have logged theirs. Prints figures and judges
 * nothing: {@code mvn -q verify -Pbenchmark -Dit.test=HoursBenchmark}.
 *
 * <p>Everybody of the demo's municipality, among whom those who take part, has 300 entries. The rest have as many as
 * {@code -Dopkoers.benchmark.entries} says, 30 when it says nothing: with 300 for everybody it takes 40 GB of disk. Portal, databases
 * and readers share one machine.
 */
class HoursBenchmark {

    private static final int PEOPLE = 100_000;
    private static final int ENTRIES = 300;
    private static final int ENTRIES_OF_OTHERS = Integer.getInteger("opkoers.benchmark.entries", 30);
    private static final int WAITING = 3;
    private static final int AT_ONCE = 5_000;
    private static final int TAKING_PART = 500;
    private static final int READERS = 16;
    private static final int COACHES = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration TIME = Duration.ofSeconds(15);
    /** What a browser sends back; it only has to be the same twice. */
    private static final String FORM_TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    private DemoWorld world;
    private Database portal;
    private PortalProcess process;
    private Map<String, String> settings;

    @AfterEach
    void stop() {
        process.close();
        world.close();
    }

    @Test
    void figures() throws Exception {
        world = DemoWorld.inProcess();
        settings = new HashMap<>(world.settings());
        settings.put("opkoers.municipality.fresh-for", "PT2H");
        settings.put("opkoers.outbox.every", "off");
        settings.put("opkoers.feed.every", "off");
        portal = new Database(name -> settings.get("opkoers.database." + name));
        Database municipality = new Database(Map.of("url", world.database().jdbcUrl("gemeente"), "owner.user", "gemeente",
                "owner.password", "")::get);
        process = PortalProcess.start(settings);
        fill(municipality.of("select id from inburgeraar"));
        List<String> participants = municipality.of("select id from inburgeraar where dossier #>> '{doelgroep,indeling}' like 'Gezins%'"
                + " and dossier #>> '{pip,actueel,dagtekeningPip}' < '" + LocalDate.now(Dates.AMSTERDAM).minusDays(1) + "'"
                + " limit " + TAKING_PART);
        print("%n%s people with hours, %s entries, %s acts, %s", count("(select distinct participant from hour_entry) as people"),
                count("hour_entry"), count("hour_act"),
                portal.of("select pg_size_pretty(sum(pg_total_relation_size(oid))) from pg_class where relname in"
                        + " ('hour_entry', 'hour_act')").get(0));
        Load people = new Load(process.base(), participants.stream().map(this::cookie).toList(), READERS);
        people.read("/hours", WARM_UP);
        print("My hours, of 300                   %s", people.read("/hours", TIME));
        people.ask(this::logging, WARM_UP);
        print("Logging                            %s", people.ask(this::logging, TIME));
        queue(municipality);
    }

    private void queue(Database municipality) throws Exception {
        List<String> coaches = municipality.of("select id from medewerker");
        String secret = settings.get("opkoers.session.secret");
        String name = cookie("nobody").split("=")[0];
        Load load = new Load(process.base(), coaches.stream().map(coach -> name + "="
                + TestSessions.staff(secret, "9901", coach, Role.COACH, "Coach", Instant.now())).toList(), COACHES);
        load.read("/coach/hours", WARM_UP);
        print("Hours to judge, of a caseload      %s", load.read("/coach/hours", TIME));
    }

    /** Accepted long ago, but for the last ones, which wait. */
    private void fill(List<String> participants) {
        for (int from = 0; from < participants.size(); from += AT_ONCE / 10) {
            List<String> some = participants.subList(from, Math.min(participants.size(), from + AT_ONCE / 10));
            fill("unnest(array['" + String.join("', '", some) + "'])", ENTRIES);
        }
        for (int from = participants.size(); from < PEOPLE; from += AT_ONCE) {
            fill("(select 'person ' || number as person from generate_series(%d, %d) number)"
                    .formatted(from, Math.min(PEOPLE, from + AT_ONCE) - 1), ENTRIES_OF_OTHERS);
        }
        portal.run("vacuum analyze hour_entry, hour_act");
    }

    private void fill(String people, int entries) {
        portal.run("""
                with logged as (
                    insert into hour_entry (municipality, participant, id, kind, day, minutes, state, version, logged_at, sent_at)
                    select '9901', person, gen_random_uuid(), 'VOLUNTARY', current_date - number, 60,
                        case when number <= %d then 'WAITING' else 'ACCEPTED' end, case when number <= %d then 1 else 2 end,
                        now() - number * interval '1 day', now() - number * interval '1 day'
                    from %s as person, generate_series(1, %d) number
                    returning participant, id, day, sent_at, state),
                sent as (
                    insert into hour_act (municipality, participant, entry, position, id, act, at)
                    select '9901', participant, id, 1, id, jsonb_build_object('act', 'sent', 'id', id, 'at', sent_at, 'written',
                        jsonb_build_object('kind', 'VOLUNTARY', 'activity', 'CARE', 'day', day, 'minutes', 60, 'place', 'De Sluis')),
                        sent_at from logged)
                insert into hour_act (municipality, participant, entry, position, id, act, at)
                select '9901', participant, id, 2, judgement, jsonb_build_object('act', 'accepted', 'id', judgement, 'at', sent_at,
                    'by', 'M-1001', 'byName', 'Coach', 'seen', 1), sent_at
                from (select *, gen_random_uuid() as judgement from logged where state = 'ACCEPTED') as judged
                """.formatted(WAITING, WAITING, people, entries));
    }

    private HttpRequest logging(String cookie) {
        String form = "csrf-token=%s&id=%s&kind=VOLUNTARY&activity=SPORT&when=%s&length=60&sure=LONGDAY,EVERYDAY,AFTERTERM"
                .formatted(FORM_TOKEN, UUID.randomUUID(), LocalDate.now(Dates.AMSTERDAM).minusDays(1));
        return HttpRequest.newBuilder(URI.create(process.base() + "/hours")).header("Accept-Language", "ar")
                .header("Cookie", cookie + "; csrf=" + FORM_TOKEN).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build();
    }

    private String cookie(String participant) {
        return TestSessions.cookie(settings.get("opkoers.session.secret"), "9901", participant);
    }

    private String count(String what) {
        return portal.of("select to_char(count(*), 'FM999,999,999') from " + what).get(0);
    }

    private static void print(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
