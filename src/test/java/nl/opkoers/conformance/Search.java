package nl.opkoers.conformance;

import static nl.opkoers.conformance.Verdict.require;

import java.io.IOException;
import java.util.Optional;

/** Looking somebody up: the only call that carries a number. */
final class Search {

    /** Well-formed, and nobody's. */
    private static final String NOBODY = "{\"vNummer\":\"0000000000\"}";
    /** Nine digits that fail the eleven-test. */
    private static final String BAD_BSN = "123456780";
    private static final String TWO_BAD_NUMBERS = "{\"bsn\":\"" + BAD_BSN + "\",\"vNummer\":\"12345\"}";

    private final Section section;
    private String found;

    Search(Section section) {
        this.section = section;
    }

    /** The id of the test person; empty when that person is not found. */
    Optional<String> look() {
        Optional<String> number = section.settings().person().number();
        if (number.isPresent()) {
            section.check(Check.ANSWERS, () -> found = find());
            section.check(Check.SAME_ID, () -> require(find().equals(read()), Why.OTHER_ID));
            section.check(Check.OPAQUE_ID, () -> require(!read().contains(number.get()), Why.ID_HOLDS_NUMBER));
        } else {
            section.skip(Check.ANSWERS, Why.NO_NUMBER_GIVEN, Settings.PREFIX + "BSN", Settings.PREFIX + "VNUMMER");
        }
        section.check(Check.NOT_FOUND, () -> Refusal.is(section.wire().search(NOBODY), 404));
        section.check(Check.BAD_REQUEST, this::badRequest);
        Reading.noToken(section, "POST", "/v1/inburgeraars/_zoek", NOBODY);
        return section.settings().person().id().or(() -> Optional.ofNullable(found));
    }

    private String find() throws IOException {
        Settings.Person person = section.settings().person();
        String field = person.bsn().isPresent() ? "bsn" : "vNummer";
        Heard answer = section.wire().search("{\"" + field + "\":\"" + person.number().orElseThrow() + "\"}");
        String id = Reading.object(answer).path("id").asText();
        require(!id.isEmpty(), Why.BROKEN_AT, "/id");
        return id;
    }

    private String read() {
        return Optional.ofNullable(found).orElseThrow(() -> Verdict.skipped(Why.NOT_READ));
    }

    private void badRequest() throws IOException {
        Heard answer = section.wire().search(TWO_BAD_NUMBERS);
        Refusal.names(answer, "bsn", "vNummer");
        require(!answer.body().contains(BAD_BSN), Why.NUMBER_REPEATED);
    }
}
