package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All that the municipality knows of one participant, as one answer of {@code GET /v1/inburgeraars/{id}}.
 * Any part may be {@code null}: not known.
 */
public record Dossier(
        @JsonProperty("id") String id,
        @JsonProperty("persoon") Person person,
        @JsonProperty("doelgroep") Group group,
        @JsonProperty("inburgeringsplicht") Duty duty,
        @JsonProperty("verhuizing") Move move,
        @JsonProperty("pip") Pip pip,
        @JsonProperty("termijn") Term term,
        @JsonProperty("bredeIntake") Intake intake,
        @JsonProperty("leerbaarheidstoets") LearnabilityTest learnabilityTest,
        @JsonProperty("inburgeringsaanbod") CourseOffer courseOffer,
        @JsonProperty("examens") Exams exams,
        @JsonProperty("uren") Hours hours,
        @JsonProperty("pvt") Pvt pvt,
        @JsonProperty("map") LabourModule map,
        @JsonProperty("zroute") ZRoute zRoute,
        @JsonProperty("vrijstellingen") Exemptions exemptions,
        @JsonProperty("ontheffingen") Exemptions dispensations,
        @JsonProperty("contactpersonen") Contacts contacts,
        @JsonProperty("financieelOntzorgen") Unburdening unburdening,
        @JsonProperty("voortgang") Progress progress,
        @JsonProperty("afronding") Completion completion) {

    /** The parts that the municipality did send, in the order of the plan. */
    public Stream<Part> parts() {
        return Stream.<Part>of(person, group, duty, move, pip, term, intake, learnabilityTest, courseOffer, exams, hours,
                pvt, map, zRoute, exemptions, dispensations, contacts, unburdening, progress, completion)
                .filter(Objects::nonNull);
    }
}
