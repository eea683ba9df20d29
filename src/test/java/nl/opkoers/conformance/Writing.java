package nl.opkoers.conformance;

import static nl.opkoers.conformance.Verdict.require;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What every call that changes something has in common: it is done once, however often it arrives.
 *
 * @param expected the status of what is taken: 200 or 201
 */
record Writing(Section section, String method, String path, int expected) {

    private static final String KEY = "Idempotency-Key";

    /**
     * Sends this once, in all the ways in which it may arrive.
     *
     * @param other what may not be sent under the same key any more
     * @return what was answered; empty when it was not taken
     */
    Optional<JsonNode> look(String body, String other) {
        String key = newKey();
        Heard[] taken = new Heard[1];
        boolean accepted = section.check(Check.ACCEPTED, () -> taken[0] = accepted(section.wire().write(method, path, key, body)));
        section.check(Check.REPEATED, () -> {
            afterwards(accepted);
            Heard again = section.wire().write(method, path, key, body);
            require(again.status() == taken[0].status(), Why.STATUS, again.status(), taken[0].status());
            require(again.json().equals(taken[0].json()) && again.header("Location").equals(taken[0].header("Location")),
                    Why.OTHER_ANSWER);
        });
        section.check(Check.KEY_REUSED, () -> {
            afterwards(accepted);
            Refusal.conflict(section.wire().write(method, path, key, other), "sleutel-hergebruikt");
        });
        // Last: where it is taken all the same, nothing that was looked at before is changed by it.
        section.check(Check.KEY_MISSING, () -> Refusal.names(section.wire().write(method, path, null, body), KEY));
        return accepted ? Optional.of(taken[0].json()) : Optional.empty();
    }

    /** Refused, with these fields among the faults, and refused the same way when it comes again. */
    void refuses(Check check, String body, String... fields) {
        section.check(check, () -> {
            String key = newKey();
            Heard answer = section.wire().write(method, path, key, body);
            Refusal.names(answer, fields);
            require(section.wire().write(method, path, key, body).json().equals(answer.json()), Why.OTHER_ANSWER);
        });
    }

    /** The same call about something that nobody has. */
    static void notFound(Section section, String method, String path, String body) {
        section.check(Check.NOT_FOUND, () -> Refusal.is(section.wire().write(method, path, newKey(), body), 404));
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    private Heard accepted(Heard answer) {
        require(answer.status() == expected, Why.STATUS, answer.status(), expected);
        require(answer.json().isObject(), Why.NO_OBJECT);
        require(expected != 201 || answer.header("Location").isPresent(), Why.NO_LOCATION);
        return answer;
    }

    private static void afterwards(boolean accepted) {
        if (!accepted) {
            throw Verdict.skipped(Why.NOT_ACCEPTED);
        }
    }
}
