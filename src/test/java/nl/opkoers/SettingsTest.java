package nl.opkoers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.identity.Limit;
import org.junit.jupiter.api.Test;

/** Whoever runs the portal finds each setting in README, with what it is when nobody says anything, and none that does nothing. */
class SettingsTest {

    private static final Path JAVA = Path.of("src", "main", "java");
    private static final Pattern TOKEN = Pattern.compile("`([^`]+)`");
    private static final String CUT = "…";
    private static final Pattern VARIABLE = Pattern.compile("OPKOERS_[A-Z_]*[A-Z]");
    /** What nobody sets: they come with the role, or follow from another one. */
    private static final Set<String> ITS_OWN = Set.of("opkoers.demo", "opkoers.session.form-cookie", "opkoers.session.secure",
            "opkoers.log-json.plain", "opkoers.log-json.json");
    /** As a setting is written down, but for a measure, whose name stands behind the word for what it is. */
    private static final Pattern NAMED = Pattern.compile("(?<!measure\\(|counter\\(|uilder\\()\"(?:\\$\\{)?(opkoers\\.[a-z.-]*[a-z])[\"}:]");
    /** What is of a name put together with {@code opkoers.demo.municipality.}. */
    private static final Pattern OF_THE_MUNICIPALITY = Pattern.compile("PREFIX \\+ \"([a-z.]+)\"");
    private static final Pattern OF_A_FILE = Pattern.compile("(?:OWN|SHARED) = Set\\.of\\(([^)]*)\\)");
    private static final Pattern WORD = Pattern.compile("\"([a-z.-]+)\"");
    private static final Pattern MAPPED = Pattern.compile("@ConfigMapping\\(");
    private static final Pattern FOLLOWED = Pattern.compile("\\$\\{(opkoers\\.[a-z.-]*[a-z])[}:]");
    /** Beginnings of names, the name of a measure, and that of an attribute of a trace. */
    private static final Set<String> NO_SETTING = Set.of("opkoers.mail", "opkoers.notice", "opkoers.notice.push", "opkoers.outbox",
            "opkoers.municipality.calls", "opkoers.municipality");
    private static final Path CONFORMANCE = Path.of("src", "test", "java", "nl", "opkoers", "conformance", "Settings.java");
    private static final Pattern OF_CONFORMANCE = Pattern.compile("environment, \"([A-Z]+)\"");
    /** What only the realms of Keycloak read. */
    private static final Set<String> OF_KEYCLOAK = Set.of("OPKOERS_ISSUER_SUBJECT_SALT");

    @Test
    void everySettingIsInReadmeWithWhatItIsByItself() throws IOException {
        Map<String, String> documented = rows();
        List<String> missing = new ArrayList<>();
        settings().forEach((name, value) -> {
            String row = documented.get(asVariable(name));
            if (row == null || !value.isEmpty() && !row.contains("`" + value + "`")) {
                missing.add(asVariable(name) + " (`" + value + "`)");
            }
        });
        assertEquals(List.of(), missing);
    }

    /** Also what is not set unless somebody does. */
    @Test
    void everySettingThatIsReadIsInReadme() throws IOException {
        Set<String> told = named().stream().flatMap(each -> each.asOneOf().stream()).collect(Collectors.toSet());
        Set<String> read = read();
        assertTrue(read.size() > 60, read::toString);
        assertEquals(List.of(), read.stream().filter(name -> !ITS_OWN.contains(name) && !name.startsWith("opkoers.limit."))
                .map(SettingsTest::asVariable).filter(name -> !told.contains(name)).toList());
    }

    @Test
    void readmeNamesNoSettingThatNobodyReads() throws IOException {
        Set<String> known = read().stream().map(SettingsTest::asVariable).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(OF_KEYCLOAK);
        OF_CONFORMANCE.matcher(text(CONFORMANCE)).results().forEach(each -> known.add("OPKOERS_CONFORMANCE_" + each.group(1)));
        VARIABLE.matcher(text(Path.of("docker", ".env.example"))).results().forEach(each -> known.add(each.group()));
        assertEquals(List.of(), named().stream().map(Named::asOneOf).filter(names -> names.stream().noneMatch(known::contains)).toList());
    }

