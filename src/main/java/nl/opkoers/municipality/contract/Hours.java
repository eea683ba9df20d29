package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Hours by kind. Kinds are different things and are never summed into one number. */
public record Hours(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("soorten") List<Count> counts) implements Part {

    /** The kinds of the contract. */
    public enum Kind {
        LESSONS("Lesuren"), PARTICIPATION("Participatie-uren"), PRACTICE("MAP-praktijkuren"), ELSEWHERE("Elders gevolgd");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** What the contract calls it. */
        public String code() {
            return code;
        }
    }

    public Hours {
        counts = Lists.orEmpty(counts);
    }

    /** The count of one kind, if the municipality sent it. */
    public Optional<Count> of(Kind kind) {
        return counts.stream().filter(count -> kind.code.equals(count.kindCode())).findFirst();
    }

    /** Hours of one kind, known up to and including {@code knownUntil}; {@code budget} is what a paid course holds. */
    public record Count(
            @JsonProperty("soort") String kindCode,
            @JsonProperty("uren") Integer hours,
            @JsonProperty("budget") Integer budget,
            @JsonProperty("bekendTot") LocalDate knownUntil,
            @JsonProperty("bron") String source) {

        /** The kind; empty when it is not recognised. */
        public Optional<Kind> kind() {
            return Stream.of(Kind.values()).filter(kind -> kind.code.equals(kindCode)).findFirst();
        }
    }
}
