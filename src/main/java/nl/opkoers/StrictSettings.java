package nl.opkoers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.opkoers.served.Strictness;
import org.eclipse.microprofile.config.Config;

/** Holds a municipality that is set up in a file to what it would be held to if it were the only one. */
@ApplicationScoped
class StrictSettings implements Strictness {

    private static final String PREFIX = "opkoers.";
    /** How a line names a setting; in a file it has another name, and none in the environment. */
    private static final Pattern NAMED = Pattern.compile("opkoers\\.([a-z.-]+[a-z])(?: \\([A-Z_]+\\))?");

    private final Config config;

    StrictSettings(Config config) {
        this.config = config;
    }

    @Override
    public List<String> problems(Function<String, Optional<String>> settings) {
        Function<String, Optional<String>> named = name -> name.startsWith(PREFIX) ? settings.apply(name.substring(PREFIX.length()))
                : config.getOptionalValue(name, String.class);
        return Stream.concat(RequiredSettings.ofMunicipality(named).stream(), WeakSettings.problems(named, List.of()).stream())
                .map(line -> NAMED.matcher(line).replaceAll("$1")).toList();
    }
}
