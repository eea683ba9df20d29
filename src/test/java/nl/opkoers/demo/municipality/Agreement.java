package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.whitelist.ValidationErrorsWhitelist;
import com.atlassian.oai.validator.whitelist.rule.WhitelistRules;

/**
 * Holds a call against the contract. A field that the contract does not name is a mistake here, though not for a caller:
 * the municipality must not tell more than it promised.
 */
public final class Agreement {

    /** What somebody in the cast has, to show that a caller passes over the fields of a later version. */
    static final String FIELD_OF_TOMORROW = "nieuwOnderdeel";

    private static final Set<String> NOT_IN_THE_CONTRACT =
            Set.of("validation.request.path.missing", "validation.request.operation.notAllowed");
    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator
            .createForInlineApiSpecification(ContractDocument.ROOT.toString())
            .withWhitelist(ValidationErrorsWhitelist.create().withRule("a field of tomorrow",
                    WhitelistRules.messageContainsSubstring("not allowed by the schema: [\"" + FIELD_OF_TOMORROW + "\"]")))
            .build();

    private Agreement() {
    }

    /** A call as it went over the wire. What the municipality granted, the contract must allow. */
    static void check(HttpRequest request, String body, HttpResponse<String> answer) {
        check(request.method(), request.uri(), request.headers().map(), body, answer.statusCode(), answer.headers().map(),
                answer.body());
    }

    /**
     * A call as it went over the wire, by whomever. What the municipality granted, the contract must allow.
     *
     * @throws AssertionError naming all that does not agree
     */
    public static void check(String method, URI address, Map<String, List<String>> headers, String body, int status,
            Map<String, List<String>> answerHeaders, String answer) {
        String path = address.getRawPath();
        if (!path.startsWith("/v1/") || path.equals(ApiDocument.PATH)) {
            return;
        }
        SimpleResponse.Builder response = SimpleResponse.Builder.status(status).withBody(answer);
        answerHeaders.forEach(response::withHeader);
        ValidationReport report = check(method, path, response.build());
        if (isOutside(report)) {
            assertTrue(Set.of(401, 404, 405).contains(status), method + " " + path + " is not in the contract");
        } else {
            assertAgreed(method + " " + path + " " + status, report);
            if (status < 400) {
                SimpleRequest.Builder asked = new SimpleRequest.Builder(method, path).withBody(body);
                headers.forEach(asked::withHeader);
                query(address).forEach(asked::withQueryParam);
                checkRequest(asked.build());
            }
        }
    }

    private static Map<String, String> query(URI uri) {
        return uri.getQuery() == null ? Map.of() : Stream.of(uri.getQuery().split("&")).map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    /** A request that is to be allowed. */
    static void checkRequest(Request request) {
        assertAgreed(request.getMethod() + " " + request.getPath(), CONTRACT.validateRequest(request));
    }

    /** An answer that is to be expected. */
    static void checkAnswer(String method, String path, Response answer) {
        assertAgreed(method + " " + path, check(method, path, answer));
    }

    /** A whole dossier; {@code who} is told when it does not agree. */
    static void checkDossier(String who, String dossier) {
        assertAgreed(who, check("GET", "/v1/inburgeraars/x", SimpleResponse.Builder.ok()
                .withContentType("application/json").withHeader("API-Version", Answers.API_VERSION).withHeader("ETag", "\"x\"")
                .withBody(dossier).build()));
    }

    private static ValidationReport check(String method, String path, Response answer) {
        return CONTRACT.validateResponse(path, Request.Method.valueOf(method), answer);
    }

    private static boolean isOutside(ValidationReport report) {
        return report.getMessages().stream().anyMatch(message -> NOT_IN_THE_CONTRACT.contains(message.getKey()));
    }

    private static void assertAgreed(String what, ValidationReport report) {
        assertFalse(report.hasErrors(), () -> what + "\n" + SimpleValidationReportFormat.getInstance().apply(report));
    }
}
