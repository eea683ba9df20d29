package nl.opkoers.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.served.ServedMunicipalities;
import nl.opkoers.served.ServedMunicipality;
import nl.opkoers.served.Theme;

/**
 * The style sheet and the scripts. Each address bears a fingerprint of the content, so that a browser may keep them for
 * ever. A municipality's tokens and the styles are one file on the way out: a phone far from a mast waits once.
 */
@Path("/assets")
@PermitAll
@ApplicationScoped
public class Assets {

    private final String tokens = read("/assets/theme.css");
    private final String rules = read("/assets/opkoers.css");
    private final Sheet shipped = sheet("");
    /** With the tokens of a municipality of its own. */
    private final Map<Theme, Sheet> themed = new ConcurrentHashMap<>();
    private final String scripts = script("/assets/opkoers.js");
    private final String queue = script("/assets/queue.js");
    private final String unsent = queue + script("/assets/unsent.js");
    private final String thread = script("/assets/thread.js");
    private final String worker = queue + script("/assets/worker.js");
    private final String later = read("/assets/later.js").strip();
    private final String scriptAddress = "/assets/script.js?v=" + fingerprint(scripts);
    private final String push = script("/assets/push.js");
    private final String pushAddress = "/assets/push.js?v=" + fingerprint(push);
    private final String keep = script("/assets/keep.js");
    private final String keepAddress = "/assets/keep.js?v=" + fingerprint(keep);
    private final String unsentAddress = "/assets/unsent.js?v=" + fingerprint(unsent);
    private final String threadAddress = "/assets/thread.js?v=" + fingerprint(thread);
    private final ServedMunicipalities served;

    Assets(ServedMunicipalities served) {
        this.served = served;
    }

    private record Sheet(String styles, String address) {
    }

    private Sheet sheet(String own) {
        String styles = tokens + own + rules;
        return new Sheet(styles, "/assets/style.css?v=" + fingerprint(styles));
    }

    /** What a municipality says of its tokens comes after what is shipped, and so counts; what it leaves out stays. */
    private Sheet here() {
        return of(served.found());
    }

    /**
     * Whether this node answers with what the address names, so that it may be kept. While a new version or theme is brought in, a
     * page may be of one node, and what it asks for of another.
     */
    boolean isAsNamed(RoutingContext context) {
        return context.request().getParam("v") == null || Stream.of(of(served.of(context)).address(), scriptAddress, pushAddress,
                keepAddress, unsentAddress, threadAddress).anyMatch(context.request().uri()::equals);
    }

    private Sheet of(Optional<ServedMunicipality> municipality) {
        return municipality.flatMap(ServedMunicipality::theme)
                .map(theme -> themed.computeIfAbsent(theme, each -> sheet(each.css() + "\n"))).orElse(shipped);
    }

    /**
     * The line that fetches the script once the page is there: on a slow phone the words come first. And whoever goes on leaves
     * a title that tells nothing in the list of pages that were seen, where each has the title that it had last.
     */
    public String getLater() {
        return later;
    }

    /** What keeps pages on a phone, and sends hours that wait there. */
    String getWorker() {
        return worker;
    }

    /** The address of the style sheet of the municipality for which this is done. */
    public String getStyle() {
        return here().address();
    }

    /** The address of the script. */
    public String getScript() {
        return scriptAddress;
    }

    /** The address of the script that keeps hours on a phone until they are received. */
    public String getUnsent() {
        return unsentAddress;
    }

    /** The address of the script that lets a browser be woken. */
    public String getPush() {
        return pushAddress;
    }

    @GET
    @Path("push.js")
    @Produces("text/javascript;charset=utf-8")
    @Opens(For.ANYBODY)
    public String waking() {
        return push;
    }

    /** The address of the script that keeps pages on a phone, for who asks for it. */
    public String getKeep() {
        return keepAddress;
    }

    @GET
    @Path("keep.js")
    @Produces("text/javascript;charset=utf-8")
    @Opens(For.ANYBODY)
    public String keeping() {
        return keep;
    }

    /** The address of the script that shows at once what is said in a conversation. */
    public String getThread() {
        return threadAddress;
    }

    @GET
    @Path("style.css")
    @Produces("text/css;charset=utf-8")
    @Opens(For.ANYBODY)
    public String styles() {
        return here().styles();
    }

    @GET
    @Path("script.js")
    @Produces("text/javascript;charset=utf-8")
    @Opens(For.ANYBODY)
    public String scripts() {
        return scripts;
    }

    @GET
    @Path("unsent.js")
    @Produces("text/javascript;charset=utf-8")
    @Opens(For.ANYBODY)
    public String sending() {
        return unsent;
    }

    @GET
    @Path("thread.js")
    @Produces("text/javascript;charset=utf-8")
    @Opens(For.ANYBODY)
    public String conversing() {
        return thread;
    }

    /** Without what only its reader needs: comments that have a line of their own, and indents. */
    private static String script(String file) {
        return read(file).lines().map(String::strip).filter(line -> !line.startsWith("//") && !line.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"));
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
