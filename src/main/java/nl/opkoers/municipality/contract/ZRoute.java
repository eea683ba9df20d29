package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/** How the Z-route ends: a closing talk with the municipality, which judges it. */
public record ZRoute(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("datumAfrondingZroute") LocalDate completedOn,
        @JsonProperty("eindgesprek") Meeting closingTalk) implements Part {
}
