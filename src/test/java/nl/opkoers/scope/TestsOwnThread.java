package nl.opkoers.scope;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/**
 * What a test does itself, on its own thread, it does as the portal: it makes what is to be seen, and looks at what was kept. What
 * it asks over HTTP is asked by whoever it signs in. A test of who sees what by itself is {@link AsNobody}.
 */
public final class TestsOwnThread implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (!context.getTestInstance().getClass().isAnnotationPresent(AsNobody.class)) {
            Scope.PORTAL.set(true);
        }
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        Scope.PORTAL.remove();
    }
}
