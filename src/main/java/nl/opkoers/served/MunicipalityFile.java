package nl.opkoers.served;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of one municipality in a file, by their names without {@code opkoers.}. A value may name the environment,
 * {@code ${NAME}}, or be the content of a file, {@code file:/run/secrets/x}; the theme and texts are always the content of one.
 */
final class MunicipalityFile {

    static final String EXTENSION = ".properties";

    /** What each municipality has of its own. */
    private static final Set<String> OWN = Set.of("municipality.code", "municipality.url", "portal", "issuer.url", "issuer.client-id",
            "issuer.client-secret", "issuer.acr", "staff-issuer.url", "staff-issuer.client-id", "staff-issuer.client-secret",
            "staff-issuer.acr", "theme", "texts");
    /** What it has as the installation has it, unless it says otherwise. */
    private static final Set<String> SHARED = Set.of("groups.coach", "groups.team-lead", "leave-to", "contact.video",
            "contact.translation", "languages");

    private static final String CONTENT_OF = "file:";
    /** Named by their files. */
    static final Set<String> CONTENTS = Set.of("theme", "texts");
    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final Path directory;
    private final Properties properties = new Properties();
    private final Function<String, Optional<String>> environment;
    private final Function<String, Optional<String>> installation;

    /**
     * @param environment  gives the value of a variable of the environment
     * @param installation gives what is set for all, by its name without {@code opkoers.}
     * @throws IllegalArgumentException saying what cannot be read, or has a name that is no setting
     */
    MunicipalityFile(Path file, Function<String, Optional<String>> environment, Function<String, Optional<String>> installation) {
        this.directory = file.toAbsolutePath().getParent();
        this.environment = environment;
        this.installation = installation;
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("it cannot be read (" + unreadable.getClass().getSimpleName() + ")", unreadable);
        }
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(OWN);
        unknown.removeAll(SHARED);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no setting of a municipality named " + String.join(", ", unknown));
        }
    }

    /** @throws IllegalArgumentException when its value names what is not there */
    Optional<String> value(String name) {
        Optional<String> own = Optional.ofNullable(properties.getProperty(name)).map(String::strip).filter(value -> !value.isEmpty())
                .map(value -> whole(name, value)).filter(value -> !value.isBlank());
        return own.isEmpty() && SHARED.contains(name) ? installation.apply(name) : own;
    }

    private String whole(String name, String value) {
        Matcher named = ENVIRONMENT.matcher(value);
        String filled = named.replaceAll(found -> Matcher.quoteReplacement(environment.apply(found.group(1))
                .orElseThrow(() -> new IllegalArgumentException(name + " names " + found.group(1) + ", which the environment has not"))));
        if (CONTENTS.contains(name)) {
            return content(name, filled.startsWith(CONTENT_OF) ? filled.substring(CONTENT_OF.length()) : filled);
        }
        return filled.startsWith(CONTENT_OF) ? content(name, filled.substring(CONTENT_OF.length())) : filled;
    }

    private String content(String name, String file) {
        try {
            return Files.readString(directory.resolve(file)).strip();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(name + " names a file that cannot be read", unreadable);
        }
    }
}
