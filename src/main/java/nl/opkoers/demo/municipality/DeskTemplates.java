package nl.opkoers.demo.municipality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Variant;

/** The templates of the desk. Whatever is put in them is escaped. */
final class DeskTemplates {

    private static final String FOLDER = "/demo/municipality/desk/";

    private final Engine engine = Engine.builder().addDefaults()
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML))).build();

    DeskTemplates() {
        Stream.of("frame", "field", "form", "choose", "person", "events", "faults", "offers", "import", "preview", "missing").forEach(name ->
                engine.putTemplate(name, engine.parse(read(name + ".html"), Variant.forContentType(Variant.TEXT_HTML), name)));
    }

    String render(String name, Map<String, Object> data) {
        return engine.getTemplate(name).data(data).render();
    }

    static String read(String file) {
        try (InputStream stream = Objects.requireNonNull(DeskTemplates.class.getResourceAsStream(FOLDER + file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
