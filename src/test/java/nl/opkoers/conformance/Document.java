package nl.opkoers.conformance;

import java.util.List;
import java.util.stream.Stream;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import nl.opkoers.demo.municipality.ContractDocument;

/** Holds answers against the contract as it lies in the project. Says where and which rule, never what was there. */
final class Document {

    private static final String UNKNOWN_FIELD = "validation.response.body.schema.additionalProperties";
    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator
            .createForInlineApiSpecification(ContractDocument.ROOT.toString())
            .withLevelResolver(LevelResolver.create()
                    .withLevel(UNKNOWN_FIELD, Level.INFO)
                    // Headers are looked at by themselves, so that a body is not called wrong for lack of one.
                    .withLevel("validation.response.header.missing", Level.IGNORE)
                    .build())
            .build();

    private Document() {
    }

    /** Where an answer breaks which rule of the document. */
    static List<String> broken(Heard answer) {
        return places(answer, Level.ERROR).toList();
    }

    /** Where an answer says more than the document knows of: a municipality may. */
    static List<String> unknownFields(Heard answer) {
        return places(answer, Level.INFO).toList();
    }

    private static Stream<String> places(Heard answer, Level level) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        if (!answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        answer.headers().map().forEach(response::withHeader);
        ValidationReport report = CONTRACT.validateResponse(answer.path(), Request.Method.valueOf(answer.method()), response.build());
        return report.getMessages().stream().filter(message -> message.getLevel() == level)
                .map(message -> answer + " " + place(message));
    }

    private static String place(ValidationReport.Message message) {
        String rule = message.getKey().equals(UNKNOWN_FIELD) ? fields(message.getMessage())
                : message.getKey().substring(message.getKey().lastIndexOf('.') + 1);
        return message.getContext().flatMap(ValidationReport.MessageContext::getPointers)
                .map(pointers -> pointers.getInstance() + " (" + rule + ")").orElse("(" + rule + ")");
    }

    /** The names are the only thing between brackets. */
    private static String fields(String message) {
        return message.replaceAll("(?s)^[^\\[]*\\[|\\].*$|\"", "");
    }
}
