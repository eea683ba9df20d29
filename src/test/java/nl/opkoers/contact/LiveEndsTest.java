package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import org.junit.jupiter.api.Test;

/** Selam has a conversation open while the node that tells her what is new is restarted. */
class LiveEndsTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final OpenPages open = new OpenPages();
    private final Live live = new Live(open);

    @Test
    void whatIsOpenEndsWhenTheNodeGoesAndIsNotToldToStayAway() {
        AssertSubscriber<String> page = live.told("selam", new ParticipantKey("9901", "selam"), UUID.randomUUID())
                .subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        assertEquals(1, open.of("selam"));

        live.end(new ShutdownDelayInitiatedEvent());

        page.awaitCompletion(AT_ONCE);
        assertFalse(page.getItems().contains(OpenPages.FULL), "it asks again, and is answered by another node");
        assertEquals(0, open.of("selam"));
    }
}
