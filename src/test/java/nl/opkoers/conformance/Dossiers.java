package nl.opkoers.conformance;

import static nl.opkoers.conformance.Verdict.require;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

/** The dossier, and whether DUO would accept what it says. */
final class Dossiers {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final Section section;
    private final String path;

    /** @param path of the person */
    Dossiers(Section section, String path) {
        this.section = section;
        this.path = path;
    }

    Optional<JsonNode> look() {
        Optional<JsonNode> read = Reading.tagged(section, path);
        Reading.notFound(section, "/v1/inburgeraars/" + Conformance.nobody());
        section.check(Check.SAME_PERSON, () -> require(
                path.endsWith("/" + Wire.segment(Section.content(read).path("id").asText())), Why.OTHER_PERSON));
        rule(Check.LEVEL_ON_ROUTE, read, "/pip", DuoRules::levelsNotOnTheirRoute);
        rule(Check.LEVEL_ON_FIRST_PIP, read, "/pip", DuoRules::levelsNotOnAFirstPip);
        rule(Check.INTENSITY, read, "/pip", DuoRules::intensities);
        rule(Check.PIP_ORDER, read, "/pip", DuoRules::pipsOutOfOrder);
        rule(Check.TERM, read, "/termijn", DuoRules::term);
        rule(Check.PARTS_ON_ROUTE, read, "/pip", DuoRules::partsNotOnTheRoute);
        rule(Check.COMPLETION, read, "/pip", DuoRules::completions);
        return read;
    }

    private void rule(Check check, Optional<JsonNode> read, String part, Function<DuoRules, List<String>> rule) {
        section.check(check, () -> {
            JsonNode dossier = Section.content(read);
            if (!dossier.at(part).isObject()) {
                throw Verdict.skipped(Why.NO_SUCH_PART, part);
            }
            List<String> broken = rule.apply(new DuoRules(dossier, LocalDate.now(section.clock().withZone(ZONE))));
            require(broken.isEmpty(), Why.BROKEN_AT, String.join(", ", broken));
        });
    }
}