    /** Nor does one stand in the settings themselves. */
    @Test
    void everySettingThatHasAValueIsRead() throws IOException {
        Set<String> read = read();
        assertEquals(List.of(), settings().keySet().stream().filter(name -> !read.contains(name)).toList());
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

    /** What Java asks for, by whatever way, and what other settings follow from. */
    private static Set<String> read() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(JAVA)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> names.addAll(read(file)));
        }
        FOLLOWED.matcher(Files.readString(Path.of("src/main/resources/application.properties"))).results().forEach(each -> names.add(each.group(1)));
        for (Limit limit : Limit.values()) {
            Stream.of(Limit.By.values()).map(limit::setting).forEach(names::add);
        }
        names.removeAll(NO_SETTING);
        return names;
    }

    private static Set<String> read(Path file) {
        Set<String> names = new TreeSet<>();
        String text = text(file);
        NAMED.matcher(text).results().forEach(each -> names.add(each.group(1)));
        if (file.endsWith("MunicipalityProcess.java")) {
            OF_THE_MUNICIPALITY.matcher(text).results().forEach(each -> names.add("opkoers.demo.municipality." + each.group(1)));
        }
        OF_A_FILE.matcher(text).results().flatMap(all -> WORD.matcher(all.group(1)).results()).forEach(each -> names.add("opkoers." + each.group(1)));
        if (MAPPED.matcher(text).find()) {
            Class<?> type = type(file);
            mapped(type.getAnnotation(ConfigMapping.class).prefix(), type).forEach(names::add);
        }
        return names;
    }

    private static Stream<String> mapped(String prefix, Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).flatMap(method -> {
            String name = prefix + "." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            boolean isGroup = method.getReturnType().getEnclosingClass() == type && method.getReturnType().isInterface();
            return isGroup ? mapped(name, method.getReturnType()) : Stream.of(name);
        });
    }

    private static Class<?> type(Path file) {
        String name = JAVA.relativize(file).toString().replace(".java", "").replace('/', '.');
        try {
            return Class.forName(name, false, SettingsTest.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(name, gone);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String asVariable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** By its name, the row in which a setting stands: what is written out counts before what may be meant by an end alone. */
    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        List<Named> named = named().stream().filter(each -> each.where().startsWith("|")).toList();
        named.forEach(each -> each.asOneOf().forEach(name -> rows.putIfAbsent(name, each.where())));
        named.stream().filter(each -> each.asOneOf().size() == 1).forEach(each -> each.asOneOf().forEach(name -> rows.put(name, each.where())));
        return rows;
    }

    /**
     * A setting in README.
     *
     * @param asOneOf what it may be called: what begins with dots is as the name before it, but for its end
     * @param where   the row of a table, or the paragraph
     */
    private record Named(Set<String> asOneOf, String where) {
    }

    private static List<Named> named() throws IOException {
        List<Named> named = new ArrayList<>();
        String begin = "";
        for (String line : text(Path.of("README.md")).replaceAll("\n(?=[^|\n])", " ").split("\n")) {
            String[] cells = line.split("\\|", 3);
            boolean isRow = line.startsWith("|") && cells.length == 3;
            if (isRow && cells[1].contains("setting")) {
                begin = cells[1].contains("_" + CUT) ? first(cells[1]).replace(CUT, "") : "";
            }
            named.addAll(isRow ? named(begin, cells[1], line) : named("", line, line));
        }
        return named.stream().filter(each -> each.asOneOf().stream().allMatch(name -> name.startsWith("OPKOERS_"))).toList();
    }

    private static List<Named> named(String begin, String said, String where) {
        List<Named> named = new ArrayList<>();
        String whole = "";
        for (MatchResult token : TOKEN.matcher(said).results().toList()) {
            String name = token.group(1).replaceFirst("=.*", "");
            if (name.matches(CUT + "_[A-Z_]+") && !whole.isEmpty()) {
                named.add(new Named(namesLike(whole, name.substring(CUT.length())), where));
            } else if (VARIABLE.matcher(begin + name).matches()) {
                whole = begin + name;
                named.add(new Named(Set.of(whole), where));
            }
        }
        return named;
    }

    private static Set<String> namesLike(String whole, String end) {
        return Pattern.compile("_|$").matcher(whole).results().map(cut -> whole.substring(0, cut.start()) + end).collect(Collectors.toSet());
    }

    private static String first(String cell) {
        return TOKEN.matcher(cell).results().findFirst().orElseThrow().group(1);
    }
}
