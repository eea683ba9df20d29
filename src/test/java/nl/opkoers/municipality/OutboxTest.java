package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.municipality.contract.Agenda;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody sends is kept with the rest of what they did, once, and in the order in which they sent it. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class OutboxTest {

    private static final String HERE = "9901";
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    @Inject
    Outbox outbox;

    @BeforeEach
    @AfterEach
    void nothingIsUnderWay() {
        Rows.clear("outbox");
    }

    @Test
    void whatIsSentIsSeenWithTheVersionItIsAboutTheNewestFirst() {
        add(Outgoing.confirm(HERE, "liam", UUID.randomUUID(), "lesson", 3));
        add(Outgoing.decline(HERE, "liam", UUID.randomUUID(), "intake", 1, Agenda.Reason.ILLNESS, "Koorts"));
        add(Outgoing.confirm(HERE, "somebody else", UUID.randomUUID(), "lesson", 3));

        List<Sent> sent = outbox.sent(HERE, "liam");

        assertEquals(List.of("intake", "lesson"), sent.stream().map(Sent::subject).toList());
        assertEquals(List.of(1, 3), sent.stream().map(Sent::version).toList());
        assertEquals(List.of(Outgoing.Kind.DECLINE, Outgoing.Kind.CONFIRM), sent.stream().map(Sent::kind).toList());
        assertEquals(new Delivery.Saved(), sent.get(0).delivery());
    }

    @Test
    void whatWasSaidOfTheAgendaIsFoundHoweverMuchElseWasSentSince() {
        add(Outgoing.confirm(HERE, "liam", UUID.randomUUID(), "lesson", 3));
        Rows.run("insert into outbox (municipality, participant, id, kind, subject, body, created_at, next_at) select municipality,"
                + " participant, gen_random_uuid(), 'HELP_REQUEST', 'help', body, created_at, next_at from outbox, generate_series(1, 250)");

        assertEquals(List.of("lesson"), outbox.sent(HERE, "liam", Outgoing.Kind.REPLIES).stream().map(Sent::subject).toList());
    }

    @Test
    void whatOnlyANewerVersionKnowsHidesNothingElse() {
        UUID unknown = UUID.randomUUID();
        add(Outgoing.confirm(HERE, "liam", unknown, "of a newer version", 3));
        add(Outgoing.confirm(HERE, "liam", UUID.randomUUID(), "lesson", 3));
        Rows.run("update outbox set kind = 'KIND_OF_TOMORROW' where id = '" + unknown + "'");

        assertEquals(List.of("lesson"), outbox.sent(HERE, "liam").stream().map(Sent::subject).toList());
    }

    @Test
    void theSameMessageTwiceIsOne() {
        UUID id = UUID.randomUUID();

        assertTrue(add(Outgoing.confirm(HERE, "liam", id, "lesson", 3)));
        assertFalse(add(Outgoing.decline(HERE, "liam", id, "lesson", 3, null, null)));

        assertEquals(List.of(Outgoing.Kind.CONFIRM), outbox.sent(HERE, "liam").stream().map(Sent::kind).toList());
    }

    @Test
    void whatDidNotHappenHereIsNotTold() {
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
            outbox.add(Outgoing.confirm(HERE, "liam", UUID.randomUUID(), "lesson", 3));
            throw new IllegalStateException("the change itself failed");
        }));
        assertEquals(List.of(), outbox.sent(HERE, "liam"));
    }

    @Test
    void withoutATransactionNothingIsKept() {
        assertThrows(TransactionalException.class,
                () -> outbox.add(Outgoing.confirm(HERE, "liam", UUID.randomUUID(), "lesson", 3)));
    }

    @Test
    void itIsWrittenInTheWordsOfTheContract() {
        UUID id = UUID.randomUUID();
        assertEquals("{\"versie\":3}", Outgoing.confirm(HERE, "liam", id, "lesson", 3).body());
        assertEquals("{\"versie\":3}", Outgoing.decline(HERE, "liam", id, "lesson", 3, null, null).body());
        assertEquals("{\"versie\":3,\"reden\":\"Zorg\",\"toelichting\":\"Kind ziek\"}",
                Outgoing.decline(HERE, "liam", id, "lesson", 3, Agenda.Reason.CARE, "Kind ziek").body());
        assertEquals("{\"versie\":3,\"voorstellen\":[{\"begin\":\"2026-11-23T10:00:00Z\",\"einde\":\"2026-11-23T11:00:00Z\"}]}",
                Outgoing.move(HERE, "liam", id, "lesson", 3, List.of(new Agenda.Proposal(TEN, TEN.plusSeconds(3600))), null)
                        .body());
    }

    @Test
    void thePersonsWordsAreNotPrinted() {
        assertFalse(Outgoing.decline(HERE, "liam", UUID.randomUUID(), "lesson", 3, null, "Koorts").toString().contains("Koorts"));
    }

    private boolean add(Outgoing outgoing) {
        return QuarkusTransaction.requiringNew().call(() -> outbox.add(outgoing));
    }
}
