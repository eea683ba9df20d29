package nl.opkoers.scope;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import java.security.SecureRandom;
import java.util.HexFormat;

/** By what everything can be recognised that is done for one request: a trace id as in W3C Trace Context, 32 hexadecimal digits. */
@RequestScoped
@Unremovable
public class Trace {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private final String id = begun();

    /** The same for all that this request does. */
    public String id() {
        return id;
    }

    /** That of what is traced now, or a new one: for what is done for no request. */
    public static String begun() {
        return Traced.now().orElseGet(Trace::fresh);
    }

    /** A new one. */
    public static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
