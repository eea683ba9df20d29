package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/** The months in which the municipality pays somebody's fixed bills (financieel ontzorgen); the end is exclusive. */
public record Unburdening(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("startdatum") LocalDate start,
        @JsonProperty("einddatum") LocalDate endExclusive) implements Part {
}
