package nl.opkoers.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The style sheet and the script. Each address bears a fingerprint of the content, so that a browser may keep them for
 * ever. A municipality's tokens and the styles are one file on the way out: a phone far from a mast waits once.
 */
@Path("/assets")
@ApplicationScoped
public class Assets {

    private final String styles = read("/assets/theme.css") + read("/assets/opkoers.css");
    private final String scripts = read("/assets/opkoers.js");
    private final String worker = read("/assets/worker.js");
    private final String later = read("/assets/later.js").strip();
    private final String styleAddress = "/assets/style.css?v=" + fingerprint(styles);
    private final String scriptAddress = "/assets/script.js?v=" + fingerprint(scripts);

    /** The line that fetches the script once the page is there: on a slow phone the words come first. */
    public String getLater() {
        return later;
    }

    /** What keeps pages on a phone. */
    String getWorker() {
        return worker;
    }

    /** The address of the style sheet. */
    public String getStyle() {
        return styleAddress;
    }

    /** The address of the script. */
    public String getScript() {
        return scriptAddress;
    }

    @GET
    @Path("style.css")
    @Produces("text/css;charset=utf-8")
    public String styles() {
        return styles;
    }

    @GET
    @Path("script.js")
    @Produces("text/javascript;charset=utf-8")
    public String scripts() {
        return scripts;
    }

    private static String fingerprint(String content) {
        CRC32 checksum = new CRC32();
        checksum.update(content.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }

    private static String read(String file) {
        try (InputStream content = Assets.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("No such file: " + file);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
