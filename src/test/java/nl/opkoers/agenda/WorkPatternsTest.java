package nl.opkoers.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import nl.opkoers.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of somebody's own work, and for whom. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class WorkPatternsTest {

    private static final ParticipantKey LIAM = new ParticipantKey("9901", "liam");
    private static final ParticipantKey HATICE = new ParticipantKey("9901", "hatice");
    private static final ParticipantKey ANOTHER_LIAM = new ParticipantKey("9902", "liam");
    private static final WorkPattern JOB = WorkFormTest.patterns().get(0);
    private static final WorkPattern OTHER_JOB = WorkFormTest.patterns().get(2);

    @Inject
    WorkPatterns patterns;

    @AfterEach
    void nothingIsLeft() {
        TestClock.runOn();
        Rows.clear("work_pattern");
    }

    @Test
    void everyKindIsKeptAsWhatItIsInTheOrderInWhichItWasMade() {
        List<WorkPattern> kept = WorkFormTest.patterns();
        for (WorkPattern pattern : kept) {
            assertTrue(patterns.keep(LIAM, UUID.randomUUID(), pattern));
            TestClock.advance(Duration.ofSeconds(1));
        }

        assertEquals(kept, patterns.of(LIAM));
        assertEquals(List.of("weekly", "every-other-week", "shifts", "loose"),
                Rows.of("select pattern ->> 'kind' from work_pattern order by made_at"));
    }

    @Test
    void nobodySeesChangesOrRemovesSomebodyElses() {
        UUID id = UUID.randomUUID();
        patterns.keep(LIAM, id, JOB);
        for (ParticipantKey other : List.of(HATICE, ANOTHER_LIAM)) {
            assertEquals(List.of(), patterns.of(other));
            assertTrue(patterns.find(other, id).isEmpty());
            assertFalse(patterns.remove(other, id));
            assertFalse(patterns.putBack(other, id));
            assertTrue(patterns.keep(other, id, OTHER_JOB), "that is a row of their own");
        }
        assertEquals(List.of(JOB), patterns.of(LIAM));
    }

    @Test
    void theSameIdIsOnePatternAlsoWhenItComesSeveralTimesAtOnce() {
        UUID id = UUID.randomUUID();
        List<CompletableFuture<Boolean>> taps = Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> Scope.portal(() -> patterns.keep(LIAM, id, JOB)))).limit(6).toList();

        taps.forEach(tap -> assertTrue(tap.join()));
        assertEquals(List.of(JOB), patterns.of(LIAM));
        patterns.keep(LIAM, id, OTHER_JOB);
        assertEquals(List.of(OTHER_JOB), patterns.of(LIAM));
    }

    @Test
    void whatIsTakenAwayCanBePutBackForADayAndIsThenGone() {
        UUID id = UUID.randomUUID();
        patterns.keep(LIAM, id, JOB);
        assertTrue(patterns.remove(LIAM, id));
        assertTrue(patterns.remove(LIAM, id), "a second tap is harmless");
        assertEquals(List.of(), patterns.of(LIAM));
        assertTrue(patterns.putBack(LIAM, id));
        assertEquals(List.of(JOB), patterns.of(LIAM));

        patterns.remove(LIAM, id);
        TestClock.advance(Duration.ofHours(25));
        assertFalse(patterns.remove(HATICE, UUID.randomUUID()));
        assertEquals(List.of(), Rows.of("select id from work_pattern"));
    }

    @Test
    void onesOwnWorkIsFoundByTheKeyOfTheTable() {
        assertEquals(List.of("municipality", "participant", "id"), Rows.of("select name.attname from pg_index key"
                + " cross join unnest(key.indkey) with ordinality part (number, place)"
                + " join pg_attribute name on name.attrelid = key.indrelid and name.attnum = part.number"
                + " where key.indrelid = 'work_pattern'::regclass and key.indisprimary order by part.place"));
    }
}
