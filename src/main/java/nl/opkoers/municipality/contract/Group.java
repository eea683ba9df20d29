package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import nl.opkoers.law.ParticipantGroup;

/** The group (doelgroep) as DUO decided it: never asked of the person, never guessed. */
public record Group(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("indeling") String groupCode,
        @JsonProperty("gedetailleerdeDoelgroep") String detailedGroup,
        @JsonProperty("begindatum") LocalDate since) implements Part {

    /** The group, {@link ParticipantGroup#UNKNOWN} when DUO has not said or says something we do not know. */
    public ParticipantGroup known() {
        return ParticipantGroup.ofCode(groupCode).orElse(ParticipantGroup.UNKNOWN);
    }
}
