package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Every school of which the municipality knows the courses: {@code GET /v1/aanbieders}. What is {@code null} is not known; a school or
 * course of which something has another type is left out, and spoils no others.
 */
public record Providers(
        @JsonDeserialize(contentUsing = Leniently.class) @JsonProperty("aanbieders") List<Provider> providers) {

    public Providers {
        providers = Lists.readable(providers);
    }

    /**
     * A school.
     *
     * @param number            its number at DUO
     * @param markedByBlikOpWerk whether it bears the mark of Blik op Werk
     * @param markedForEducation whether it bears the mark for programmes of the education route
     * @param checkedOn         the last day on which somebody looked whether it still holds
     */
    public record Provider(
            @JsonProperty("id") String id,
            @JsonProperty("instellingsnummer") String number,
            @JsonProperty("naam") String name,
            @JsonProperty("adres") String address,
            @JsonProperty("postcode") String postcode,
            @JsonProperty("plaatsnaam") String town,
            @JsonProperty("telefoonnummer") String phone,
            @JsonProperty("email") String email,
            @JsonProperty("website") String website,
            @JsonProperty("indicatieBowKeurmerk") Boolean markedByBlikOpWerk,
            @JsonProperty("indicatieTstKeurmerk") Boolean markedForEducation,
            @JsonProperty("bron") String source,
            @JsonProperty("bijgewerktOp") Instant updatedAt,
            @JsonProperty("gecontroleerdOp") LocalDate checkedOn,
            @JsonDeserialize(contentUsing = Leniently.class) @JsonProperty("cursussen") List<Course> courses) implements Part {

        public Provider {
            phone = Reach.phone(phone);
            email = Reach.email(email);
            courses = Lists.readable(courses);
        }
    }

    /**
     * A course; codes are those of the contract, and may be others than are known here.
     *
     * @param hours         lesson hours in all
     * @param times         when there are lessons; empty where everybody chooses, {@code null} when not known
     * @param onlinePercent which part of the lessons is online, 0 to 100
     * @param waitingWeeks  how many weeks somebody waits now, about
     * @param languages     BCP 47 codes of the languages in which the teacher can explain
     */
    public record Course(
            @JsonProperty("id") String id,
            @JsonProperty("naam") String name,
            @JsonProperty("leerroutes") List<String> routeCodes,
            @JsonProperty("niveauVan") String fromLevelCode,
            @JsonProperty("niveauTot") String toLevelCode,
            @JsonProperty("prijsPerUur") Money pricePerHour,
            @JsonProperty("prijsTotaal") Money priceInAll,
            @JsonProperty("urenTotaal") Integer hours,
            @JsonProperty("lesmateriaalInbegrepen") Boolean materialIncluded,
            @JsonProperty("kostenLesmateriaal") Money materialPrice,
            @JsonProperty("lestijden") List<WeekTime> times,
            @JsonProperty("rooster") String scheduleCode,
            @JsonProperty("deelOnline") Integer onlinePercent,
            @JsonProperty("kinderopvang") Boolean childcare,
            @JsonProperty("eerstvolgendeStart") LocalDate nextStart,
            @JsonProperty("wachttijdWeken") Integer waitingWeeks,
            @JsonProperty("doelgroepen") List<String> groupCodes,
            @JsonProperty("talen") List<String> languages,
            @JsonProperty("alfabetisering") Boolean literacy,
            @JsonProperty("examentraining") Boolean examPractice,
            @JsonProperty("alleenVrouwen") Boolean womenOnly,
            @JsonProperty("groepsgrootte") Integer groupSize,
            @JsonProperty("gecontroleerdOp") LocalDate checkedOn) {

        public Course {
            routeCodes = Lists.orEmpty(routeCodes);
            times = Lists.orUnknown(times);
            groupCodes = Lists.orEmpty(groupCodes);
            languages = Lists.orEmpty(languages);
        }
    }
}
