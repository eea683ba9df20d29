package nl.opkoers.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** What {@code docker/compose.yaml} says, with what it merges in its place. */
public final class Compose {

    static final Path FOLDER = Path.of("docker");
    private static final String ARCHIVE = "-carchive_command=";
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_0-9]+)");

    private final String text;
    private final Map<String, Map<String, Object>> services;

    @SuppressWarnings("unchecked")
    private Compose(String text) {
        this.text = text;
        this.services = new TreeMap<>((Map<String, Map<String, Object>>) ((Map<String, Object>) new Yaml().load(text)).get("services"));
    }

    static Compose read() {
        return new Compose(text(FOLDER.resolve("compose.yaml")));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Each service by its name. */
    Map<String, Map<String, Object>> services() {
        return services;
    }

    /** The settings of a service, by name; none when it has none. */
    @SuppressWarnings("unchecked")
    Map<String, Object> environment(String service) {
        return (Map<String, Object>) services.get(service).getOrDefault("environment", Map.of());
    }

    /** What PostgreSQL puts its log away with, in {@code /backup}. */
    public static String archiveCommand() {
        return list(read().services.get("postgres"), "command").stream().map(Object::toString).filter(each -> each.startsWith(ARCHIVE))
                .map(each -> each.substring(ARCHIVE.length())).findFirst().orElseThrow();
    }

    /** What stands in a list of a service. */
    static List<?> list(Map<String, Object> service, String key) {
        return (List<?>) service.getOrDefault(key, List.of());
    }

    /** The names of all that is asked of the environment, but for what containers ask themselves. */
    Set<String> variables() {
        Set<String> names = new TreeSet<>();
        Matcher found = VARIABLE.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }
}
