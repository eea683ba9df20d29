package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When somebody can be reached; days are Dutch abbreviations ("ma, di, do"), times local. */
public record OfficeHours(
        @JsonProperty("dagen") String days,
        @JsonProperty("van") String from,
        @JsonProperty("tot") String until) {
}
