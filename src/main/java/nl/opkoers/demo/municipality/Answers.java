package nl.opkoers.demo.municipality;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** How every answer looks: its headers, its problems, its ETag. */
final class Answers {

    static final String API_VERSION = "1.2.0";
    private static final String PROBLEM = "application/problem+json";
    private static final String FAULT = Fault.class.getName();
    private static final String WRONG_JSON = "{\"id\":7,\"persoon\":[],\"termijn\":\"morgen\",\"naam\":{},\"pip\":{\"historie\":3}}";

    private final ObjectMapper json;
    private final Itself itself;
    private final Texts sentences = Texts.read("problems.properties");

    Answers(ObjectMapper json, Itself itself) {
        this.json = json;
        this.itself = itself;
    }

    /** Headers that every answer carries, a failure too. */
    void headers(RoutingContext context) {
        context.response()
                .putHeader("API-Version", API_VERSION)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Security-Policy", "frame-ancestors 'none'")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY");
        context.next();
    }

    /** Remembers a fault that shows when the answer is sent. */
    void spoil(RoutingContext context, Fault fault) {
        context.put(FAULT, fault);
    }

    /** 200 with this JSON. */
    void json(RoutingContext context, String body) {
        send(context, 200, itself.inItsName(body));
    }

    /** What a call that changes something is answered. The change is made, whatever goes wrong with the answer. */
    void written(RoutingContext context, Written written) {
        if (written.location() != null) {
            context.response().putHeader("Location", written.location());
        }
        send(context, written.status(), itself.inItsName(written.body()));
    }

    private static void send(RoutingContext context, int status, String body) {
        Fault.Kind kind = faultKind(context);
        if (kind == Fault.Kind.DROPPED) {
            context.request().connection().close();
            return;
        }
        Buffer whole = Buffer.buffer(kind == Fault.Kind.WRONG_JSON ? WRONG_JSON : body);
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", status < 400 ? "application/json" : PROBLEM)
                .end(kind == Fault.Kind.TRUNCATED ? whole.getBuffer(0, whole.length() / 2) : whole);
    }

    /** 200 with this JSON and a strong ETag over its content, or 304 when the caller already has it. */
    void tagged(RoutingContext context, String body) {
        String tag = tag(itself.inItsName(body));
        HttpServerResponse response = context.response().putHeader("ETag", tag);
        if (faultKind(context) == Fault.Kind.NONE && matches(context.request().getHeader("If-None-Match"), tag)) {
            response.setStatusCode(304).end();
        } else {
            json(context, body);
        }
    }

    /** As {@link #tagged}, or 404 when there is nothing. */
    void taggedOrNotFound(RoutingContext context, Optional<String> body) {
        body.ifPresentOrElse(found -> tagged(context, found), () -> problem(context, Problem.of(404)));
    }

    /** This problem, in the municipality's words. */
    void problem(RoutingContext context, Problem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", PROBLEM)
                .end(body(problem).toString());
    }

    /** What is sent as this problem. */
    ObjectNode body(Problem problem) {
        ObjectNode body = json.createObjectNode();
        body.put("type", "urn:opkoers:probleem:" + sentences.get(problem.sentences() + ".type"));
        body.put("title", sentences.get(problem.sentences() + ".title"));
        body.put("status", problem.status());
        body.put("detail", detail(problem));
        problem.mistakes().forEach(mistake -> body.withArray("fouten").addObject()
                .put("veld", mistake.field())
                .put("code", mistake.code())
                .put("melding", explain(mistake)));
        return body;
    }

    /** The sentence that tells it to who asked. */
    String detail(Problem problem) {
        return sentences.get(problem.sentences() + ".detail");
    }

    /** The sentence that tells what is wrong. */
    String explain(Problem.Mistake mistake) {
        return sentences.get("fout." + mistake.code());
    }

    private static Fault.Kind faultKind(RoutingContext context) {
        Fault fault = context.get(FAULT);
        return fault == null ? Fault.Kind.NONE : fault.kind();
    }

    /** If-None-Match compares weakly, RFC 9110 section 13.1.2. */
    private static boolean matches(String ifNoneMatch, String tag) {
        return ifNoneMatch != null && Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag));
    }

    /** Over the content rather than a version number, so that a refilled database never answers a stale 304. */
    private static String tag(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
