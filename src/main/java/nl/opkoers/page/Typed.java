package nl.opkoers.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody typed in a form, as it is read everywhere. */
public final class Typed {

    private Typed() {
    }

    /** The fields of a form, by name; of several values the first one, each as {@link #text} reads it. */
    public static Map<String, String> of(MultivaluedMap<String, String> fields) {
        return fields.keySet().stream().collect(Collectors.toMap(name -> name, name -> text(fields.getFirst(name))));
    }

    /**
     * A text without the character zero, which PostgreSQL does not know, and with one character for the end of a line: browsers
     * send two, and count one.
     *
     * @param typed {@code null} where nothing was sent
     */
    public static String text(String typed) {
        return typed == null ? "" : typed.replace("\0", "").replace("\r\n", "\n");
    }
}
