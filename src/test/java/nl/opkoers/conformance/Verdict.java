package nl.opkoers.conformance;

/** Ends a check that did not pass. */
final class Verdict extends RuntimeException {

    private final transient Outcome outcome;

    private Verdict(Outcome outcome, Why why, Object... arguments) {
        super(Texts.of(why, arguments), null, false, false);
        this.outcome = outcome;
    }

    static Verdict failed(Why why, Object... arguments) {
        return new Verdict(Outcome.FAILED, why, arguments);
    }

    static Verdict skipped(Why why, Object... arguments) {
        return new Verdict(Outcome.SKIPPED, why, arguments);
    }

    static Verdict noted(Why why, Object... arguments) {
        return new Verdict(Outcome.NOTED, why, arguments);
    }

    /** @throws Verdict unless it is so */
    static void require(boolean so, Why why, Object... arguments) {
        if (!so) {
            throw failed(why, arguments);
        }
    }

    Outcome outcome() {
        return outcome;
    }
}
