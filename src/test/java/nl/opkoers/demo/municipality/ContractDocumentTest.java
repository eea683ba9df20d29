package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import nl.opkoers.demo.municipality.ContractDocument.Operation;
import org.junit.jupiter.api.Test;

/**
 * The contract obeys the NL API Design Rules (https://gitdocumentatie.logius.nl/publicatie/api/adr/) that can be seen in
 * a document. Each test names its rule.
 */
class ContractDocumentTest {

    private static final String KEBAB_CASE = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String CAMEL_CASE = "[a-z][a-zA-Z0-9]*";

    private static final String ONE_PERSON = "/inburgeraars/{id}";
    private static final Set<String> ALL = Set.of(
            "POST /inburgeraars/_zoek",
            "GET " + ONE_PERSON,
            "GET " + ONE_PERSON + "/agenda",
            "POST " + ONE_PERSON + "/agenda/{itemId}/_bevestig",
            "POST " + ONE_PERSON + "/agenda/{itemId}/_afmelden",
            "POST " + ONE_PERSON + "/agenda/{itemId}/_verzet",
            "POST " + ONE_PERSON + "/participatie-uren",
            "PUT " + ONE_PERSON + "/participatie-uren/{urenId}",
            "POST " + ONE_PERSON + "/hulpvragen",
            "POST " + ONE_PERSON + "/klantcontacten",
            "GET /gebeurtenissen",
            "GET /aanbieders",
            "GET /aanbieders/{id}",
            "POST /aanbieders/{id}/meldingen",
            "GET /informeel-aanbod",
            "POST /informeel-aanbod/{id}/meldingen",
            "GET /medewerkers/{id}/inburgeraars",
            "GET /gemeente");

    private final List<Operation> operations = ContractDocument.operations();

    /** core/doc-openapi. What is not built is not promised. */
    @Test
    void everyResourceOfTheMunicipalityIsThereAndNothingElse() {
        assertEquals("3.0.3", ContractDocument.ROOT.path("openapi").textValue());
        assertEquals(ALL, operations.stream().map(Operation::toString).collect(Collectors.toSet()));
        Set<String> names = new HashSet<>();
        operations.forEach(each -> {
            assertTrue(names.add(each.description().path("operationId").textValue()), each + " has a name of its own");
            assertFalse(each.description().path("tags").isEmpty(), each.toString());
        });
    }

    /** core/doc-openapi-contact. */
    @Test
    void somebodyCanBeAsked() {
        for (String field : List.of("name", "email", "url")) {
            assertTrue(ContractDocument.ROOT.at("/info/contact/" + field).isTextual(), field);
        }
    }

    /** core/uri-version, core/semver: only the major version is in the address, the whole one in a header. */
    @Test
    void theAddressHoldsTheMajorVersionOnce() {
        assertEquals(Answers.API_VERSION, ContractDocument.ROOT.at("/info/version").textValue());
        ContractDocument.ROOT.path("servers").forEach(server -> assertTrue(server.path("url").textValue().endsWith("/v1")));
        operations.forEach(each -> assertFalse(each.path().matches(".*/v[0-9].*"), each.toString()));
    }

    /** core/no-trailing-slash, core/path-segments-kebab-case; an underscore marks an operation, core/resource-operations. */
    @Test
    void pathsAreKebabCaseWithoutASlashAtTheEnd() {
        String path = "(/(_?" + KEBAB_CASE + "|\\{" + CAMEL_CASE + "}))+";
        operations.forEach(each -> assertTrue(each.path().matches(path), each.toString()));
    }

    /** core/query-keys-camel-case. */
    @Test
    void queriesAreCamelCase() {
        operations.forEach(each -> parameters(each).stream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .forEach(parameter -> assertTrue(parameter.path("name").asText().matches(CAMEL_CASE), each.toString())));
    }

