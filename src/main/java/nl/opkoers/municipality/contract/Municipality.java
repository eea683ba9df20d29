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
        @JsonProperty("noodnummers") List<EmergencyNumber> emergencyNumbers,
        @JsonProperty("antwoordbelofteWerkdagen") Integer answerPromiseWorkingDays,
        @JsonProperty("mapPraktijkuren") Integer mapPracticeHours) implements Part {

    public Municipality {
        phone = Reach.phone(phone);
        openingHours = Lists.orEmpty(openingHours);
        emergencyNumbers = Lists.orEmpty(emergencyNumbers);
    }

    /** A number for emergencies; the code says in Dutch what for. */
    public record EmergencyNumber(@JsonProperty("code") String code, @JsonProperty("telefoonnummer") String phone) {

        public EmergencyNumber {
            phone = Reach.phone(phone);
        }
    }
}
