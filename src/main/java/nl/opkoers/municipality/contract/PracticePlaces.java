package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.LocalDate;
import java.util.List;

/**
 * Where people can practise Dutch without a course: {@code GET /v1/informeel-aanbod}. What is {@code null} is not known; a place of
 * which something has another type is left out, and spoils no others.
 */
public record PracticePlaces(
        @JsonDeserialize(contentUsing = Leniently.class) @JsonProperty("plekken") List<Place> places) {

    public PracticePlaces {
        places = Lists.readable(places);
    }

    /**
     * A place, or somebody, to practise with.
     *
     * @param where where to be; {@code null} when it is nowhere in particular or not known
     * @param times when; empty when that is agreed together, {@code null} when not known
     */
    public record Place(
            @JsonProperty("id") String id,
            @JsonProperty("naam") String name,
            @JsonProperty("organisatie") String organisation,
            @JsonProperty("soort") String kindCode,
            @JsonProperty("plaats") Where where,
            @JsonProperty("tijden") List<WeekTime> times,
            @JsonProperty("niveaus") List<String> levelCodes,
            @JsonProperty("doelpubliek") Audience audience,
            @JsonProperty("voorWie") List<String> groupCodes,
            @JsonProperty("kosten") Money price,
            @JsonProperty("contact") Contact contact,
            @JsonProperty("bron") String source,
            @JsonProperty("gecontroleerdOp") LocalDate checkedOn) {

        public Place {
            times = Lists.orUnknown(times);
            levelCodes = Lists.orEmpty(levelCodes);
            groupCodes = Lists.orEmpty(groupCodes);
        }
    }

    /** Where somebody has to be. */
    public record Where(
            @JsonProperty("naam") String name,
            @JsonProperty("adres") String address,
            @JsonProperty("postcode") String postcode) {
    }

    /** With whom somebody practises there. */
    public record Audience(
            @JsonProperty("alleenVrouwen") Boolean womenOnly,
            @JsonProperty("eigenLeeftijd") Boolean ownAge,
            @JsonProperty("rustig") Boolean quiet) {
    }

    /** Whom to turn to. */
    public record Contact(
            @JsonProperty("naam") String name,
            @JsonProperty("telefoonnummer") String phone,
            @JsonProperty("email") String email,
            @JsonProperty("website") String website) {

        public Contact {
            phone = Reach.phone(phone);
            email = Reach.email(email);
        }
    }
}
