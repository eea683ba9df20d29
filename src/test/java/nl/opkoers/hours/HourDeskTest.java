package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.dossier.Course;
import nl.opkoers.identity.ParticipantKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is handed in: once, only when it makes sense, and nothing of somebody else's. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class HourDeskTest {

    private static final ParticipantKey FIYORI = new ParticipantKey("9901", "fiyori");
    private static final ParticipantKey MUSTAFA = new ParticipantKey("9901", "mustafa");
    private static final Course COURSE = Cast.of("z-tigrinya");
    private static final LocalDate DAY = Cast.TODAY.minusDays(1);

    @Inject
    HourDesk desk;
    @Inject
    HourBook book;

    private final UUID entry = UUID.randomUUID();
    private final List<String> noted = new CopyOnWriteArrayList<>();
    private final Handler notes = new Handler() {
        @Override
        public void publish(LogRecord line) {
            noted.add(String.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        Logger.getLogger(HourDesk.class.getName()).addHandler(notes);
    }

    @AfterEach
    void nothingIsLeft() {
        Logger.getLogger(HourDesk.class.getName()).removeHandler(notes);
        Stream.of("outbox", "hour_entry", "hour_act", "hour_told").forEach(Rows::clear);
    }

    @Test
    void whatIsSentAgainBecauseNoAnswerCameIsThereOnce() {
        assertTrue(send(written(60, null), false).isTaken());
        assertTrue(send(written(60, null), false).isTaken());

        assertEquals(1, book.find(FIYORI, entry).orElseThrow().version());
    }

    @Test
    void whatIsOddIsAskedAndStandsOnceThePersonIsSure() {
        Handed asked = send(written(13 * 60, null), false);
        assertEquals(List.of(Question.LONGDAY), asked.sense().questions());
        assertFalse(book.find(FIYORI, entry).isPresent());
        assertEquals(List.of(), noted, "a question is no refusal");

        assertTrue(send(written(13 * 60, null), true).isTaken());
    }

    @Test
    void whatCannotBeIsRefusedByNameAndNotedWithoutAnythingOfThePerson() {
        assertEquals(List.of(Mistake.MINUTES), send(written(-15, null), true).sense().mistakes());
        assertEquals(List.of(Mistake.GOAL), send(written(60, "SOMEBODY_ELSES"), true).sense().mistakes());

        assertFalse(book.find(FIYORI, entry).isPresent());
        assertEquals(List.of("Hours are not taken: [MINUTES]", "Hours are not taken: [GOAL]"), noted);
    }

    @Test
    void anEntryOfSomebodyElseIsNotThere() {
        send(written(60, null), false);

        assertEquals(List.of(Mistake.ABSENT), desk.withdraw(MUSTAFA, entry, UUID.randomUUID()).sense().mistakes());
        assertEquals(State.WAITING, book.find(FIYORI, entry).orElseThrow().state());
        assertEquals(List.of("Hours are not taken: [ABSENT]"), noted);
    }

    @Test
    void severalAreFoundAtOnceByWhoseTheyAre() {
        send(written(60, null), false);
        UUID withdrawn = UUID.randomUUID();
        desk.send(FIYORI, COURSE, withdrawn, withdrawn, written(30, null), asked -> true);
        desk.withdraw(FIYORI, withdrawn, UUID.randomUUID());
        List<UUID> ids = List.of(entry, withdrawn, UUID.randomUUID());

        Map<UUID, Entry> found = book.find(FIYORI, ids);

        assertEquals(Set.of(entry, withdrawn), found.keySet());
        assertEquals(book.find(FIYORI, withdrawn), Optional.of(found.get(withdrawn)));
        assertEquals(Map.of(), book.find(MUSTAFA, ids));
    }

    @Test
    void whatWasTakenBackCannotBeSentAgain() {
        send(written(60, null), false);
        desk.withdraw(FIYORI, entry, UUID.randomUUID());

        Handed late = desk.send(FIYORI, COURSE, entry, UUID.randomUUID(), written(60, null), asked -> true);

        assertEquals(List.of(Mistake.UNFIT), late.sense().mistakes());
    }

    @Test
    void whatIsKeptForLaterGoesToTheCoachWhenItIsSent() {
        assertTrue(desk.save(FIYORI, COURSE, entry, UUID.randomUUID(), written(45, null), asked -> false).isTaken());
        assertEquals(45, book.totals(FIYORI, null).of(Kind.PARTICIPATION).concept());

        send(written(60, null), false);

        assertEquals(new Totals.Sum(0, 60, 0, 0, 0, 0, 0), book.totals(FIYORI, null).of(Kind.PARTICIPATION));
    }

    private Handed send(Written written, boolean sure) {
        return desk.send(FIYORI, COURSE, entry, entry, written, asked -> sure);
    }

    private static Written written(int minutes, String goal) {
        return new Written(Kind.PARTICIPATION, Activity.VOLUNTEERING, DAY, null, minutes, SpokeDutch.YES, goal, "De Sluis", null,
                "eigen woorden", null);
    }
}
