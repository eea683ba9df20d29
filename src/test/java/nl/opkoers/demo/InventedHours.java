package nl.opkoers.demo;

import java.time.Clock;
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

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("opkoers." + name, String.class);
    }
}
