package nl.opkoers.served;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * A directory in which each file is a municipality. Looked at again and again: a new or changed file takes effect, one that is
 * wrong is refused and leaves in force what was, one that is gone ends its municipality. What is wrong is told once.
 */
final class MunicipalityFiles {

    private static final Logger LOG = Logger.getLogger(MunicipalityFiles.class);

    private final Path directory;
    private final Function<String, Optional<String>> environment;
    private final Function<String, Optional<String>> installation;
    private final Strictness strictness;
    private final Set<String> languages;
    private final Map<String, String> told = new HashMap<>();
    private Map<String, ServedMunicipality> inForce = Map.of();
    private volatile int refused;

    /** @param languages the tags of all languages that there are */
    MunicipalityFiles(Path directory, Function<String, Optional<String>> environment, Function<String, Optional<String>> installation,
            Strictness strictness, Set<String> languages) {
        this.directory = directory;
        this.environment = environment;
        this.installation = installation;
        this.strictness = strictness;
        this.languages = languages;
    }

    /** The municipalities that are served from now on. When the directory cannot be read, those that were. */
    synchronized Collection<ServedMunicipality> look() {
        Optional<List<Path>> files = files();
        if (files.isPresent()) {
            inForce = next(files.get());
        }
        refused = told.size();
        return inForce.values();
    }

    /** How much of what is set up was refused, or could not be read, at the last look. */
    int refused() {
        return refused;
    }

    private Map<String, ServedMunicipality> next(List<Path> files) {
        Set<String> names = files.stream().map(MunicipalityFiles::name).collect(Collectors.toSet());
        Map<String, ServedMunicipality> next = new TreeMap<>(inForce);
        next.keySet().retainAll(names);
        told.keySet().retainAll(names);
        inForce.forEach((name, was) -> {
            if (!names.contains(name)) {
                LOG.infof("Municipality %s is not served any more: %s is gone", was.code(), name);
            }
        });
        for (Path file : files) {
            read(file, next);
        }
        return next;
    }

    private void read(Path file, Map<String, ServedMunicipality> next) {
        String name = name(file);
        try {
            ServedMunicipality read = municipality(file);
            refuseWhatIsTaken(name, read, next);
            told.remove(name);
            ServedMunicipality was = next.put(name, read);
            if (!read.equals(was)) {
                LOG.infof("Municipality %s is served at %s, as %s says", read.code(), read.host().orElseThrow(), name);
            }
        } catch (IllegalArgumentException wrong) {
            if (!wrong.getMessage().equals(told.put(name, wrong.getMessage()))) {
                LOG.errorf("%s is refused%s: %s", name,
                        next.containsKey(name) ? ", and what it said before stays in force" : "", wrong.getMessage());
            }
        }
    }

    private ServedMunicipality municipality(Path file) {
        MunicipalityFile settings = new MunicipalityFile(file, environment, installation);
        List<String> problems = new ArrayList<>(strictness.problems(settings::value));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        ServedMunicipality read = ServedMunicipality.read(settings::value);
        Set<String> unknown = new TreeSet<>(read.languages());
        unknown.removeAll(languages);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("languages names what the portal does not speak: " + String.join(", ", unknown));
        }
        return read;
    }

    /** Whoever was there first stays: nobody takes over another's host or rows by a file. */
    private static void refuseWhatIsTaken(String name, ServedMunicipality read, Map<String, ServedMunicipality> all) {
        all.forEach((other, there) -> {
            if (!other.equals(name) && there.code().equals(read.code())) {
                throw new IllegalArgumentException("municipality.code is taken by " + other);
            }
            if (!other.equals(name) && there.host().equals(read.host())) {
                throw new IllegalArgumentException("the host of portal is taken by " + other);
            }
        });
    }

    private Optional<List<Path>> files() {
        try (Stream<Path> all = Files.list(directory)) {
            List<Path> files = all.filter(file -> name(file).endsWith(MunicipalityFile.EXTENSION)).filter(Files::isRegularFile)
                    .sorted().toList();
            told.remove("");
            return Optional.of(files);
        } catch (IOException away) {
            if (told.put("", "away") == null) {
                LOG.errorf("The directory of the municipalities cannot be read (%s): what was in force stays",
                        away.getClass().getSimpleName());
            }
            return Optional.empty();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
