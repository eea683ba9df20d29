package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/** The participation statement programme (PVT): done when the statement is signed. */
public record Pvt(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("datumOndertekeningPvt") LocalDate signedOn,
        @JsonProperty("gevolgdeUren") Integer hoursFollowed,
        @JsonProperty("afspraak") Meeting meeting) implements Part {
}
