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

    private final Heard answer;
    private final List<ValidationReport.Message> said;

    private Document(Heard answer) {
        this.answer = answer;
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        if (!answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        answer.headers().map().forEach(response::withHeader);
        said = CONTRACT.validateResponse(answer.path(), Request.Method.valueOf(answer.method()), response.build()).getMessages();
    }

    /** What the document says of an answer. */
    static Document of(Heard answer) {
        return new Document(answer);
    }

    /** Where the answer breaks which rule of the document. */
    Stream<String> broken() {
        return places(Level.ERROR);
    }

    /** Where the answer says more than the document knows of: a municipality may. */
    Stream<String> unknownFields() {
        return places(Level.INFO);
    }

    private Stream<String> places(Level level) {
        return said.stream().filter(message -> message.getLevel() == level).map(message -> answer + " " + place(message));
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
