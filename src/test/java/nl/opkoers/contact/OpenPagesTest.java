package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import org.junit.jupiter.api.Test;

/** Somebody opens the same conversation in one tab after the other, and leaves all of them open. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class OpenPagesTest {

    private static final ParticipantKey KEY = new ParticipantKey("9901", "somebody");

    private final Live live;
    private final OpenPages open;

    OpenPagesTest(Live live, OpenPages open) {
        this.live = live;
        this.open = open;
    }

    @Test
    void ofTooManyTheOldestIsClosedAndToldWhy() {
        List<AssertSubscriber<String>> pages = IntStream.range(0, OpenPages.MOST).mapToObj(page -> page("Selam")).toList();
        pages.forEach(AssertSubscriber::assertNotTerminated);

        AssertSubscriber<String> newest = page("Selam");

        pages.get(0).awaitCompletion();
        assertEquals(OpenPages.FULL, pages.get(0).getLastItem());
        pages.subList(1, OpenPages.MOST).forEach(AssertSubscriber::assertNotTerminated);
        newest.assertNotTerminated();
        assertEquals(OpenPages.MOST, open.of("Selam"));

        pages.forEach(AssertSubscriber::cancel);
        newest.cancel();
        assertEquals(0, open.of("Selam"), "who leaves makes room");
    }

    @Test
    void nobodyClosesThePageOfSomebodyElse() {
        AssertSubscriber<String> fiyori = page("Fiyori");
        List<AssertSubscriber<String>> pages = IntStream.range(0, 3 * OpenPages.MOST).mapToObj(page -> page("Nabil")).toList();
        fiyori.assertNotTerminated();
        assertFalse(fiyori.getItems().contains(OpenPages.FULL));
        assertTrue(pages.get(0).getItems().contains(OpenPages.FULL));
        pages.forEach(AssertSubscriber::cancel);
        fiyori.cancel();
    }

    private AssertSubscriber<String> page(String who) {
        return live.told(who, KEY, new UUID(0, 1)).subscribe().withSubscriber(AssertSubscriber.create(100));
    }
}
