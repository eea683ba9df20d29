package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.opkoers.law.ExamPart;

/** DUO's decisions that something need not be done: exemptions (already able) or dispensations (illness, effort). */
public record Exemptions(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("besluiten") List<Decision> decisions) implements Part {

    public Exemptions {
        decisions = Lists.orEmpty(decisions);
    }

    /** One decision; hours of participation that somebody can bear are given for a partial dispensation only. */
    public record Decision(
            @JsonProperty("soort") String kind,
            @JsonProperty("onderdelen") List<String> partCodes,
            @JsonProperty("grond") String ground,
            @JsonProperty("resultaat") String outcome,
            @JsonProperty("ingangsdatum") LocalDate from,
            @JsonProperty("einddatum") LocalDate endExclusive,
            @JsonProperty("urenBelastbaarheidParticipatieactiviteit") Integer bearableParticipationHours) {

        private static final String GRANTED = "Toekenning";
        private static final String WHOLE = "Volledig";
        private static final String FOR_NOW = "Tijdelijk";

        public Decision {
            partCodes = Lists.orEmpty(partCodes);
        }

        public boolean granted() {
            return GRANTED.equals(outcome);
        }

        /** For everything, not for a part or for a while. */
        public boolean whole() {
            return WHOLE.equals(kind);
        }

        /** For a while. */
        public boolean forNow() {
            return FOR_NOW.equals(kind);
        }

        /** Whether an exam part need not be done by it: a decision for everything names none. */
        public boolean frees(ExamPart part) {
            return partCodes.contains(part.code()) || whole() && partCodes.isEmpty();
        }

        /** The last day on which it holds; {@code null} when no end is told. */
        public LocalDate lastDay() {
            return endExclusive == null ? null : endExclusive.minusDays(1);
        }

        /** In force on a day: granted, begun, and not past its exclusive end. */
        public boolean inForceOn(LocalDate day) {
            return granted() && (from == null || !day.isBefore(from)) && (endExclusive == null || day.isBefore(endExclusive));
        }
    }
}
