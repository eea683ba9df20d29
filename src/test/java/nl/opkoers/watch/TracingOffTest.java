package nl.opkoers.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.process.OperatedIT;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Without an address for traces none are made; that none are sent, whatever else somebody set, shows {@link OperatedIT}. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class TracingOffTest {

    @Inject
    Vertx vertx;

    @Test
    void nothingIsMade() {
        assertEquals("true", ConfigProvider.getConfig().getValue("quarkus.otel.sdk.disabled", String.class));
        assertNull(((VertxInternal) vertx).getOrCreateContext().tracer(), "Vert.x traces nothing");
    }
}
