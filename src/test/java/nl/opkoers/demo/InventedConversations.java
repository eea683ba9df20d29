package nl.opkoers.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.opkoers.demo.municipality.CastConversations;
import nl.opkoers.demo.municipality.PopulationConversations;
import org.eclipse.microprofile.config.ConfigProvider;

/** The conversations of the cast with which the demo begins, for tests at a running portal. */
public final class InventedConversations {

    private InventedConversations() {
    }

    /** Puts them in the portal's tables, when those are empty. */
    public static void fill() {
        fill(CastConversations::on);
    }

    /** As {@link #fill()}, with those of the other people, as the demo has them. */
    static void fillWithPopulation() {
        fill(PopulationConversations::withCast);
    }

    private static void fill(Function<LocalDate, List<CastConversations.Told>> told) {
        DemoConversations.fillWhenEmpty(setting("database.url"), setting("database.user"), setting("database.password"),
                setting("municipality.code"), Clock.system(MunicipalityProcess.ZONE), told);
    }

    /** As {@link #fill}, of one of the municipalities of a world whose portal runs elsewhere. */
    public static void fill(DemoWorld world, String municipality) {
        Map<String, String> settings = world.settings();
        DemoConversations.fillWhenEmpty(settings.get("opkoers.database.url"), settings.get("opkoers.database.user"),
                settings.get("opkoers.database.password"), municipality, Clock.system(MunicipalityProcess.ZONE), CastConversations::on);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("opkoers." + name, String.class);
    }
}
