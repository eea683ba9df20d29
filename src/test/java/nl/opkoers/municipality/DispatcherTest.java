package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.HalfAnswer;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.own.Retention;
import nl.opkoers.scope.Scope;
import nl.opkoers.served.ServedMunicipalities;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose turn it is, what is tried again and when, and what is given up: everything arrives, in order, and once. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class DispatcherTest {

    private static final String HERE = "9901";
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MORE_ROUNDS_THAN_HELPERS = 20;

    /** Fails, when told to, after the municipality has answered and before that is noted. */
    @Singleton
    static class Witness {

        final List<Delivered> heard = new CopyOnWriteArrayList<>();
        volatile boolean crash;

        void hear(@Observes Delivered delivered) {
            if (crash) {
                throw new IllegalStateException("the node goes down here");
            }
            heard.add(delivered);
        }
    }

    @Inject
    Outbox outbox;
    @Inject
    Dispatcher dispatcher;
    @Inject
    OutboxQueue queue;
    @Inject
    Handover handover;
    @Inject
    OutboxSettings settings;
    @Inject
    ServedMunicipalities served;
    @Inject
    Clock clock;
    @Inject
    Retention retention;
    @Inject
    Witness witness;
    @Inject
    CircuitBreakerMaintenance breakers;
    @Inject
    MeterRegistry meters;

    private final List<StandIn.Message> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    @AfterEach
    void nothingIsUnderWay() {
        TestClock.runOn();
        breakers.resetAll();
        Rows.clear("outbox");
        witness.crash = false;
        witness.heard.clear();
    }

    @Test
    void whatIsSentArrivesAndIsNotToldAgain() {
        municipality(message -> StandIn.accepted());
        UUID id = send("liam", "lesson");

        assertEquals(1, dispatcher.deliverDue());
        assertEquals(0, dispatcher.deliverDue());

        assertEquals(List.of(new StandIn.Message(id, "liam", "confirm", "lesson", "{\"versie\": 3}")), told);
        assertInstanceOf(Delivery.Arrived.class, onlyOf("liam"));
        assertEquals(List.of(new Delivered(HERE, "liam", id, Outgoing.Kind.CONFIRM, "lesson", null, null)), witness.heard);
    }

    @Test
    void ofOnePersonEverythingArrivesInTheOrderInWhichItWasSent() {
        municipality(message -> StandIn.accepted());
        List<String> lessons = IntStream.range(0, 40).mapToObj(number -> "lesson " + number).toList();
        lessons.forEach(lesson -> send("liam", lesson));

        assertEquals(40, dispatcher.deliverDue());

        assertEquals(lessons, told.stream().map(StandIn.Message::subject).toList());
    }

    @Test
    void whatCannotArriveHoldsUpWhatThatPersonSentAfterItAndNobodyElse() {
        municipality(message -> message.subject().equals("poison") ? notForAMinute() : StandIn.accepted());
        send("liam", "poison");
        send("liam", "lesson");
        send("selam", "lesson");
        send("selam", "intake");

        assertEquals(3, dispatcher.deliverDue());

        assertEquals(List.of(new Delivery.Saved(), new Delivery.OnItsWay(1)), deliveriesOf("liam"));
        assertTrue(deliveriesOf("selam").stream().allMatch(Delivery.Arrived.class::isInstance));
    }

    private static Response notForAMinute() {
        return Response.serverError().header(HttpHeaders.RETRY_AFTER, "60").build();
    }

    @Test
    void whatTheMunicipalityDoesNotTakeIsRefusedWithItsReasonAndTheRestGoesOn() {
        municipality(message -> message.subject().equals("old") ? StandIn.refused(Refusal.OUTDATED_VERSION) : StandIn.accepted());
        send("liam", "old");
        send("liam", "lesson");

        assertEquals(2, dispatcher.deliverDue());

        List<Delivery> deliveries = deliveriesOf("liam");
        assertInstanceOf(Delivery.Arrived.class, deliveries.get(0));
        Delivery.Refused refused = assertInstanceOf(Delivery.Refused.class, deliveries.get(1));
        assertEquals(new Refusal(Refusal.OUTDATED_VERSION, List.of()), refused.refusal());
        assertEquals(List.of("old", "lesson"), witness.heard.stream().map(Delivered::subject).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500})
    void aGatewayThatDoesNotFindTheWayForAnybodyRefusesNothing(int status) {
        municipality(message -> gateway(status));
        send("liam", "lesson");
        // Each time what waits is due.
        letPass(Duration.ofHours(50), LONGEST_PAUSE);
        assertInstanceOf(Delivery.OnItsWay.class, onlyOf("liam"));

        municipality(message -> StandIn.accepted());
        TestClock.advance(LONGEST_PAUSE);
        dispatcher.deliverDue();
        assertInstanceOf(Delivery.Arrived.class, onlyOf("liam"));
    }

    @Test
    void itIsNotTriedAgainBeforeTheMunicipalitySaysSo() {
        municipality(message -> Response.status(503).header(HttpHeaders.RETRY_AFTER, "600").build());
        send("liam", "lesson");
        assertEquals(1, dispatcher.deliverDue());

        TestClock.advance(Duration.ofSeconds(590));
        assertEquals(0, dispatcher.deliverDue());
        TestClock.advance(Duration.ofSeconds(11));
        assertEquals(1, dispatcher.deliverDue());
    }

    @Test
    void thePausesGrow() {
        municipality(message -> Response.serverError().build());
        send("liam", "lesson");
        for (int attempt = 1; attempt <= 12; attempt++) {
            assertEquals(1, dispatcher.deliverDue());
            long planned = Long.parseLong(Rows.of("select round(extract(epoch from next_at - tried_at) * 1000) from outbox").get(0));
            long whole = Math.min(1000L << attempt - 1, LONGEST_PAUSE.toMillis());
            assertTrue(planned >= whole / 2 - 50 && planned <= whole, "after " + attempt + ": " + planned);
            TestClock.advance(Duration.ofMillis(planned));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 413, 500})
    void whatFailsForADayInWhichOthersAreTakenIsGivenUpAndThenTheRestArrives(int status) {
        municipality(message -> message.subject().equals("poison") ? gateway(status) : StandIn.accepted());
        send("liam", "poison");
        send("liam", "lesson");

        letPassWhileSelamSends(23);
        assertEquals(new Delivery.Saved(), deliveriesOf("liam").get(0));
        letPassWhileSelamSends(2);

        List<Delivery> deliveries = deliveriesOf("liam");
        assertInstanceOf(Delivery.Arrived.class, deliveries.get(0));
        assertEquals(Refusal.of(Refusal.NOT_PROCESSED), assertInstanceOf(Delivery.Refused.class, deliveries.get(1)).refusal());
    }

    @Test
    void thatSomethingInBetweenAnswersIsCountedAtOnce() {
        municipality(message -> gateway(413));
        send("liam", "lesson");
        long before = unclear();

        dispatcher.deliverDue();

        assertEquals(before + 1, unclear());
    }

    private long unclear() {
        return meters.timer("opkoers.municipality.calls", "resource", "tell", "outcome", "unclear", "municipality", HERE).count();
    }

    private static Response gateway(int status) {
        return Response.status(status).type("text/html").entity("<h1>No</h1>").build();
    }

    private void letPassWhileSelamSends(int hours) {
        for (int hour = 0; hour < hours; hour++) {
            send("selam", "lesson");
            letPass(Duration.ofHours(1), Duration.ofSeconds(100));
        }
    }

    @Test
    void aWeekOfOutageEndsNothing() {
        municipality(message -> Response.serverError().build());
        send("liam", "lesson");
        dispatcher.deliverDue();
        municipality(message -> {
            throw new ProcessingException("connection refused");
        });
        for (int day = 0; day < 7; day++) {
            TestClock.advance(Duration.ofDays(1));
            dispatcher.deliverDue();
        }
        municipality(message -> Response.serverError().build());
        TestClock.advance(Duration.ofDays(1));
        dispatcher.deliverDue();
        assertEquals(new Delivery.OnItsWay(9), onlyOf("liam"));

        municipality(message -> StandIn.accepted());
        TestClock.advance(LONGEST_PAUSE);
        dispatcher.deliverDue();
        assertInstanceOf(Delivery.Arrived.class, onlyOf("liam"));
    }

    @Test
    void whileTheMunicipalityIsAwayItIsLeftAlone() {
        municipality(message -> {
            throw new ProcessingException("connection refused");
        });
        IntStream.range(0, 60).forEach(number -> send("person " + number, "lesson"));

        dispatcher.deliverDue();
        int calls = told.size();
        dispatcher.deliverDue();

        assertTrue(calls < 20, calls + " calls");
        assertEquals(calls, told.size(), "not one more");
        assertEquals(String.valueOf(60 - calls), Rows.of("select count(*) from outbox where attempts = 0").get(0));
    }

    @Test
    void errorsOnManyMessagesStopNoOthers() {
        municipality(message -> message.subject().equals("poison") ? notForAMinute() : StandIn.accepted());
        IntStream.range(0, 40).forEach(number -> send("person " + number, "poison"));
        IntStream.range(0, 10).forEach(number -> send("other " + number, "lesson"));

        dispatcher.deliverDue();

        assertEquals("10", Rows.of("select count(*) from outbox where state = 'ARRIVED'").get(0));
    }

    @Test
    void aNodeThatGoesDownAfterTheAnswerLosesNothingAndTheSameKeyIsUsedAgain() {
        municipality(message -> StandIn.accepted());
        UUID id = send("liam", "lesson");
        send("selam", "lesson");
        witness.crash = true;
        dispatcher.deliverDue();
        assertEquals("2", Rows.of("select count(*) from outbox where state = 'WAITING'").get(0));

        witness.crash = false;
        TestClock.advance(LONGEST_PAUSE);
        dispatcher.deliverDue();

        assertInstanceOf(Delivery.Arrived.class, onlyOf("liam"));
        List<UUID> keys = told.stream().filter(message -> message.participant().equals("liam")).map(StandIn.Message::key).toList();
        assertTrue(keys.size() > 1, "told again");
        assertEquals(Set.of(id), Set.copyOf(keys));
    }

    @Test
    void twoDispatchersAtOnceDeliverEverythingOnceAndInOrder() {
        municipality(message -> StandIn.accepted());
        List<String> people = IntStream.range(0, 20).mapToObj(number -> "person " + number).toList();
        List<String> lessons = IntStream.range(0, 10).mapToObj(number -> "lesson " + number).toList();
        lessons.forEach(lesson -> people.forEach(person -> send(person, lesson)));

        int tried = Stream.generate(() -> CompletableFuture.supplyAsync(dispatcher::deliverDue)).limit(2).toList()
                .stream().mapToInt(CompletableFuture::join).sum();
        tried += dispatcher.deliverDue();

        assertEquals(200, tried);
        Set<UUID> keys = new HashSet<>();
        told.forEach(message -> assertTrue(keys.add(message.key()), "told twice"));
        people.forEach(person -> assertEquals(lessons, told.stream()
                .filter(message -> message.participant().equals(person)).map(StandIn.Message::subject).toList()));
    }

    @Test
    void whileSomebodysFirstMessageIsOnItsWayTheSecondIsNotTaken() {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        municipality(message -> {
            called.countDown();
            await(goOn);
            return StandIn.accepted();
        });
        send("liam", "first");
        send("liam", "second");
        CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(dispatcher::deliverDue);
        await(called);

        assertEquals(0, dispatcher.deliverDue(), "another node finds nothing to do");
        assertEquals(1, told.size());
        goOn.countDown();
        assertEquals(2, slow.join());
        assertEquals(List.of("first", "second"), told.stream().map(StandIn.Message::subject).toList());
    }

    @Test
    void whatWasSettledIsKeptForAWhileAndWhatWaitsForAsLongAsItTakes() {
        municipality(message -> switch (message.subject()) {
            case "refused" -> StandIn.refused(Refusal.CANCELLED);
            case "poison" -> Response.serverError().build();
            default -> StandIn.accepted();
        });
        List.of("arrived", "refused", "poison").forEach(subject -> send("liam", subject));
        dispatcher.deliverDue();

        assertEquals(List.of("arrived", "poison", "refused"), leftAfterTidying(Duration.ofDays(29)));
        assertEquals(List.of("poison", "refused"), leftAfterTidying(Duration.ofDays(2)));
        assertEquals(List.of("poison", "refused"), leftAfterTidying(Duration.ofDays(58)));
        assertEquals(List.of("poison"), leftAfterTidying(Duration.ofDays(2)));
    }

    @Test
    void whoeverSendsSomethingWhileTheirFirstIsOnItsWayHasItDeliveredNext() {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        municipality(message -> {
            called.countDown();
            await(goOn);
            return StandIn.accepted();
        });
        send("liam", "first");
        CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(dispatcher::deliverDue);
        await(called);
        send("liam", "second");
        send("liam", "third");
        goOn.countDown();

        assertEquals(3, slow.join() + dispatcher.deliverDue());
        assertEquals(List.of("first", "second", "third"), told.stream().map(StandIn.Message::subject).toList());
    }

    @Test
    void whileSomethingIsBeingSentWhatCameBeforeIsNotDeliveredUnderIt() {
        municipality(message -> StandIn.accepted());
        send("liam", "first");
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.add(Outgoing.confirm(HERE, "liam", UUID.randomUUID(), "second", 3));
            assertEquals(0, CompletableFuture.supplyAsync(dispatcher::deliverDue).join());
        });

        assertEquals(2, dispatcher.deliverDue());
        assertEquals(List.of("first", "second"), told.stream().map(StandIn.Message::subject).toList());
    }

    @Test
    void manyPeopleSendingWhileTwoDispatchersRunLeaveNothingBehind() {
        municipality(message -> StandIn.accepted());
        List<CompletableFuture<Void>> people = IntStream.range(0, 8).mapToObj(person -> CompletableFuture.runAsync(
                () -> Scope.portal(() -> IntStream.range(0, 25).forEach(number -> send("person " + person % 4, "lesson " + number))))).toList();
        int tried = 0;
        while (!people.stream().allMatch(CompletableFuture::isDone)) {
            tried += dispatcher.deliverDue();
        }
        tried += dispatcher.deliverDue();

        assertEquals(200, tried);
        assertEquals("200", Rows.of("select count(*) from outbox where state = 'ARRIVED'").get(0));
        assertEquals(200, told.stream().map(StandIn.Message::key).distinct().count());
    }

    @Test
    void whatLostItsTurnBecauseSomebodyTookAwayARowIsFoundAgain() {
        municipality(message -> StandIn.accepted());
        send("liam", "first");
        send("liam", "second");
        Rows.run("delete from outbox where subject = 'first'");
        assertEquals(0, dispatcher.deliverDue());

        dispatcher.tidy();

        assertEquals(1, dispatcher.deliverDue());
    }

    @Test
    void whatOnlyANewerVersionKnowsIsLeftToItWithAllThatItsSenderSentAfterIt() {
        municipality(message -> StandIn.accepted());
        UUID unknown = send("liam", "of a newer version");
        Rows.run("update outbox set kind = 'KIND_OF_TOMORROW' where id = '" + unknown + "'");
        send("liam", "lesson");
        send("selam", "lesson");

        assertEquals(1, dispatcher.deliverDue());
        assertEquals(List.of("selam"), told.stream().map(StandIn.Message::participant).toList());

        Rows.run("update outbox set kind = 'CONFIRM' where id = '" + unknown + "'");
        assertEquals(2, dispatcher.deliverDue(), "it was not touched: who knows it delivers it at once");
        assertEquals(List.of("lesson", "of a newer version", "lesson"), told.stream().map(StandIn.Message::subject).toList());
    }

    @Test
    void wheneverThereWasNobodyToHelpThereMayBeTheNextTime() {
        municipality(message -> StandIn.accepted());
        AtomicBoolean full = new AtomicBoolean(true);
        AtomicInteger helping = new AtomicInteger();
        Dispatcher alone = new Dispatcher(queue, handover, settings, served, atOnce(full, helping), clock);
        for (int round = 0; round < MORE_ROUNDS_THAN_HELPERS; round++) {
            send("liam", "lesson " + round);
            alone.tick();
        }
        assertEquals(MORE_ROUNDS_THAN_HELPERS, told.size(), "whoever found no help did it alone");

        full.set(false);
        send("liam", "lesson");
        alone.tick();

        assertEquals(settings.parallel() - 1, helping.get());
    }

    /** Does what it is given at once; while it is full it takes nothing more as long as it does something. */
    private static ManagedExecutor atOnce(AtomicBoolean full, AtomicInteger helping) {
        AtomicInteger busy = new AtomicInteger();
        return (ManagedExecutor) Proxy.newProxyInstance(ManagedExecutor.class.getClassLoader(), new Class<?>[] {ManagedExecutor.class},
                (proxy, call, given) -> {
                    if (busy.get() > 0 && full.get()) {
                        throw new RejectedExecutionException();
                    }
                    if (busy.getAndIncrement() > 0) {
                        helping.incrementAndGet();
                    }
                    try {
                        return CompletableFuture.completedFuture(((Supplier<?>) given[0]).get());
                    } catch (RuntimeException failure) {
                        return CompletableFuture.failedFuture(failure);
                    } finally {
                        busy.decrementAndGet();
                    }
                });
    }

    /** The time within which it answers ends with the headers: a page would wait for the rest without end, and soon every page. */
    @Test
    void aMunicipalityThatStopsHalfwayItsAnswerIsAway() {
        try (HalfAnswer stopping = new HalfAnswer()) {
            MunicipalApi api = QuarkusRestClientBuilder.newBuilder().baseUri(URI.create(stopping.address())).build(MunicipalApi.class);
            OpenLine line = new OpenLine(HERE, api, null, null);
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(MunicipalityUnreachable.class,
                    () -> line.guarded(MunicipalClient.Question.MUNICIPALITY, () -> api.municipality(null).readEntity(String.class))));
        }
    }

    private List<String> leftAfterTidying(Duration later) {
        TestClock.advance(later);
        retention.takeAwayTheOld();
        return Rows.of("select subject from outbox order by subject");
    }

    /** Lets the dispatcher run while time passes, with such pauses. */
    private void letPass(Duration time, Duration pause) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(pause)) {
            dispatcher.deliverDue();
            TestClock.advance(pause);
        }
    }

    private void municipality(Function<StandIn.Message, Response> answers) {
        MunicipalLine line = new OpenLine(HERE, null, StandIn.answering(message -> {
            told.add(message);
            return answers.apply(message);
        }), null);
        QuarkusMock.installMockForType(StandIn.lines(line), MunicipalLines.class);
    }

    private UUID send(String participant, String subject) {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> outbox.add(Outgoing.confirm(HERE, participant, id, subject, 3)));
        return id;
    }

    private Delivery onlyOf(String participant) {
        List<Delivery> deliveries = deliveriesOf(participant);
        assertEquals(1, deliveries.size());
        return deliveries.get(0);
    }

    private List<Delivery> deliveriesOf(String participant) {
        return outbox.sent(HERE, participant).stream().map(Sent::delivery).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
