package nl.opkoers.conformance;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The words of the run, all in one file. */
final class Texts {

    private static final Properties TEXTS = read();

    private Texts() {
    }

    static String of(Enum<?> key, Object... arguments) {
        return of(key.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + key.name(), arguments);
    }

    /** @throws IllegalArgumentException when there is no such text */
    static String of(String key, Object... arguments) {
        String text = TEXTS.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        return new MessageFormat(text, Locale.ROOT).format(arguments);
    }

    private static Properties read() {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(Texts.class.getResourceAsStream("texts.properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
