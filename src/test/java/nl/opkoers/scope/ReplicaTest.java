package nl.opkoers.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.opkoers.Answer;
import nl.opkoers.Pause;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.ReplicaResource;
import nl.opkoers.demo.Standby;
import nl.opkoers.language.Language;
import nl.opkoers.watch.Around;
import nl.opkoers.watch.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fiyori and Nabil look at their pages while a second PostgreSQL follows the first one, stands still, hangs, dies and comes back. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@WithTestResource(ReplicaResource.class)
// For TracingTest: with the same world around both, the portal is built anew for the two of them once.
@WithTestResource(Collector.class)
@AsNobody
class ReplicaTest {

    private static final List<String> PAGES = List.of("/", "/agenda", "/hours", "/messages", "/plan");
    private static final String CHANGED = "changed";

    @Inject
    Replica replica;

    @Inject
    Around around;

    @Inject
    MeterRegistry meters;

    DemoWorld world;
    Standby standby;

    private final Portal fiyori = Portal.signedIn("z-tigrinya", Language.EN);
    private final Portal nabil = Portal.signedIn("z-arabic-elder", Language.EN);

    @BeforeEach
    void itFollows() {
        Pause.until("the replica is read from", () -> where(fiyori).equals("replica") && where(nabil).equals("replica"));
    }

    @AfterEach
    void nothingIsLeft() {
        List.of("hour_told", "hour_act", "hour_entry", "outbox").forEach(Rows::clear);
    }

