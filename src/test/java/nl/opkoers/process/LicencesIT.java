package nl.opkoers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is shipped with the portal may be: every part of it has a licence that goes together with ours, the EUPL 1.2. */
class LicencesIT {

    /** Permissive, or with a copyleft that ends at the part itself: it is linked to and not changed. */
    private static final Set<String> ALLOWED = Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "EPL-1.0", "EPL-2.0",
            "EUPL-1.2", "LGPL-2.1-or-later", "Unicode-3.0", "Public Domain", "Bouncy Castle Licence");
    /** What a part calls its licence in words of its own, each read once. */
    private static final Map<String, String> READ = Map.of(
            "net.sf.biweekly:biweekly", "BSD-2-Clause",
            // "Public Domain, per Creative Commons CC0".
            "org.latencyutils:LatencyUtils", "Public Domain",
            // The text is that of three clauses; it is the name in its build file that is taken for four.
            "com.twelvemonkeys", "BSD-3-Clause");

    /** What Quarkus ships and Maven does not know of: its own part between two of ours (Apache 2.0), and one of the demo (BSD). */
    private static final Set<String> UNBILLED = Set.of("io.quarkus.quarkus-flyway-postgresql", "org.hamcrest.hamcrest-core");

    private static List<JsonNode> parts;

    @BeforeAll
    static void read() throws IOException {
        // Its maker asks where licences are told, and so does nothing while Maven is offline.
        Path file = Path.of("target", "bom.json");
        assumeTrue(Files.exists(file), "there is no bill: Maven was offline");
        JsonNode bill = new ObjectMapper().readTree(Files.readString(file));
        parts = new ArrayList<>();
        bill.path("components").forEach(parts::add);
    }

    @Test
    void theBillNamesWhatIsShipped() throws IOException {
        assertTrue(parts.size() > 200, parts.size() + " parts");
        Set<String> named = Set.copyOf(parts.stream().map(part -> part.path("name").asText() + "-" + part.path("version").asText() + ".jar").toList());
        List<String> missing = new ArrayList<>();
        try (var jars = Files.list(Path.of("target", "quarkus-app", "lib", "main"))) {
            jars.map(jar -> jar.getFileName().toString()).filter(jar -> named.stream().noneMatch(jar::endsWith))
                    .filter(jar -> UNBILLED.stream().noneMatch(jar::startsWith)).forEach(missing::add);
        }
        assertEquals(List.of(), missing, "shipped, and not on the bill");
    }

    @Test
    void everyPartHasALicenceThatWeMayShip() {
        Map<String, String> others = new TreeMap<>();
        for (JsonNode part : parts) {
            List<String> licences = licences(part);
            if (licences.stream().noneMatch(ALLOWED::contains)) {
                others.put(part.path("purl").asText(), licences.toString());
            }
        }
        assertEquals(Map.of(), others);
    }

    @Test
    void everyVersionIsOneThatDoesNotChange() {
        assertEquals(List.of(), parts.stream().map(part -> part.path("purl").asText())
                .filter(part -> part.contains("SNAPSHOT") || !part.contains("@")).toList());
    }

    /** Where there are several one may choose. */
    private static List<String> licences(JsonNode part) {
        String group = part.path("group").asText();
        for (Map.Entry<String, String> read : READ.entrySet()) {
            if ((group + ":" + part.path("name").asText()).startsWith(read.getKey())) {
                return List.of(read.getValue());
            }
        }
        List<String> licences = new ArrayList<>();
        part.path("licenses").forEach(each -> licences.add(each.has("expression") ? each.path("expression").asText()
                : each.path("license").path("id").asText(each.path("license").path("name").asText())));
        return licences;
    }
}
