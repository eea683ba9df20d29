package nl.opkoers.conformance;

import static nl.opkoers.conformance.Verdict.require;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** What a refusal must be: problem details (RFC 9457), with everything that is wrong at once. */
final class Refusal {

    private static final String TYPE = "urn:opkoers:probleem:";

    private Refusal() {
    }

    static void is(Heard answer, int status) {
        require(answer.status() == status, Why.STATUS, answer.status(), status);
        require(answer.header("Content-Type").orElse("").startsWith("application/problem+json"), Why.NOT_A_PROBLEM);
        require(answer.json().path("status").asInt() == status, Why.PROBLEM_STATUS);
        require(answer.json().path("type").asText().startsWith(TYPE), Why.PROBLEM_TYPE, TYPE);
    }

    static void conflict(Heard answer, String kind) {
        is(answer, 409);
        require(answer.json().path("type").asText().equals(TYPE + kind), Why.PROBLEM_TYPE, TYPE + kind);
    }

    /** 400, with each of these fields among its faults. */
    static void names(Heard answer, String... fields) {
        is(answer, 400);
        JsonNode faults = answer.json().path("fouten");
        Set<String> named = new HashSet<>();
        faults.forEach(fault -> named.add(fault.path("veld").asText()));
        require(named.containsAll(List.of(fields)), Why.FAULTS_NOT_NAMED, String.join(", ", fields));
        faults.forEach(fault -> require(fault.path("code").isTextual(), Why.FAULT_WITHOUT_CODE));
    }
}
