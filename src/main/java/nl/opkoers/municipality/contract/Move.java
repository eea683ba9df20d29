package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/** A move from another municipality: a new PIP has to be made here, within a new ten weeks. */
public record Move(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("vorigeGemeente") String previousMunicipality,
        @JsonProperty("vorigeGemeentecode") String previousMunicipalityCode,
        @JsonProperty("ingeschrevenOp") LocalDate registeredOn) implements Part {
}
