package nl.opkoers.demo;

import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** The conversations with which the demo begins, for tests at a running portal. */
public final class InventedConversations {

    private InventedConversations() {
    }

    /** Puts them in the portal's tables, when those are empty. */
    public static void fill() {
        DemoConversations.fillWhenEmpty(setting("database.url"), setting("database.user"), setting("database.password"),
                setting("municipality.code"), Clock.system(MunicipalityProcess.ZONE));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("opkoers." + name, String.class);
    }
}
