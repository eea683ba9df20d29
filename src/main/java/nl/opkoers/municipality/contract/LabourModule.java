package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/** The labour market and participation module (MAP): done at its closing talk. */
public record LabourModule(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("datumEindgesprekMap") LocalDate closedOn,
        @JsonProperty("gevolgdePraktijkuren") Integer practiceHoursFollowed,
        @JsonProperty("afspraak") Meeting meeting) implements Part {
}
