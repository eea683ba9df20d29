package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.scope.Trace;
import org.junit.jupiter.api.Test;

/** By the trace a look at Selam's plan here and the reading of it at the municipality can be joined. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class TraceContextTest {

    private static final String SENT = "0af7651916cd43dd8448eb211c80319c";

    @Inject
    Trace trace;

    @Test
    @ActivateRequestContext
    void allCallsForOneRequestHaveItsTraceAndEachASpanOfItsOwn() {
        String first = TraceContext.header();
        String second = TraceContext.header();

        assertTrue(first.startsWith("00-" + trace.id() + "-"), first);
        assertTrue(second.startsWith("00-" + trace.id() + "-"), second);
        assertNotEquals(first, second);
    }

    @Test
    @ActivateRequestContext
    void whatIsDeliveredLaterHasTheTraceOfTheRequestInWhichItWasSent() {
        assertEquals(SENT, TraceContext.under(SENT, TraceContext::header).split("-")[1]);
        assertEquals(trace.id(), TraceContext.header().split("-")[1], "and nothing else has");
        assertEquals(trace.id(), TraceContext.under(null, TraceContext::header).split("-")[1]);
    }

    @Test
    void aJobHasATraceTooForEachCall() {
        String first = CompletableFuture.supplyAsync(TraceContext::header).join();
        String second = CompletableFuture.supplyAsync(TraceContext::header).join();

        assertTrue(first.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"), first);
        assertNotEquals(first.split("-")[1], second.split("-")[1]);
    }
}
