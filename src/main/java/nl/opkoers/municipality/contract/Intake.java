package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/** The first talks about somebody's life and wishes (brede intake). */
public record Intake(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("startdatum") LocalDate startedOn,
        @JsonProperty("einddatum") LocalDate finishedOn,
        @JsonProperty("afspraak") Meeting meeting) implements Part {
}
