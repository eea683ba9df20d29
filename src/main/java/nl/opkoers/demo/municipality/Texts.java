package nl.opkoers.demo.municipality;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The Dutch sentences of the reference municipality, by key. */
final class Texts {

    private final Map<String, String> sentences;

    private Texts(Map<String, String> sentences) {
        this.sentences = sentences;
    }

    /** @param file a properties file beside the schema, in UTF-8 */
    static Texts read(String file) {
        String resource = "/demo/municipality/" + file;
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return new Texts(properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException naming the key under which nothing is said */
    String get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("No sentence under " + key));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(sentences.get(key));
    }

    /** All of them, for a template. */
    Map<String, String> all() {
        return sentences;
    }
}
