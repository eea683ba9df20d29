package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/** The municipality itself: how to reach it and what it chose. */
public record Municipality(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("gemeentecode") String code,
        @JsonProperty("naam") String name,
        @JsonProperty("telefoonnummer") String phone,
        @JsonProperty("openingstijden") List<OfficeHours> openingHours,
        @JsonProperty("antwoordbelofteWerkdagen") Integer answerPromiseWorkingDays,
        @JsonProperty("mapPraktijkuren") Integer mapPracticeHours) implements Part {

    public Municipality {
        openingHours = Lists.orEmpty(openingHours);
    }
}
