package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * Something at a fixed time (afspraak): what to bring, where, with whom; times in UTC.
 *
 * @param end        {@code null} when it is not known
 * @param onlineLink where to take part online; {@code null} when there is no address that a browser may safely be sent to
 */
public record Meeting(
        @JsonProperty("id") String id,
        @JsonProperty("begin") Instant begin,
        @JsonProperty("einde") Instant end,
        @JsonProperty("plaats") Place place,
        @JsonProperty("onlineLink") String onlineLink,
        @JsonProperty("meenemen") List<String> bring,
        @JsonProperty("tolk") String interpreterLanguage,
        @JsonProperty("met") String with,
        @JsonProperty("status") String status) {

    private static final String CANCELLED = "Vervallen";
    private static final String CHANGED = "Gewijzigd";

    public Meeting {
        bring = Lists.orEmpty(bring);
        onlineLink = Links.safe(onlineLink);
        end = end(begin, end);
    }

    /** An end before the begin is a mistake of the source, and as good as none. */
    static Instant end(Instant begin, Instant end) {
        return begin != null && end != null && end.isBefore(begin) ? null : end;
    }

    public boolean cancelled() {
        return CANCELLED.equals(status);
    }

    public boolean changed() {
        return CHANGED.equals(status);
    }

    /** A place to go to. */
    public record Place(@JsonProperty("naam") String name, @JsonProperty("adres") String address) {

        /** Its name and address, as far as they are told; {@code null} when neither is. */
        public String whole() {
            return Whereabouts.of(name, address);
        }
    }
}
