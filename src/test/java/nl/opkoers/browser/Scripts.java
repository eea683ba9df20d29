package nl.opkoers.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is measured inside the page. */
final class Scripts {

    /** Answers a list of faults in the layout. */
    static final String LAYOUT = read("layout.js");
    /** Answers milliseconds since the start of the navigation. */
    static final String LARGEST_CONTENTFUL_PAINT = read("largest-contentful-paint.js");

    private Scripts() {
    }

    private static String read(String name) {
        try (InputStream script = Scripts.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
