package nl.opkoers.conformance;

/**
 * What came of one check.
 *
 * @param resource what was asked, as in the contract
 * @param about    which call of the resource it is about; empty when there is only one
 * @param why      why it did not pass, without any value from an answer; empty when it did
 */
public record Result(String resource, String about, Check check, Outcome outcome, String why) {

    /** Whatever a municipality uses as the name of a field: digits in a row never get into the report. */
    private static final String MANY_DIGITS = "\\d{7,}";

    public Result {
        why = why.replaceAll(MANY_DIGITS, "...");
    }

    /** One line of the report. */
    String line() {
        String what = (about.isEmpty() ? "" : about + ": ") + Texts.of(check);
        return why.isEmpty() ? Texts.of("line." + outcome, what) : Texts.of("line.why." + outcome, what, why);
    }
}
