package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/** The learnability test (leerbaarheidstoets). It advises about a route and never decides it. */
public record LearnabilityTest(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("resultaat") String result,
        @JsonProperty("datumAfname") LocalDate takenOn) implements Part {
}
