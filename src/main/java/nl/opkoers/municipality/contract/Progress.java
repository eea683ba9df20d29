package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Talks about how it goes, questions that wait for an answer, and what the school reported. */
public record Progress(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("laatsteGesprek") LocalDate lastTalk,
        @JsonProperty("volgendGesprek") Meeting nextTalk,
        @JsonProperty("openVragen") List<OpenQuestion> openQuestions,
        @JsonProperty("rapportages") List<Report> reports) implements Part {

    public Progress {
        openQuestions = Lists.orEmpty(openQuestions);
        reports = Lists.orEmpty(reports);
    }

    /** A question somebody asked; {@code answerBefore} is what the municipality promised, if it did. */
    public record OpenQuestion(
            @JsonProperty("onderwerp") String subject,
            @JsonProperty("gesteldOp") LocalDate askedOn,
            @JsonProperty("antwoordVoor") LocalDate answerBefore,
            @JsonProperty("bij") String with) {
    }

    /** What a school told the municipality. */
    public record Report(
            @JsonProperty("datum") LocalDate on,
            @JsonProperty("school") String school,
            @JsonProperty("tekst") String text) {
    }
}
