package nl.opkoers.conformance;

import static nl.opkoers.conformance.Verdict.require;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** A quarter of an hour that is reported, corrected and withdrawn, so that nothing is left of it. */
final class Hours {

    private static final String NO_EMPLOYEE = "conformance";

    private static final String PRACTICE = "MAP-praktijkuren";

    private final Section section;
    private final String path;
    private final LocalDate today;
    private final Optional<JsonNode> dossier;

    /** @param person path of the person */
    Hours(Section section, String person, Optional<JsonNode> dossier) {
        this.section = section;
        this.path = person + "/participatie-uren";
        this.today = LocalDate.now(section.clock().withZone(Dossiers.ZONE));
        this.dossier = dossier;
    }

    void look() {
        Optional<LocalDate> day = dossier.flatMap(this::day);
        if (day.isEmpty()) {
            section.skip(Check.ACCEPTED, Why.NO_DAY);
            return;
        }
        section.about("POST");
        Writing writing = new Writing(section, "POST", path, 201);
        Optional<JsonNode> reported = writing.look(body(day.get(), 15, ""), body(day.get(), 30, ""));
        writing.refuses(Check.BAD_REQUEST, "{\"datum\":\"x\",\"minuten\":7}", "datum", "minuten", "activiteit");
        writing.refuses(Check.FUTURE_REFUSED, body(today.plusDays(2), 15, ""), "datum");
        Reading.noToken(section, "POST", path, body(day.get(), 15, ""));
        section.about("PUT");
        Writing.notFound(section, "PUT", path + "/" + Conformance.nobody(), body(day.get(), 15, ""));
        reported.ifPresentOrElse(first -> correct(first, day.get()), () -> section.skip(Check.CORRECTED, Why.NOT_ACCEPTED));
    }

    private void correct(JsonNode reported, LocalDate day) {
        String one = path + "/" + Wire.segment(reported.path("urenId").asText());
        int version = reported.path("versie").asInt();
        Optional<JsonNode> corrected = new Writing(section, "PUT", one, 200).look(body(day, 30, ""), body(day, 45, ""));
        section.check(Check.CORRECTED, () -> {
            JsonNode now = corrected.orElseThrow(() -> Verdict.skipped(Why.NOT_ACCEPTED));
            require(now.path("versie").asInt() == version + 1, Why.OTHER_VERSION);
            require(now.path("minuten").asInt() == 30 && now.path("urenId").equals(reported.path("urenId")), Why.OTHER_ANSWER);
        });
        section.check(Check.KIND_KEPT, () -> practice(one, day));
        section.check(Check.WITHDRAWN, () -> withdraw(one, day));
    }

    /** Hours without a kind are hours of participation: these are not. */
    private void practice(String one, LocalDate day) throws IOException {
        Heard answer = section.wire().write("PUT", one, Writing.newKey(), body(day, 30, ",\"soort\":\"" + PRACTICE + "\""));
        require(Reading.object(answer).path("soort").asText().equals(PRACTICE), Why.OTHER_ANSWER);
    }

    private void withdraw(String one, LocalDate day) throws IOException {
        Heard answer = section.wire().write("PUT", one, Writing.newKey(), body(day, 30, ",\"ingetrokken\":true"));
        require(Reading.object(answer).path("ingetrokken").asBoolean(), Why.OTHER_ANSWER);
    }

    /** A day on which hours can have been made: after the first plan, within the term. */
    private Optional<LocalDate> day(JsonNode dossier) {
        JsonNode end = dossier.at("/termijn/einddatum");
        JsonNode start = dossier.at("/termijn/startdatum");
        if (!start.isTextual() || !end.isTextual() || LocalDate.parse(start.textValue()).isAfter(today)) {
            return Optional.empty();
        }
        LocalDate lastDay = LocalDate.parse(end.textValue()).minusDays(1);
        return Optional.of(lastDay.isBefore(today) ? lastDay : today);
    }

    private String body(LocalDate day, int minutes, String more) {
        return "{\"datum\":\"" + day + "\",\"minuten\":" + minutes + ",\"activiteit\":\"Taalactiviteit\",\"beoordeeldDoor\":\""
                + section.settings().employee().orElse(NO_EMPLOYEE) + "\",\"beoordeeldOp\":\""
                + Instant.now(section.clock()).truncatedTo(ChronoUnit.DAYS) + "\"" + more + "}";
    }
}
