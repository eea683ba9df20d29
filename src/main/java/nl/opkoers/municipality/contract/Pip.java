package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LearningRoute;

/** The personal plan (PIP): the version in force, if there is one, and the earlier ones, newest first. */
public record Pip(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("actueel") Version current,
        @JsonProperty("historie") List<Version> history) implements Part {

    public Pip {
        history = Lists.orEmpty(history);
    }

    /** One decision (beschikking) about the plan. */
    public record Version(
            @JsonProperty("pipId") String id,
            @JsonProperty("versie") Integer number,
            @JsonProperty("gemeentecode") String municipalityCode,
            @JsonProperty("gemeentenaam") String municipalityName,
            @JsonProperty("dagtekeningPip") LocalDate signedOn,
            @JsonProperty("leerroute") String routeCode,
            @JsonProperty("niveau") String levelCode,
            @JsonProperty("geschatteIntensiteitB1Route") Integer estimatedHoursB1,
            @JsonProperty("indicatorMagOpleidingAfmaken") Boolean mayFinishEducation,
            @JsonProperty("indicatorAlfabetiseringsonderwijs") String literacyCode,
            @JsonProperty("doelen") List<Goal> goals,
            @JsonProperty("ondersteuning") List<String> support,
            @JsonProperty("pvtUren") Integer pvtHours,
            @JsonProperty("mapUren") Integer mapHours,
            @JsonProperty("redenWijziging") String reasonOfChange) {

        public Version {
            goals = Lists.orEmpty(goals).stream().filter(Goal::isInWords).toList();
            support = Lists.orEmpty(support);
        }

        public Optional<LearningRoute> route() {
            return LearningRoute.ofCode(routeCode);
        }

        public Optional<LanguageLevel> level() {
            return LanguageLevel.ofCode(levelCode);
        }
    }

    /** A goal: GGM's code and development wish, and what the person said in their own language. */
    public record Goal(
            @JsonProperty("code") String code,
            @JsonProperty("ontwikkelwens") String developmentWish,
            @JsonProperty("eigenWoorden") OwnWords ownWords) {

        /** Whether there is something to read; a code alone tells nobody what it is. */
        private boolean isInWords() {
            return developmentWish != null || ownWords != null && ownWords.text() != null;
        }
    }

    /** What somebody said, and the BCP 47 tag of the language it was said in. */
    public record OwnWords(@JsonProperty("taal") String language, @JsonProperty("tekst") String text) {
    }
}
