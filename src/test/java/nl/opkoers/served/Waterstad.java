package nl.opkoers.served;

import java.util.HashMap;
import java.util.Map;

/** The invented municipality of the demo, as it is served where no portal runs. */
public final class Waterstad {

    private static final Map<String, String> SETTINGS = Map.ofEntries(Map.entry("municipality.code", "9901"),
            Map.entry("municipality.url", "http://localhost:1"), Map.entry("issuer.url", "http://localhost:2"),
            Map.entry("issuer.client-id", "portal"), Map.entry("issuer.client-secret", "s"),
            Map.entry("staff-issuer.url", "http://localhost:3"), Map.entry("staff-issuer.client-id", "portal"),
            Map.entry("staff-issuer.client-secret", "s"), Map.entry("groups.coach", "coach"),
            Map.entry("groups.team-lead", "team-lead"), Map.entry("leave-to", "https://www.buienradar.nl/"),
            Map.entry("contact.video", "false"), Map.entry("contact.translation", "true"), Map.entry("languages", "nl,en,tr,ar,ti"));

    private Waterstad() {
    }

    public static ServedMunicipalities served() {
        return served(Map.of());
    }

    /** With some settings that are otherwise, by their names without {@code opkoers.}. */
    public static ServedMunicipalities served(Map<String, String> otherwise) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(otherwise);
        return ServedMunicipalities.one(settings);
    }
}
