package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.Limit;
import nl.opkoers.identity.Limit.By;
import nl.opkoers.served.ServedMunicipalities;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody does anything without end, however many nodes there are. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class LimitsTest {

    private static final String SELAM = "Selam";
    private static final int A_MINUTE = 120;

    private final Limits limits;
    private final StatelessSession rows;
    private final ServedMunicipalities served;
    private final Clock clock;

    LimitsTest(Limits limits, StatelessSession rows, ServedMunicipalities served, Clock clock) {
        this.limits = limits;
        this.rows = rows;
        this.served = served;
        this.clock = clock;
    }

    @BeforeEach
    @AfterEach
    void forget() {
        TestClock.runOn();
        Rows.clear("used_allowance");
    }

    @Test
    void twoNodesAskedAtOnceCountNothingTwiceAndLoseNothing() {
        Limits otherNode = node();
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Boolean>> asked = IntStream.range(0, 100)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> (i % 2 == 0 ? limits : otherNode)
                            .spend(Limit.CERTIFICATE, By.ITSELF, "a code").isEmpty(), people)).toList();
            assertEquals(60, asked.stream().filter(CompletableFuture::join).count());
        } finally {
            people.shutdown();
        }
    }

    @Test
    void overTheEdgeOfAMinuteNoMoreIsAllowedThanBefore() {
        Instant now = clock.instant();
        assertEquals(A_MINUTE, allowed(nodeAt(now)));
        assertEquals(Optional.of(Duration.ofMillis(500)), nodeAt(now).spend(Limit.SEARCH, By.PERSON, SELAM));
        assertEquals(20, allowed(nodeAt(now.plusSeconds(10))));
        assertEquals(A_MINUTE, allowed(nodeAt(now.plusSeconds(70))));
    }

    @Test
    void whoIsRefusedIsNotKeptAwayLongerForTryingAgain() {
        allowedNow();
        IntStream.range(0, 50).forEach(again -> limits.spend(Limit.SEARCH, By.PERSON, SELAM));
        TestClock.advance(Duration.ofSeconds(2));
        assertEquals(Optional.empty(), limits.spend(Limit.SEARCH, By.PERSON, SELAM));
    }

    @Test
    void nobodyUsesUpWhatIsSomebodyElses() {
        allowedNow();
        assertEquals(Optional.empty(), limits.spend(Limit.SEARCH, By.PERSON, "Fiyori"));
        assertEquals(Optional.empty(), limits.spend(Limit.SEARCH, By.ADDRESS, SELAM));
        assertEquals(Optional.empty(), limits.spend(Limit.SENDING, By.PERSON, SELAM));
    }

    @Test
    void whatNeedNotCountIsGivenBack() {
        for (int times = 0; times < 50; times++) {
            assertEquals(Optional.empty(), limits.spend(Limit.CERTIFICATE_TRIES, By.ITSELF, "a code"));
            limits.giveBack(Limit.CERTIFICATE_TRIES, By.ITSELF, "a code");
        }
    }

    @Test
    void aClockThatWasSetBackKeepsNobodyAway() {
        TestClock.advance(Duration.ofDays(300));
        allowedNow();
        TestClock.runOn();
        assertEquals(Optional.empty(), limits.spend(Limit.SEARCH, By.PERSON, SELAM));
    }

    @Test
    void nobodyIsWrittenDownAndNothingStays() {
        limits.spend(Limit.SEARCH, By.ADDRESS, "203.0.113.9");
        limits.spend(Limit.SEARCH, By.PERSON, SELAM);
        assertEquals(List.of("32", "32"), Rows.of("select length(counted) from used_allowance"));
        Stream.of(SELAM, "203.0.113.9").forEach(who ->
                assertTrue(Rows.of("select row_to_json(each)::text from used_allowance each").stream().noneMatch(row -> row.contains(who))));

        TestClock.advance(Duration.ofMinutes(1));
        limits.forget();
        assertEquals(List.of(), Rows.of("select counted from used_allowance"));
    }

    @Test
    void withoutTheSecretNobodyCanTellWhoWasCounted() {
        limits.spend(Limit.SEARCH, By.PERSON, SELAM);
        new Limits(rows, served, clock, settings(), "another secret of at least 32 characters").spend(Limit.SEARCH, By.PERSON, SELAM);
        assertEquals(List.of("2"), Rows.of("select count(*) from used_allowance"));
    }

    /** Half an hour of lessons about the portal, for two classes behind one address. */
    @Test
    void fortyPhonesAtASchoolAreNotStopped() {
        Allowance signIns = limits.allowance(Limit.SIGN_IN, By.ADDRESS).orElseThrow();
        assertTrue(signIns.most() >= 40 * 2 * 3, "all sign in at once, each of them three times, in two steps");
        Allowance searches = limits.allowance(Limit.SEARCH, By.ADDRESS).orElseThrow();
        assertTrue(searches.each().multipliedBy(40).compareTo(Duration.ofSeconds(3)) <= 0, "all search every three seconds");
        assertTrue(limits.allowance(Limit.SENDING, By.PERSON).orElseThrow().most() >= 100, "a week of hours that waited on a phone");
    }

    private long allowedNow() {
        return allowed(limits);
    }

    private static long allowed(Limits node) {
        return IntStream.range(0, A_MINUTE + 60).filter(time -> node.spend(Limit.SEARCH, By.PERSON, SELAM).isEmpty()).count();
    }

    private Limits node() {
        return node(clock);
    }

    /** One for which time stands still, however slow the machine is. */
    private Limits nodeAt(Instant moment) {
        return node(Clock.fixed(moment, ZoneOffset.UTC));
    }

    private Limits node(Clock itsClock) {
        return new Limits(rows, served, itsClock, settings(), ConfigProvider.getConfig().getValue("opkoers.session.secret", String.class));
    }

    private static Config settings() {
        return ConfigProvider.getConfig();
    }
}
