package nl.opkoers.conformance;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** The checks of one resource, with what they need to ask. */
final class Section {

    /** Returns when it is so; a {@link Verdict} says that it is not. */
    interface Question {
        void ask() throws IOException;
    }

    private final String resource;
    private final Wire wire;
    private final Settings settings;
    private final Clock clock;
    private final List<Result> results = new ArrayList<>();
    private String about = "";

    Section(String resource, Wire wire, Settings settings, Clock clock) {
        this.resource = resource;
        this.wire = wire;
        this.settings = settings;
        this.clock = clock;
    }

    Wire wire() {
        return wire;
    }

    Settings settings() {
        return settings;
    }

    Clock clock() {
        return clock;
    }

    List<Result> results() {
        return List.copyOf(results);
    }

    /** From here on it is about this call of the resource. */
    Section about(String call) {
        about = call;
        return this;
    }

    /** Whether it passed. */
    boolean check(Check check, Question question) {
        Outcome outcome = Outcome.PASSED;
        String why = "";
        try {
            question.ask();
        } catch (Verdict verdict) {
            outcome = verdict.outcome();
            why = verdict.getMessage();
        } catch (IOException e) {
            outcome = Outcome.FAILED;
            why = Texts.of(Why.NO_ANSWER, e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            // Its message may hold what was answered.
            outcome = Outcome.FAILED;
            why = Texts.of(Why.NOT_UNDERSTOOD, e.getClass().getSimpleName());
        }
        results.add(new Result(resource, about, check, outcome, why));
        return outcome == Outcome.PASSED;
    }

    /** Only told when there is something to tell. */
    void note(Check check, Why why, Object... arguments) {
        results.add(new Result(resource, about, check, Outcome.NOTED, Texts.of(why, arguments)));
    }

    void skip(Check check, Why why, Object... arguments) {
        check(check, () -> {
            throw Verdict.skipped(why, arguments);
        });
    }

    /** What was read; without it a check is skipped. */
    static JsonNode content(Optional<JsonNode> read) {
        return read.orElseThrow(() -> Verdict.skipped(Why.NOT_READ));
    }
}
