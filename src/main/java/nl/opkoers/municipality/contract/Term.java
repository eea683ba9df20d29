package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The time a person has (inburgeringstermijn). {@code endExclusive} is the first day that no longer counts. */
public record Term(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("startdatum") LocalDate start,
        @JsonProperty("einddatum") LocalDate endExclusive,
        @JsonProperty("verlengingen") List<Extension> extensions) implements Part {

    public Term {
        extensions = Lists.orEmpty(extensions);
    }

    /** More time, as DUO granted it. */
    public record Extension(
            @JsonProperty("grondcode") String groundCode,
            @JsonProperty("omschrijving") String ground,
            @JsonProperty("besluitdatum") LocalDate decidedOn,
            @JsonProperty("nieuweEinddatum") LocalDate newEndExclusive) {
    }
}