    /** core/transport/no-sensitive-uris: addresses end in logs and histories. */
    @Test
    void noAddressHoldsANumberThatIdentifiesSomebody() {
        operations.forEach(each -> {
            List<String> words = new ArrayList<>(List.of(each.path()));
            parameters(each).forEach(parameter -> words.add(parameter.path("name").asText()));
            words.forEach(word -> assertFalse(word.toLowerCase(Locale.ROOT).matches(".*(bsn|burgerservice|v-?nummer).*"),
                    each + " " + word));
        });
    }

    /** core/version-header, and in failures too. */
    @Test
    void everyAnswerSaysItsVersion() {
        answers((operation, status, answer) -> {
            JsonNode version = ContractDocument.resolve(answer.at("/headers/API-Version"));
            assertTrue(version.path("required").booleanValue(), operation + " " + status);
        });
    }

    /** core/error-handling/problem-details: RFC 9457, in which every mistake is told at once. */
    @Test
    void everyFailureIsAProblem() {
        answers((operation, status, answer) -> {
            if (status >= 400) {
                assertEquals(Set.of("application/problem+json"), fields(answer.path("content")), operation + " " + status);
                JsonNode schema = ContractDocument.resolve(answer.at("/content/application~1problem+json/schema"));
                assertTrue(fields(schema.path("properties")).containsAll(Set.of("type", "title", "status", "detail", "fouten")));
                examples(answer.at("/content/application~1problem+json"))
                        .forEach(example -> assertEquals(status, example.path("status").intValue(), operation.toString()));
            }
        });
    }

    /** A program must know what is wrong without reading a sentence. */
    @Test
    void everyMistakeHasACodeThatTheContractNames() {
        Set<String> codes = new HashSet<>();
        ContractDocument.schema("Fout").at("/properties/code/x-extensible-enum").forEach(code -> codes.add(code.textValue()));
        answers((operation, status, answer) -> examples(answer.at("/content/application~1problem+json")).forEach(example ->
                example.path("fouten").forEach(mistake -> assertTrue(codes.contains(mistake.path("code").textValue()),
                        operation + " " + mistake))));
    }

    /** A call that got no answer is sent again: that must be safe, whoever sends it. */
    @Test
    void everyWriteCanBeRepeatedAndNothingElseAsksForAKey() {
        operations.forEach(each -> {
            List<JsonNode> keys = parameters(each).stream()
                    .filter(parameter -> parameter.path("name").asText().equals("Idempotency-Key")).toList();
            assertEquals(isWrite(each) ? 1 : 0, keys.size(), each.toString());
            keys.forEach(key -> assertTrue(key.path("required").booleanValue()
                    && key.at("/schema/format").asText().equals("uuid"), each.toString()));
            JsonNode conflict = ContractDocument.resolve(each.description().at("/responses/409"));
            List<String> kinds = examples(conflict.at("/content/application~1problem+json")).stream()
                    .map(example -> example.path("type").asText()).toList();
            assertEquals(isWrite(each), kinds.contains("urn:opkoers:probleem:sleutel-hergebruikt"), each + " " + kinds);
        });
    }

    /** What somebody says in confidence must not slip through in a field that nobody looks at. */
    @Test
    void noWriteTakesAFieldThatTheContractDoesNotName() {
        operations.stream().filter(ContractDocumentTest::isWrite).forEach(each -> {
            JsonNode schema = ContractDocument.resolve(each.description().at("/requestBody/content/application~1json/schema"));
            assertTrue(schema.path("additionalProperties").isBoolean(), each.toString());
            assertFalse(schema.path("additionalProperties").booleanValue(), each.toString());
        });
        for (String name : List.of("HulpvraagMelding", "KlantcontactMelding")) {
            Set<String> fields = fields(ContractDocument.schema(name).path("properties"));
            assertTrue(Collections.disjoint(fields, Set.of("tekst", "inhoud", "toelichting", "bericht")), name + " " + fields);
        }
    }

    /** core/http-response-code: what came to be has an address. */
    @Test
    void whatIsMadeSaysWhereItIs() {
        answers((operation, status, answer) -> {
            JsonNode location = ContractDocument.resolve(answer.at("/headers/Location"));
            assertEquals(status == 201, location.path("required").booleanValue(), operation + " " + status);
        });
    }

