package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Effect;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.municipality.contract.Agenda;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody sends reaches the municipality once, whatever goes wrong on the way. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class DeliveryTest {

    private static final String HERE = "9901";
    private static final String PERSON = "g-english-shift";
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    DemoWorld world;

    @Inject
    Outbox outbox;
    @Inject
    Dispatcher dispatcher;
    @Inject
    MunicipalClient client;
    @Inject
    Contract contract;
    @Inject
    DispatcherTest.Witness witness;
    @Inject
    CircuitBreakerMaintenance breakers;

    private String participant;

    static Stream<Fault> everyWayToFail() {
        return Stream.of(Fault.slow(Duration.ofSeconds(6)), Fault.error(), Fault.busy(Duration.ofSeconds(30)), Fault.dropped(),
                Fault.truncated());
    }

    @BeforeEach
    void somebodyWithAnAgenda() {
        everythingIsWell();
        participant = world.municipality().idOf(PERSON);
    }

    @AfterEach
    void everythingIsWell() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        Rows.clear("outbox");
        witness.crash = false;
    }

    @Test
    void theMunicipalityHearsOfEveryReplyOnceAndInOrder() {
        Agenda.Item lesson = comingUp();
        Instant begin = lesson.begin().plus(Duration.ofDays(1));
        UUID confirmed = send(Outgoing.confirm(HERE, participant, UUID.randomUUID(), lesson.id(), lesson.version()));
        UUID declined = send(Outgoing.decline(HERE, participant, UUID.randomUUID(), lesson.id(), lesson.version(),
                Agenda.Reason.ILLNESS, "Koorts"));
        UUID moved = send(Outgoing.move(HERE, participant, UUID.randomUUID(), lesson.id(), lesson.version(),
                List.of(new Agenda.Proposal(begin, begin.plus(Duration.ofHours(1)))), null));

        assertEquals(3, dispatcher.deliverDue());

        assertEquals(List.of(Effect.Kind.CONFIRMED, Effect.Kind.DECLINED, Effect.Kind.ASKED_TO_MOVE),
                effects(confirmed, declined, moved).stream().map(Effect::kind).toList());
        assertEquals("Verzet gevraagd", comingUp().reply().kindCode());
        outbox.sent(HERE, participant).forEach(sent -> assertInstanceOf(Delivery.Arrived.class, sent.delivery()));
    }

    @ParameterizedTest
    @MethodSource("everyWayToFail")
    void whateverGoesWrongItArrivesOnceWhenTheMunicipalityIsBack(Fault fault) {
        world.municipality().faults().set(Resource.AGENDA_REPLY, fault);
        Agenda.Item lesson = comingUp();
        UUID id = send(Outgoing.confirm(HERE, participant, UUID.randomUUID(), lesson.id(), lesson.version()));
        assertEquals(1, dispatcher.deliverDue());
        assertEquals(new Delivery.OnItsWay(1), delivery());

        world.municipality().faults().clear();
        TestClock.advance(LONGEST_PAUSE);
        assertEquals(1, dispatcher.deliverDue());

        assertInstanceOf(Delivery.Arrived.class, delivery());
        assertEquals(1, effects(id).size());
    }

    @Test
    void anAnswerWithAnotherContentIsAnAnswerAllTheSame() {
        world.municipality().faults().set(Resource.AGENDA_REPLY, Fault.wrongJson());
        Agenda.Item lesson = comingUp();
        UUID id = send(Outgoing.confirm(HERE, participant, UUID.randomUUID(), lesson.id(), lesson.version()));

        dispatcher.deliverDue();

        assertInstanceOf(Delivery.Arrived.class, delivery());
        assertEquals(1, effects(id).size());
    }

    @Test
    void aNodeThatGoesDownAfterTheAnswerLetsItHappenOnce() {
        Agenda.Item lesson = comingUp();
        UUID id = send(Outgoing.confirm(HERE, participant, UUID.randomUUID(), lesson.id(), lesson.version()));
        witness.crash = true;
        dispatcher.deliverDue();
        assertEquals(new Delivery.OnItsWay(1), delivery());
        assertEquals(1, effects(id).size(), "it happened, but that is not noted");

        witness.crash = false;
        TestClock.advance(LONGEST_PAUSE);
        dispatcher.deliverDue();

        assertInstanceOf(Delivery.Arrived.class, delivery());
        assertEquals(1, effects(id).size());
    }

    @Test
    void whoRepliesToAnEarlierVersionIsToldSo() {
        Agenda.Item lesson = comingUp();
        send(Outgoing.confirm(HERE, participant, UUID.randomUUID(), lesson.id(), lesson.version() + 1));

        dispatcher.deliverDue();

        assertEquals(Refusal.of(Refusal.OUTDATED_VERSION), refusal());
    }

    @Test
    void whatIsNotThereIsADecisionToo() {
        send(Outgoing.confirm(HERE, participant, UUID.randomUUID(), "no-such-lesson", 1));
        dispatcher.deliverDue();
        assertEquals(List.of(), refusal().codes());
    }

    @Test
    void everyMistakeIsKeptByItsName() {
        Agenda.Item lesson = comingUp();
        send(Outgoing.decline(HERE, participant, UUID.randomUUID(), lesson.id(), lesson.version(), null, "x".repeat(501)));

        dispatcher.deliverDue();

        assertEquals(new Refusal("urn:opkoers:probleem:ongeldig-verzoek", List.of("te-lang")), refusal());
    }

    private Agenda.Item comingUp() {
        Reply reply = client.agenda(participant, TestClock.today(), TestClock.today().plusDays(60), null);
        return contract.read(assertInstanceOf(Reply.Found.class, reply).body(), Agenda.class).items().stream()
                .filter(item -> !item.cancelled() && item.begin().isAfter(TestClock.now().plus(Duration.ofHours(1))))
                .findFirst().orElseThrow();
    }

    private List<Effect> effects(UUID... keys) {
        return world.municipality().effects().stream().filter(effect -> List.of(keys).contains(effect.key())).toList();
    }

    private UUID send(Outgoing outgoing) {
        QuarkusTransaction.requiringNew().run(() -> outbox.add(outgoing));
        return outgoing.id();
    }

    private Delivery delivery() {
        List<Sent> sent = outbox.sent(HERE, participant);
        assertEquals(1, sent.size());
        return sent.get(0).delivery();
    }

    private Refusal refusal() {
        return assertInstanceOf(Delivery.Refused.class, delivery()).refusal();
    }
}