    @Test
    void pagesAreReadThereByWhoAsksAndNothingCanBeChanged() throws SQLException {
        assertTrue(Rows.of("select participant from dossier_snapshot").size() > 1);
        for (Map.Entry<Portal, String> each : Map.of(fiyori, "z-tigrinya", nabil, "z-arabic-elder").entrySet()) {
            assertEquals("replica " + world.municipality().idOf(each.getValue()) + " 1 on", each.getKey().get(WherePart.PAGE).body());
            PAGES.forEach(page -> assertEquals(200, each.getKey().get(page).status(), page));
        }
        assertTrue(fiyori.get("/").text().contains("Selam"), "her own name");
        assertEquals("nobody", Portal.visitor(Language.NL).get(WherePart.PAGE).body());
        try (Connection connection = replica.connection(); Statement statement = connection.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute("delete from hour_entry"));
            assertEquals("25006", refused.getSQLState());
        }
    }

    @Test
    void whatWasJustSentIsOnTheNextPageHoweverFarTheReplicaIs() {
        standby.one("select pg_wal_replay_pause()");
        try {
            log(fiyori);
            assertTrue(fiyori.cookies().containsKey(CHANGED), fiyori.cookies()::toString);
            for (int time = 0; time < 20; time++) {
                Answer hours = fiyori.get("/hours");
                assertTrue(hours.text().contains("3 hours"), hours.text());
                assertEquals("itself", where(fiyori));
            }
        } finally {
            standby.one("select pg_wal_replay_resume()");
        }
        Pause.until("it is read there again, by her too", () -> where(fiyori).equals("replica"));
        assertTrue(fiyori.get("/hours").text().contains("3 hours"));
    }

    @Test
    void whoChangedNothingThatIsNotThereYetReadsThere() {
        assertEquals("replica", where(fiyori.with(CHANGED, "0/1")));
        for (String unreached : List.of("FFFFFFFF/0", "nonsense", "0/0'", "")) {
            assertEquals("itself", where(fiyori.with(CHANGED, unreached)), unreached);
        }
        assertEquals("replica", where(nabil), "others read there");
        assertTrue(nabil.get(WherePart.LIVE).body().startsWith("itself "), "what a stream announces may not be there yet");
    }

    /** That somebody came by is noted when they open their first page, which is a change; looking at a page is none. */
    @Test
    void aPageThatChangesSomethingIsRememberedAndOthersAreNot() {
        assertTrue(Portal.signedIn("z-tigrinya", Language.EN).cookies().containsKey(CHANGED));
        PAGES.forEach(fiyori::get);
        for (String page : PAGES) {
            assertFalse(fiyori.get(page).headers().allValues("Set-Cookie").stream().anyMatch(line -> line.startsWith(CHANGED)), page);
        }
        String remembered = String.join("\n", log(nabil).headers().allValues("Set-Cookie"));
        assertTrue(remembered.matches("(?s).*changed=[0-9A-F]+/[0-9A-F]+; Max-Age=30;.*HTTPOnly; SameSite=Lax.*"), remembered);
    }

    @Test
    void aReplicaThatStandsStillIsLeftOutAndComesBack() {
        standby.one("select pg_wal_replay_pause()");
        try {
            Rows.run("create table moves_on (); drop table moves_on");
            Pause.until("it is left out", () -> where(nabil).equals("itself"));
            around.look();
            assertEquals(200, nabil.get("/q/health/ready").status(), "no node is taken out for it");
            assertTrue(nabil.get("/q/health/well").body().replaceAll("\\s", "").contains("\"name\":\"replica\",\"status\":\"DOWN\""));
            double lag = meters.get("opkoers.replica.lag").timeGauge().value(TimeUnit.SECONDS);
            assertTrue(lag >= 2, () -> "behind by " + lag);
            assertEquals(0, meters.get("opkoers.dependency.up").tag("dependency", "replica").gauge().value());
        } finally {
            standby.one("select pg_wal_replay_resume()");
        }
        Pause.until("it is read from again", () -> where(nabil).equals("replica"));
        around.look();
        assertTrue(nabil.get("/q/health/well").body().replaceAll("\\s", "").contains("\"name\":\"replica\",\"status\":\"UP\""));
    }

    @Test
    void nobodySeesThatTheReplicaDies() {
        standby.kill();
        everyPageIsThere(Duration.ofSeconds(10));
        assertEquals("itself", where(fiyori));
        Pause.until("it is said", () -> !replica.isUsed());
        standby.start();
        Pause.until("it is read from again", () -> where(fiyori).equals("replica"));
        everyPageIsThere(Duration.ofSeconds(10));
    }

    @Test
    void whenTheReplicaHangsPagesWaitForItOnceAtMost() {
        standby.freeze();
        try {
            everyPageIsThere(Duration.ofSeconds(15));
            Pause.until("it is left out", () -> !replica.isUsed());
            long began = System.nanoTime();
            assertEquals("itself", where(nabil));
            assertTrue(System.nanoTime() - began < Duration.ofSeconds(2).toNanos());
        } finally {
            standby.thaw();
        }
        Pause.until("it is read from again", () -> where(nabil).equals("replica"));
    }

    @Test
    void oneThatTookOverIsNoReplica() {
        standby.one("select pg_promote(true, 60)");
        try {
            everyPageIsThere(Duration.ofSeconds(10));
            assertEquals("itself", where(fiyori));
            Pause.until("it is said", () -> !replica.isUsed());
        } finally {
            standby.begin();
        }
        Pause.until("a new one is read from", () -> where(fiyori).equals("replica"));
    }

    /** The first of them may have waited. */
    private void everyPageIsThere(Duration within) {
        for (Portal person : List.of(fiyori, nabil)) {
            for (String page : PAGES) {
                long began = System.nanoTime();
                assertEquals(200, person.get(page).status(), page);
                assertTrue(System.nanoTime() - began < within.toNanos(), page);
            }
        }
    }

    private static Answer log(Portal person) {
        Answer sent = person.submit(person.get("/hours/new"), "/hours", Map.of("activity", "VOLUNTEERING", "when", TestClock.today().toString(),
                "length", "180", "dutch", "ALITTLE"));
        assertEquals(303, sent.status(), sent.body());
        return sent;
    }

    private static String where(Portal person) {
        return person.get(WherePart.PAGE).body().replaceFirst(" .*", "");
    }
}
