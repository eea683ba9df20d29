package nl.opkoers.municipality;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The number by which the state knows a person, held in memory for one look-up: a BSN, or for somebody who has none yet
 * the V-number of their residence papers. Never printed, so that it cannot end up in a log.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Identifier(@JsonProperty("bsn") String bsn, @JsonProperty("vNummer") String vNumber) {

    public static Identifier ofBsn(String bsn) {
        return new Identifier(bsn, null);
    }

    public static Identifier ofVNumber(String vNumber) {
        return new Identifier(null, vNumber);
    }

    @Override
    public String toString() {
        return bsn != null ? "BSN" : "V-number";
    }
}
