package nl.opkoers.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The demo world with a replica of its database, from which the portal may read. A test has a field of type {@link Standby}. */
public class ReplicatedWorldResource extends DemoWorldResource {

    private Standby standby;

    /** After the world that every test has: what is said last counts. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        standby = Standby.of(URI.create(settings.get("opkoers.database.url").substring("jdbc:".length())).getPort());
        settings.put("opkoers.database.replica.url", standby.jdbcUrl(DemoDatabase.PORTAL));
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        super.inject(injector);
        injector.injectIntoFields(standby, new TestInjector.MatchesType(Standby.class));
    }

    @Override
    public void stop() {
        if (standby != null) {
            standby.close();
        }
        super.stop();
    }
}
