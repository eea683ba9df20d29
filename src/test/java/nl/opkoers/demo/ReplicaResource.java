package nl.opkoers.demo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Map;

/** A replica of the database of the demo world, from which the portal may read. A test has a field of type {@link Standby}. */
public class ReplicaResource implements QuarkusTestResourceLifecycleManager {

    private Standby standby;

    /** After the world that every test has. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        String first = DemoWorldResource.running().settings().get("opkoers.database.url");
        standby = Standby.of(URI.create(first.substring("jdbc:".length())).getPort());
        return Map.of("opkoers.database.replica.url", standby.jdbcUrl(DemoDatabase.PORTAL));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(standby, new TestInjector.MatchesType(Standby.class));
    }

    @Override
    public void stop() {
        if (standby != null) {
            standby.close();
        }
    }
}
