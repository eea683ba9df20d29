package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A fixed time in the week: the day in two Dutch letters, times in the Netherlands as {@code HH:mm} or not known. */
public record WeekTime(
        @JsonProperty("dag") String day,
        @JsonProperty("van") String from,
        @JsonProperty("tot") String until) {
}
