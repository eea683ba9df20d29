package nl.opkoers.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Happened;
import nl.opkoers.municipality.contract.Events;
import nl.opkoers.own.Retention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for people until they are told: once for each thing, one notice for all of it, and nothing for who wants none. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class WaitingRoomTest {

    private static final ParticipantKey SELAM = new ParticipantKey("9901", "selam");

    @Inject
    Event<SomethingWaits> waits;

    @Inject
    Event<PortalOpened> opened;

    @Inject
    Event<Happened> happened;

    @Inject
    Retention retention;

    @BeforeEach
    @AfterEach
    void nobodyWaits() {
        TestClock.runOn();
        Stream.of("notice", "notice_event", "notice_choice", "news", "account").forEach(Rows::clear);
    }

    @Test
    void forWhoWantsNoNoticesNothingIsWritten() {
        tell(UUID.randomUUID());
        assertEquals(List.of("0"), Rows.of("select (select count(*) from notice) + (select count(*) from notice_event)"));
    }

    @Test
    void whoStoppedIsNotToldEither() {
        wants(SELAM);
        Rows.run("update notice_choice set channel = null, address = null, stopped_at = now()");
        tell(UUID.randomUUID());
        assertEquals(List.of(), notices());
    }

    @Test
    void whateverHappensThereIsOneNotice() {
        wants(SELAM);
        Stream.generate(UUID::randomUUID).limit(5).forEach(this::tell);
        assertEquals(List.of("NUDGE WAITING SMS"), notices());
        assertEquals(List.of("5"), Rows.of("select count(*) from notice_event"));
    }

    @Test
    void whatWasToldOfOnceIsNotToldOfAgain() {
        wants(SELAM);
        UUID event = UUID.randomUUID();
        tell(event);
        Rows.run("update notice set state = 'SENT', due_at = null");
        tell(event);
        assertEquals(List.of("NUDGE SENT SMS"), notices());
        tell(UUID.randomUUID());
        assertEquals(List.of("NUDGE SENT SMS", "NUDGE WAITING SMS"), notices());
    }

    @Test
    void twoNodesAtOnceMakeOneNotice() {
        wants(SELAM);
        UUID event = UUID.randomUUID();
        Stream.generate(() -> CompletableFuture.runAsync(() -> tell(event))).limit(8).toList().forEach(CompletableFuture::join);
        assertEquals(List.of("NUDGE WAITING SMS"), notices());
        assertEquals(List.of("f"), Rows.of("select again from notice"));
    }

    @Test
    void whatHappensWhileANoticeIsOnItsWayIsRemembered() {
        wants(SELAM);
        tell(UUID.randomUUID());
        Rows.run("update notice set state = 'SENDING'");
        tell(UUID.randomUUID());
        assertEquals(List.of("t"), Rows.of("select again from notice"));
    }

    @Test
    void whatWasNotKeptIsNotToldOf() {
        wants(SELAM);
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
            waits.fire(new SomethingWaits(SELAM, UUID.randomUUID()));
            throw new IllegalStateException("what happened could not be kept");
        }));
        assertEquals(List.of(), notices());
    }

    @Test
    void whoOpensThePortalNeedsNoNoticeOfWhatWaited() {
        wants(SELAM);
        tell(UUID.randomUUID());
        QuarkusTransaction.requiringNew().run(() -> opened.fire(new PortalOpened(new ParticipantKey("9901", "somebody else"))));
        assertEquals(1, notices().size());
        QuarkusTransaction.requiringNew().run(() -> opened.fire(new PortalOpened(SELAM)));
        assertEquals(List.of(), notices());
    }

    @Test
    void anotherTimeOrAnotherContactIsWorthANoticeAndWhatDuoNotesIsNot() {
        wants(SELAM);
        Rows.run("insert into account values ('9901', 'issuer', 's', 'selam')");
        happen("SS199");
        assertEquals(List.of(), notices());
        happen("OK202");
        assertEquals(List.of("NUDGE WAITING SMS"), notices());
        happen("OK201");
        assertEquals(List.of("2"), Rows.of("select count(*) from notice_event"));
    }

    @Test
    void whatIsOldIsForgottenAndWhatWaitsIsNot() {
        wants(SELAM);
        tell(UUID.randomUUID());
        Rows.run("update notice set state = 'SENT', due_at = null");
        TestClock.advance(Duration.ofDays(150));
        tell(UUID.randomUUID());
        TestClock.advance(Duration.ofDays(100));
        retention.takeAwayTheOld();
        assertEquals(List.of("NUDGE WAITING SMS"), notices());
        assertEquals(List.of("1"), Rows.of("select count(*) from notice_event"));
    }

    private void tell(UUID event) {
        QuarkusTransaction.requiringNew().run(() -> waits.fire(new SomethingWaits(SELAM, event)));
    }

    private void happen(String code) {
        Events.Event event = new Events.Event(1L, UUID.randomUUID(), code, TestClock.now(), "selam", null);
        QuarkusTransaction.requiringNew().run(() -> happened.fire(new Happened("9901", List.of(event))));
    }

    private static void wants(ParticipantKey key) {
        Rows.run("insert into notice_choice (municipality, participant, channel, address, language, quiet_from, quiet_until,"
                + " stop, chosen_at) values ('%s', '%s', 'SMS', '\\x00', 'ti', '21:00', '08:00', gen_random_uuid(), now())"
                        .formatted(key.municipality(), key.participant()));
    }

    private static List<String> notices() {
        return Rows.of("select kind || ' ' || state || ' ' || channel from notice order by created_at");
    }
}
