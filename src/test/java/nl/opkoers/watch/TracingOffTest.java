package nl.opkoers.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.opkoers.Portal;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Without an address for traces there are none, whatever else somebody set: {@link TracingTest} shows that there would be. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@QuarkusTestResource(value = Collector.class, restrictToAnnotatedClass = true, initArgs = @ResourceArg(name = "off", value = "yes"))
class TracingOffTest {

    Collector collector;

    @Inject
    OpenTelemetry made;

    @Inject
    Vertx vertx;

    @Test
    void nothingIsMadeAndNothingIsSent() {
        assertEquals("true", ConfigProvider.getConfig().getValue("quarkus.otel.sdk.disabled", String.class));
        assertNull(((VertxInternal) vertx).getOrCreateContext().tracer(), "Vert.x traces nothing");
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
        assertEquals(List.of(200, 200, 200), List.of("/", "/messages", "/agenda").stream().map(path -> selam.get(path).status()).toList());

        if (made instanceof OpenTelemetrySdk sdk) {
            sdk.getSdkTracerProvider().forceFlush().join(10, TimeUnit.SECONDS);
        }
        assertEquals(List.of(), collector.spans());
        assertEquals(List.of(), collector.asked());
    }
}
