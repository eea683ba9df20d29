package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** Who the participant is to the people around them: a name to use, a language, where they live. Nothing more. */
public record Person(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("aanspreeknaam") String name,
        @JsonProperty("voorkeurstaal") String preferredLanguage,
        @JsonProperty("woonsituatie") String housing,
        @JsonProperty("opvang") Reception reception) implements Part {

    private static final String IN_RECEPTION = "In opvang";

    /** Lives in a reception centre, linked to this municipality but not yet housed in it. */
    public boolean inReception() {
        return IN_RECEPTION.equals(housing);
    }

    /** The reception centre; distance in whole kilometres from the municipality. */
    public record Reception(
            @JsonProperty("naam") String name,
            @JsonProperty("plaats") String town,
            @JsonProperty("afstandKilometer") Integer distanceKilometres) {
    }
}
