package nl.opkoers.demo;

import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The hours with which the demo begins, for tests at a running portal. */
public final class InventedHours {

    private InventedHours() {
    }

    /** Puts them in the portal's tables, when those are empty. */
    public static void fill() {
        DemoHours.fillWhenEmpty(setting("database.url"), setting("database.user"), setting("database.password"),
                setting("municipality.code"), Clock.system(MunicipalityProcess.ZONE));
    }

    /** As {@link #fill}, of one of the municipalities of a world whose portal runs elsewhere. */
    public static void fill(DemoWorld world, String municipality) {
        Map<String, String> settings = world.settings();
        DemoHours.fillWhenEmpty(settings.get("opkoers.database.url"), settings.get("opkoers.database.user"),
                settings.get("opkoers.database.password"), municipality, Clock.system(MunicipalityProcess.ZONE));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("opkoers." + name, String.class);
    }
}
