package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.opkoers.law.ExamPart;

/** The official exams, as DUO registers them; school tests are something else and never stand here. */
public record Exams(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("onderdelen") List<PartRecord> parts) implements Part {

    public Exams {
        parts = Lists.orEmpty(parts);
    }

    /** What is registered for one exam part, if anything. */
    public Optional<PartRecord> of(ExamPart part) {
        return parts.stream().filter(each -> part.code().equals(each.partCode())).findFirst();
    }

    /** One exam part: attempts made, one planned perhaps, and how many free attempts are left (null: not known). */
    public record PartRecord(
            @JsonProperty("onderdeel") String partCode,
            @JsonProperty("gratisPogingenTegoed") Integer freeAttemptsLeft,
            @JsonProperty("pogingen") List<Attempt> attempts,
            @JsonProperty("gepland") Planned planned) {

        public PartRecord {
            attempts = Lists.orEmpty(attempts);
        }

        public Optional<Attempt> passed() {
            return attempts.stream().filter(Attempt::passed).findFirst();
        }

        /** The last one that was sat, or was to be: whoever signed off in time has failed nothing. */
        public Optional<Attempt> latest() {
            return attempts.stream().filter(attempt -> !attempt.signedOff()).max(Comparator.comparing(Attempt::takenOn,
                    Comparator.nullsFirst(Comparator.naturalOrder())));
        }
    }

    /** One attempt. A {@code null} result is one that is not known yet. */
    public record Attempt(
            @JsonProperty("examendatum") LocalDate takenOn,
            @JsonProperty("niveau") String levelCode,
            @JsonProperty("resultaat") String result,
            @JsonProperty("redenGeenResultaat") String reasonNoResult) {

        private static final String PASSED = "Geslaagd";
        private static final String FAILED = "Gezakt";
        private static final String NO_RESULT = "Geen";
        private static final String SIGNED_OFF = "Afgemeld";

        public boolean passed() {
            return PASSED.equals(result);
        }

        /** Not sat, and said so in time. */
        public boolean signedOff() {
            return SIGNED_OFF.equals(reasonNoResult);
        }

        /** A result is known and it is no pass: failed, or not come (DUO: Gezakt, Geen). */
        public boolean without() {
            return FAILED.equals(result) || NO_RESULT.equals(result);
        }

        public boolean awaitingResult() {
            return result == null;
        }
    }

    /** A booked exam. */
    public record Planned(@JsonProperty("niveau") String levelCode, @JsonProperty("afspraak") Meeting meeting) {
    }
}
