package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/** Everything is done: since when, what proof there is and whether it was sent. */
public record Completion(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("datum") LocalDate on,
        @JsonProperty("bewijs") String proof,
        @JsonProperty("verzonden") Boolean sent) implements Part {
}
