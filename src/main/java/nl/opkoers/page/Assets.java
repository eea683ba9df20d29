package nl.opkoers.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** Addresses of the style sheet and the script, each with a fingerprint: so a browser may keep them for ever. */
@ApplicationScoped
public class Assets {

    private static final String FOLDER = "/assets/";

    private final String style = fingerprinted("opkoers.css");
    private final String script = fingerprinted("opkoers.js");

    public String getStyle() {
        return style;
    }

    public String getScript() {
        return script;
    }

    private static String fingerprinted(String file) {
        try (InputStream content = Assets.class.getResourceAsStream("/META-INF/resources" + FOLDER + file)) {
            if (content == null) {
                throw new IllegalStateException("No such file among the assets: " + file);
            }
            CRC32 checksum = new CRC32();
            checksum.update(content.readAllBytes());
            return FOLDER + file + "?v=" + Long.toHexString(checksum.getValue());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
