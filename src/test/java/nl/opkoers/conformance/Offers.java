package nl.opkoers.conformance;

import static nl.opkoers.conformance.Verdict.require;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** What is not about one person: the document, the schools, an employee's caseload. */
final class Offers {

    private static final String DOCUMENT = "/v1/openapi.json";

    private Offers() {
    }

    /** For everybody: without a token. */
    static void document(Section section) {
        section.check(Check.DOCUMENT, () -> {
            Heard answer = section.wire().as(null, "GET", DOCUMENT, null);
            JsonNode document = Reading.object(answer);
            require(document.at("/info/version").asText().startsWith("1."), Why.DOCUMENT_VERSION);
        });
        section.wire().takeHeard();
    }

    static void providers(Section section) {
        Optional<JsonNode> read = Reading.tagged(section, "/v1/aanbieders");
        Reading.notFound(section, "/v1/aanbieders/" + Conformance.nobody());
        section.check(Check.ONE_AS_IN_LIST, () -> {
            JsonNode first = Section.content(read).at("/aanbieders/0");
            if (first.isMissingNode()) {
                throw Verdict.skipped(Why.NOTHING_THERE);
            }
            Heard one = section.wire().get("/v1/aanbieders/" + Wire.segment(first.path("id").asText()));
            require(Reading.object(one).equals(first), Why.DIFFERS);
        });
    }

    /** About the first school or place there is; it says itself that it is only a check. */
    static void report(Section section, String collection, String list) {
        Optional<String> id = first(section, collection, list);
        if (id.isEmpty()) {
            section.skip(Check.ACCEPTED, Why.NOTHING_THERE);
            return;
        }
        String path = collection + "/" + Wire.segment(id.get()) + "/meldingen";
        String fields = "{\"soort\":\"Anders\",\"taal\":\"nl\"";
        String body = fields + ",\"toelichting\":\"" + Texts.of("sent.subject") + "\"}";
        Writing writing = new Writing(section, "POST", path, 201);
        writing.look(body, fields + ",\"toelichting\":\"" + Texts.of("sent.other") + "\"}");
        writing.refuses(Check.BAD_REQUEST, "{\"toelichting\":7}", "soort", "taal", "toelichting");
        writing.refuses(Check.CONTENT_REFUSED, fields + ",\"naam\":\"" + Texts.of("sent.content") + "\"}");
        Reading.noToken(section, "POST", path, body);
        Writing.notFound(section, "POST", collection + "/" + Conformance.nobody() + "/meldingen", body);
    }

    private static Optional<String> first(Section section, String collection, String list) {
        try {
            JsonNode first = section.wire().get(collection).json().at("/" + list + "/0/id");
            return Optional.ofNullable(first.textValue());
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }

    static void caseload(Section section) {
        if (section.settings().employee().isEmpty()) {
            section.skip(Check.ANSWERS, Why.NO_EMPLOYEE_GIVEN, Settings.PREFIX + "EMPLOYEE");
            return;
        }
        String path = "/v1/medewerkers/" + Wire.segment(section.settings().employee().get()) + "/inburgeraars";
        Optional<JsonNode> read = Reading.tagged(section, path);
        Reading.notFound(section, "/v1/medewerkers/" + Conformance.nobody() + "/inburgeraars");
        section.check(Check.EVERYBODY_ONCE, () -> {
            Set<String> seen = new HashSet<>();
            Section.content(read).path("inburgeraars").forEach(one ->
                    require(seen.add(one.path("inburgeraarId").asText() + one.path("rol").asText()
                            + one.path("vervangt").path("medewerkerId").asText()), Why.TWICE, "/inburgeraars"));
        });
    }
}
