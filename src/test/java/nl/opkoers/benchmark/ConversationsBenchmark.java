package nl.opkoers.benchmark;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Database;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.TestSessions;
import nl.opkoers.process.PortalProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How fast a coach's inbox and a conversation are shown when 100 coaches guide 10,000 people who said a million things, how
 * soon an open page shows what is said, and what becomes of two coaches who answer at once. Prints figures and judges nothing:
 * {@code mvn -q verify -Pbenchmark -Dit.test=ConversationsBenchmark}.
 *
 * <p>With {@code -Dopkoers.benchmark.coaches=10} it is a tenth of that. Portal, database and readers share one machine.
 */
class ConversationsBenchmark {

    private static final int COACHES = Integer.getInteger("opkoers.benchmark.coaches", 100);
    private static final int PEOPLE_OF_ONE = 100;
    private static final int CONVERSATIONS_OF_ONE = 10;
    private static final int TURNS_OF_ONE = 10;
    private static final int READERS = 16;
    private static final int ANSWERS = 200;
    private static final int AT_ONCE = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration TIME = Duration.ofSeconds(15);
    /** What a browser sends back; it only has to be the same twice. */
    private static final String FORM_TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
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
        process = PortalProcess.start(settings);
        fill();
        print("%n%s coaches, %s people, %s conversations, %s turns, %s", count("caseload_snapshot"), count("dossier_snapshot"),
                count("conversation"), count("conversation_turn"), portal.of("select pg_size_pretty(sum(pg_total_relation_size(oid)))"
                        + " from pg_class where relname in ('conversation', 'conversation_turn', 'conversation_reader')").get(0));
        Load coaches = new Load(process.base(), IntStream.rangeClosed(1, COACHES).mapToObj(this::cookie).toList(), READERS);
        coaches.read("/coach/conversations", WARM_UP);
        print("Inbox                              %s", coaches.read("/coach/conversations", TIME));
        print("Inbox, open and nobody waits       %s", coaches.read("/coach/conversations?show=open", TIME));
        Map<String, List<String>> addresses = addresses();
        coaches.ask(cookie -> reading(cookie, any(addresses.get(cookie))), WARM_UP);
        print("Conversation beside the plan       %s", coaches.ask(cookie -> reading(cookie, any(addresses.get(cookie))), TIME));
        coaches.ask(cookie -> answering(cookie, any(addresses.get(cookie)), 1_000), WARM_UP);
        print("Answering                          %s", coaches.ask(cookie -> answering(cookie, any(addresses.get(cookie)), 1_000), TIME));
        seen(addresses);
        twoAtOnce();
    }

    /** From pressing the button to the page that is open elsewhere being told. */
    private void seen(Map<String, List<String>> addresses) throws Exception {
        String cookie = cookie(1);
        String address = addresses.get(cookie).get(0);
        HttpResponse<InputStream> live = http.send(reading(cookie, address + "/live"), HttpResponse.BodyHandlers.ofInputStream());
        List<Long> nanos = new ArrayList<>();
        try (InputStream told = live.body()) {
            await(told);
            for (int time = 0; time < ANSWERS; time++) {
                long begin = System.nanoTime();
                CompletableFuture<HttpResponse<Void>> sent = http.sendAsync(answering(cookie, address, 1_000_000),
                        HttpResponse.BodyHandlers.discarding());
                await(told);
                nanos.add(System.nanoTime() - begin);
                sent.join();
            }
        }
        print("Sent to seen, one after the other  %s", new Load.Outcome(Duration.ofNanos(nanos.stream().mapToLong(each -> each).sum()), nanos, Map.of()));
    }

    /** Reads up to the empty line that ends an event. */
    private static void await(InputStream told) throws Exception {
        int before = 0;
        for (int letter = told.read(); letter != '\n' || before != '\n'; letter = told.read()) {
            if (letter < 0) {
                throw new IllegalStateException("the page is not told any more");
            }
            before = letter;
        }
    }

    /** A coach and the colleague to whom it was sent on both answer what they saw: one is sent, the other is told. */
    private void twoAtOnce() {
        List<String> both = portal.of("update conversation set assigned_to = 'B-2', assigned_name = 'Coach 2' where participant = 'P-1-1'"
                + " returning '/coach/conversations/' || participant || '/' || id || ' ' || turns");
        Map<Integer, Integer> statuses = new HashMap<>();
        for (int time = 0; time < AT_ONCE; time++) {
            String[] one = both.get(time % both.size()).split(" ");
            int seen = Integer.parseInt(portal.of("select turns from conversation where id = '" + one[0].replaceFirst(".*/", "") + "'").get(0));
            Stream.of(cookie(1), cookie(2)).map(cookie -> http.sendAsync(answering(cookie, one[0], seen), HttpResponse.BodyHandlers.discarding()))
                    .toList().forEach(answer -> statuses.merge(answer.join().statusCode(), 1, Integer::sum));
        }
        print("Two at once, %d times             %s", AT_ONCE, statuses);
    }

    private void fill() throws Exception {
        http.send(reading(TestSessions.cookie(settings.get("opkoers.session.secret"), "9901", world.municipality().idOf("b1-arabic-exam")),
                "/plan"), HttpResponse.BodyHandlers.discarding());
        portal.run("insert into dossier_snapshot (municipality, participant, body, etag, confirmed_at) select municipality,"
                + " 'P-' || coach || '-' || number, body, etag, now() from (select * from dossier_snapshot limit 1) one,"
                + " generate_series(1, %d) coach, generate_series(1, %d) number".formatted(COACHES, PEOPLE_OF_ONE));
        portal.run("""
                insert into caseload_snapshot (municipality, employee, body, confirmed_at)
                select '9901', 'B-' || coach, jsonb_build_object('medewerkerId', 'B-' || coach, 'inburgeraars', jsonb_agg(
                    jsonb_build_object('inburgeraarId', 'P-' || coach || '-' || number, 'aanspreeknaam', 'Persoon ' || number,
                        'voorkeurstaal', 'ar', 'leerroute', 'B', 'rol', 'Klantmanager', 'van', '2025-01-01'))), now()
                from generate_series(1, %d) coach, generate_series(1, %d) number group by coach""".formatted(COACHES, PEOPLE_OF_ONE));
        portal.run("""
                insert into conversation (municipality, participant, id, opening, open, waiting_since, answer_before, theirs, contact,
                    contact_name, turns, opened_at, last_at, closed_at)
                select '9901', 'P-' || coach || '-' || number, id, jsonb_build_object('id', id, 'at', now() - of * interval '10 days',
                    'topic', 'LETTER', 'urgent', false, 'confidential', false, 'language', 'ar', 'interpreter', true, 'gender', 'ANY'),
                    of < 4, case when of = 1 and number %% 2 = 0 then now() - number * interval '1 hour' end,
                    case when of = 1 and number %% 2 = 0 then current_date + 3 - number / 24 end, of = 2, 'B-' || coach, 'Coach ' || coach, %d,
                    now() - of * interval '10 days', now() - of * interval '10 days', case when of >= 4 then now() - of * interval '9 days' end
                from generate_series(1, %d) coach, generate_series(1, %d) number, generate_series(1, %d) of,
                    lateral (select gen_random_uuid() as id where coach > 0 and number > 0 and of > 0) made
                """.formatted(TURNS_OF_ONE, COACHES, PEOPLE_OF_ONE, CONVERSATIONS_OF_ONE));
        portal.run("""
                insert into conversation_turn (municipality, participant, conversation, position, id, turn, at)
                select municipality, participant, conversation.id, position, turn, case when position %% 2 = 1 then jsonb_build_object('turn', 'said',
                    'id', turn, 'at', opened_at, 'language', 'ar', 'text', repeat('ماذا تقول هذه الرسالة؟ ', 5), 'answerBefore', current_date)
                    else jsonb_build_object('turn', 'answered', 'id', turn, 'at', opened_at, 'by', contact, 'byName', contact_name,
                    'language', 'nl', 'text', repeat('U hoeft nu niets te doen. ', 5), 'asksBack', false) end, opened_at
                from conversation, generate_series(1, %d) position,
                    lateral (select gen_random_uuid() as turn where position > 0 and conversation.turns > 0) made""".formatted(TURNS_OF_ONE));
        portal.run("vacuum analyze conversation, conversation_turn, dossier_snapshot, caseload_snapshot");
    }

    private Map<String, List<String>> addresses() {
        Map<String, List<String>> addresses = new HashMap<>();
        IntStream.rangeClosed(1, COACHES).forEach(coach -> addresses.put(cookie(coach), portal.of("select '/coach/conversations/'"
                + " || participant || '/' || id from conversation where participant like 'P-" + coach + "-%' and participant <> 'P-1-1' limit 200")));
        return addresses;
    }

    private static String any(List<String> addresses) {
        return addresses.get(ThreadLocalRandom.current().nextInt(addresses.size()));
    }

    private HttpRequest reading(String cookie, String path) {
        return HttpRequest.newBuilder(URI.create(process.base() + path)).header("Accept-Language", "nl").header("Cookie", cookie).build();
    }

    private HttpRequest answering(String cookie, String address, int seen) {
        String form = "csrf-token=%s&id=%s&seen=%d&how=ANSWER&language=nl&text=U+hoeft+niets+te+doen.".formatted(FORM_TOKEN, UUID.randomUUID(), seen);
        return HttpRequest.newBuilder(URI.create(process.base() + address)).header("Accept-Language", "nl")
                .header("Cookie", cookie + "; csrf=" + FORM_TOKEN).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build();
    }

    /** The same for a coach each time, as their addresses are found by it. */
    private final Map<Integer, String> cookies = new HashMap<>();

    private String cookie(int coach) {
        return cookies.computeIfAbsent(coach, number -> {
            String name = TestSessions.cookie(settings.get("opkoers.session.secret"), "9901", "nobody").split("=")[0];
            return name + "=" + TestSessions.staff(settings.get("opkoers.session.secret"), "9901", "B-" + number, Role.COACH,
                    "Coach " + number, Instant.now());
        });
    }

    private String count(String table) {
        return portal.of("select to_char(count(*), 'FM999,999,999') from " + table).get(0);
    }

    private static void print(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
