package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/** The school and when lessons start (inburgeringsaanbod). */
public record CourseOffer(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("instelling") School school,
        @JsonProperty("datumInburgeringsaanbod") LocalDate offeredOn,
        @JsonProperty("verwachteStartdatumOpleiding") LocalDate expectedStart,
        @JsonProperty("verwachteEinddatumOpleiding") LocalDate expectedEnd,
        @JsonProperty("status") String status) implements Part {

    /** The official words for how far it is. */
    public enum Stage {
        LOOKING("Op zoek"), WAITING_LIST("Wachtlijst"), STARTED("Gestart"), FINISHED("Afgerond"), UNKNOWN(null);

        private final String code;

        Stage(String code) {
            this.code = code;
        }
    }

    /** How far it is; {@link Stage#UNKNOWN} when not said or not recognised. */
    public Stage stage() {
        for (Stage stage : Stage.values()) {
            if (stage.code != null && stage.code.equals(status)) {
                return stage;
            }
        }
        return Stage.UNKNOWN;
    }

    /** A school; {@code markedByBlikOpWerk} is whether it bears that quality mark. */
    public record School(
            @JsonProperty("instellingsnummer") String number,
            @JsonProperty("naam") String name,
            @JsonProperty("plaatsnaam") String town,
            @JsonProperty("indicatieBowKeurmerk") Boolean markedByBlikOpWerk) {

        /** Its name and town, as far as they are told; {@code null} when neither is. */
        public String whole() {
            return Whereabouts.of(name, town);
        }
    }
}