    /** Whoever has the latest need not fetch it again. The feed is never the same twice. */
    @Test
    void everyReadButTheFeedHasAnETag() {
        operations.stream().filter(each -> each.method().equals("get")).forEach(each -> {
            boolean tagged = !each.path().equals("/gebeurtenissen");
            assertEquals(tagged, each.description().at("/responses/200/headers").has("ETag"), each.toString());
            assertEquals(tagged, each.description().path("responses").has("304"), each.toString());
            assertEquals(tagged, parameters(each).stream()
                    .anyMatch(parameter -> parameter.path("name").asText().equals("If-None-Match")), each.toString());
        });
    }

    /** core/error-handling/invalid-input, and what a token or an outage brings about. */
    @Test
    void everyOperationCanRefuse() {
        operations.forEach(each -> assertTrue(fields(each.description().path("responses"))
                .containsAll(Set.of("400", "401", "403", "500", "503")), each.toString()));
    }

    @Test
    void nothingIsForStrangers() {
        assertEquals("bearer", ContractDocument.ROOT.at("/components/securitySchemes/toegangstoken/scheme").textValue());
        assertTrue(ContractDocument.ROOT.at("/security/0").has("toegangstoken"));
        operations.forEach(each -> assertFalse(each.description().has("security"), each + " makes an exception"));
    }

    @Test
    void everyExampleIsWhatItIsAnExampleOf() {
        operations.forEach(each -> examples(each.description().at("/requestBody/content/application~1json"))
                .forEach(example -> Agreement.checkRequest(new SimpleRequest.Builder(each.method(), address(each))
                        .withAuthorization("Bearer x").withContentType("application/json")
                        .withHeader("Idempotency-Key", "0b8e2f4c-6d1a-4e0f-9a37-52c1d8e4b790").withBody(example.toString())
                        .build())));
        answers((operation, status, answer) -> answer.path("content").properties().forEach(content -> {
            List<JsonNode> examples = examples(content.getValue());
            assertFalse(examples.isEmpty(), operation + " " + status + " has no example");
            examples.forEach(example -> Agreement.checkAnswer(operation.method().toUpperCase(Locale.ROOT), address(operation),
                    withItsHeaders(status, answer).withContentType(content.getKey()).withBody(example.toString()).build()));
        }));
    }

    /** A list of values grows: no value may be refused because it is new. */
    @Test
    void noListOfValuesIsClosed() {
        assertTrue(ContractDocument.ROOT.findValues("enum").isEmpty());
        assertFalse(ContractDocument.ROOT.findValues("x-extensible-enum").isEmpty());
    }

    private interface AnswerCheck {
        void on(Operation operation, int status, JsonNode answer);
    }

    private void answers(AnswerCheck check) {
        operations.forEach(each -> each.description().path("responses").properties().forEach(answer ->
                check.on(each, Integer.parseInt(answer.getKey()), ContractDocument.resolve(answer.getValue()))));
    }

    /** A search changes nothing: it is a POST only because its number may not be in an address. */
    private static boolean isWrite(Operation operation) {
        return !operation.method().equals("get") && !operation.path().endsWith("/_zoek");
    }

    private static String address(Operation operation) {
        return "/v1" + operation.path();
    }

    private static List<JsonNode> parameters(Operation operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.description().path("parameters").forEach(parameter -> parameters.add(ContractDocument.resolve(parameter)));
        return parameters;
    }

    private static List<JsonNode> examples(JsonNode content) {
        List<JsonNode> examples = new ArrayList<>();
        content.path("examples").forEach(example -> examples.add(example.path("value")));
        if (content.has("example")) {
            examples.add(content.path("example"));
        }
        return examples;
    }

    private static SimpleResponse.Builder withItsHeaders(int status, JsonNode answer) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(status);
        for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
            response.withHeader(header.getKey(), ContractDocument.resolve(header.getValue()).path("example").asText());
        }
        return response;
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
