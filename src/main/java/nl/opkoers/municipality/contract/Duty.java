package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/** The duty to do one's civic integration (inburgeringsplicht), as DUO decided it. */
public record Duty(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("wet") String act,
        @JsonProperty("indicatorInburgeringsplicht") Boolean obliged,
        @JsonProperty("datumKennisgevingInburgeringsplicht") LocalDate noticeDate,
        @JsonProperty("begindatum") LocalDate since,
        @JsonProperty("einddatum") LocalDate until,
        @JsonProperty("redenGeenInburgeringsplicht") String reasonNotObliged) implements Part {

    private static final String ACT_OF_2013 = "Wi2013";
    private static final String FULFILLED = "Inburgeringsplicht voldaan";
    private static final String FOR_NOW = "Tijdelijke vrijstelling";

    /** Under the act of 2013 other rules hold; DUO, not the municipality, answers for them. */
    public boolean underActOf2013() {
        return ACT_OF_2013.equals(act);
    }

    /** DUO says that there is no duty (any more): exempt, dispensed, fulfilled or moved away. */
    public boolean ended() {
        return Boolean.FALSE.equals(obliged);
    }

    /** The duty ended because everything was done. */
    public boolean fulfilled() {
        return ended() && FULFILLED.equals(reasonNotObliged);
    }

    /** There is no duty for a while: it goes on after that. */
    public boolean exemptForNow() {
        return ended() && FOR_NOW.equals(reasonNotObliged);
    }
}
