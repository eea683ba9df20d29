package nl.opkoers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever has the code, or what is built from it, has no secret: those come from the environment of each installation. */
class SecretsTest {

    private static final Pattern SECRET = Pattern.compile(".*(secret|password|api-key|private-key|\\.key).*");
    /** Nothing, or what another setting says, which has no default of its own either. */
    private static final Pattern FROM_OUTSIDE = Pattern.compile("|\\$\\{[a-z.-]+:?}");
    private static final Pattern IN_CODE = Pattern.compile(
            "(?i)(secret|password|api.?key|private.?key)[a-z_]*\\s*=\\s*\"[^\"$ ]{8,}\"|-----BEGIN [A-Z ]*PRIVATE KEY-----|\\beyJ[A-Za-z0-9_-]{20,}");

    @Test
    void noSecretHasADefault() throws IOException {
        Properties shipped = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            shipped.load(file);
        }
        List<String> secrets = shipped.stringPropertyNames().stream().filter(name -> SECRET.matcher(name).matches()).toList();
        assertTrue(secrets.size() >= 5, "there are secrets: " + secrets);
        assertEquals(List.of(), secrets.stream().filter(name -> !FROM_OUTSIDE.matcher(shipped.getProperty(name).strip()).matches()).toList());
    }

    @Test
    void noneStandsInTheCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<String> found = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|properties|html|js|json|sql)"))
                    .flatMap(file -> lines(file).filter(line -> IN_CODE.matcher(line).find()).map(line -> file + ": " + line.strip()))
                    .filter(line -> !line.contains("= \"opkoers.")).toList();
            assertEquals(List.of(), found);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
