package nl.opkoers.conformance;

import static nl.opkoers.conformance.Verdict.require;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** What every resource that can be read has in common. */
final class Reading {

    private static final String BAD_TOKEN = "no.token.at.all";

    private final Section section;
    private final String path;
    private Heard heard;

    private Reading(Section section, String path) {
        this.section = section;
        this.path = path;
    }

    /** Asks for it, and returns what it is; empty when there was no such thing. */
    static Optional<JsonNode> tagged(Section section, String path) {
        Reading reading = new Reading(section, path);
        boolean answered = section.check(Check.ANSWERS, reading::answers);
        section.check(Check.UNCHANGED, reading::unchanged);
        noToken(section, "GET", path, null);
        return answered ? Optional.of(reading.heard.json()) : Optional.empty();
    }

    /** As {@link #tagged}, for what is never the same twice. */
    static Optional<JsonNode> untagged(Section section, String path) {
        Reading reading = new Reading(section, path);
        boolean answered = section.check(Check.ANSWERS, reading::answers);
        noToken(section, "GET", path, null);
        return answered ? Optional.of(reading.heard.json()) : Optional.empty();
    }

    /** A problem (RFC 9457) with the challenge of RFC 6750, to whoever has no token and to whoever has a bad one. */
    static void noToken(Section section, String method, String path, String body) {
        section.check(Check.NO_TOKEN, () -> {
            for (String token : new String[] {null, BAD_TOKEN}) {
                Heard answer = section.wire().as(token, method, path, body);
                Refusal.is(answer, 401);
                require(answer.header("WWW-Authenticate").orElse("").startsWith("Bearer"), Why.NO_CHALLENGE);
            }
        });
    }

    static void notFound(Section section, String path) {
        section.check(Check.NOT_FOUND, () -> Refusal.is(section.wire().get(path), 404));
    }

    /** 200 with a JSON object. */
    static JsonNode object(Heard answer) {
        require(answer.status() == 200, Why.STATUS, answer.status(), 200);
        require(answer.json().isObject(), Why.NO_OBJECT);
        return answer.json();
    }

    private void answers() throws IOException {
        heard = section.wire().get(path);
        object(heard);
    }

    /** It may change while it is asked for: then the tag of the newer answer has to do. */
    private void unchanged() throws IOException {
        if (heard == null || heard.status() != 200) {
            throw Verdict.skipped(Why.NOT_READ);
        }
        String tag = tag(heard);
        Heard again = section.wire().get(path, Map.of("If-None-Match", tag));
        if (again.status() == 200 && !tag(again).equals(tag)) {
            tag = tag(again);
            again = section.wire().get(path, Map.of("If-None-Match", tag));
        }
        require(again.status() == 304, Why.STATUS, again.status(), 304);
        require(again.body().isEmpty(), Why.BODY_WITH_304);
        require(tag(again).equals(tag), Why.OTHER_ETAG);
        Heard other = section.wire().get(path, Map.of("If-None-Match", "\"conformance\""));
        require(other.status() == 200, Why.STATUS, other.status(), 200);
    }

    private static String tag(Heard answer) {
        return answer.header("ETag").orElseThrow(() -> Verdict.failed(Why.NO_ETAG));
    }
}
