package nl.opkoers.municipality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Why something was not accepted, as the municipality names it; the portal says it in the person's language.
 *
 * @param type  the problem's type (RFC 9457), such as {@code urn:opkoers:probleem:versie-verouderd}
 * @param codes the contract's names of what is wrong with it, if it says so
 */
public record Refusal(@JsonProperty("type") String type, @JsonProperty("codes") List<String> codes) {

    /** The item has changed since the person saw it. */
    public static final String OUTDATED_VERSION = "urn:opkoers:probleem:versie-verouderd";
    /** The item was cancelled. */
    public static final String CANCELLED = "urn:opkoers:probleem:vervallen";
    /** The item has already begun. */
    public static final String PAST = "urn:opkoers:probleem:voorbij";
    /** The portal's own: the municipality kept failing on it for too long. */
    public static final String NOT_PROCESSED = "urn:opkoers:probleem:niet-verwerkt";

    static Refusal of(String type) {
        return new Refusal(type, List.of());
    }

    public Refusal {
        codes = codes == null ? List.of() : List.copyOf(codes);
    }
}
