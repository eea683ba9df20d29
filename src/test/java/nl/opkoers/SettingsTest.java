package nl.opkoers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever runs the portal finds each setting in README, with what it is when nobody says anything. */
class SettingsTest {

    private static final Pattern TOKEN = Pattern.compile("`([^`]+)`");
    private static final String CUT = "…";
    /** What nobody sets: they come with the role, or follow from another one. */
    private static final Set<String> ITS_OWN = Set.of("opkoers.demo", "opkoers.session.form-cookie", "opkoers.session.secure",
            "opkoers.log-json.plain", "opkoers.log-json.json");

    @Test
    void everySettingIsInReadmeWithWhatItIsByItself() throws IOException {
        Map<String, String> documented = documented();
        List<String> missing = new ArrayList<>();
        settings().forEach((name, value) -> {
            String row = documented.get(asVariable(name));
            if (row == null || !value.isEmpty() && !row.contains("`" + value + "`")) {
                missing.add(asVariable(name) + " (`" + value + "`)");
            }
        });
        assertEquals(List.of(), missing);
    }

    private static Map<String, String> settings() throws IOException {
        Properties all = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            all.load(file);
        }
        Map<String, String> ours = new TreeMap<>();
        all.stringPropertyNames().stream().filter(name -> name.startsWith("opkoers.") && !ITS_OWN.contains(name))
                .forEach(name -> ours.put(name, all.getProperty(name)));
        return ours;
    }

    private static String asVariable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** By its name, the row in which a setting stands; what begins with dots is as the name before it, but for its end. */
    private static Map<String, String> documented() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        String begin = "";
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            String[] cells = line.split("\\|", 3);
            if (cells.length < 3) {
                continue;
            }
            if (cells[1].contains("setting")) {
                begin = cells[1].contains("_" + CUT) ? first(cells[1]).replace(CUT, "") : "";
            }
            String whole = "";
            for (MatchResult token : TOKEN.matcher(cells[1]).results().toList()) {
                String name = token.group(1);
                whole = name.startsWith(CUT) ? whole : begin + name;
                if (name.startsWith(CUT)) {
                    namesLike(whole, name.substring(CUT.length())).forEach(each -> rows.putIfAbsent(each, line));
                } else {
                    rows.put(whole, line);
                }
            }
        }
        return rows;
    }

    private static Set<String> namesLike(String whole, String end) {
        return Pattern.compile("_|$").matcher(whole).results().map(cut -> whole.substring(0, cut.start()) + end).collect(Collectors.toSet());
    }

    private static String first(String cell) {
        return TOKEN.matcher(cell).results().findFirst().orElseThrow().group(1);
    }
}
