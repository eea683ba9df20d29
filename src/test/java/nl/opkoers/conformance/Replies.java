package nl.opkoers.conformance;

import static nl.opkoers.conformance.Verdict.require;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** What a person lets know about something in the agenda. It ends with a confirmation, as if nothing was said before. */
final class Replies {

    private static final int MOST_DAYS = 400;
    private static final Duration TIME_ENOUGH = Duration.ofHours(1);

    private final Section section;
    private final String person;
    private final LocalDate today;
    private JsonNode item;

    /** @param person path of the person */
    Replies(Section section, String person) {
        this.section = section;
        this.person = person;
        this.today = LocalDate.now(section.clock().withZone(Dossiers.ZONE));
    }

    void look() {
        if (!section.check(Check.ANSWERS, () -> item = item().orElseThrow(() -> Verdict.skipped(Why.NO_ITEM)))) {
            return;
        }
        int version = item.path("versie").asInt();
        String path = person + "/agenda/" + Wire.segment(item.path("id").asText());
        String only = "{\"versie\":" + version + "}";
        String outdated = "{\"versie\":" + (version + 1) + "}";
        decline(path, version, outdated);
        move(path, version, outdated);
        section.about("_bevestig");
        Reading.noToken(section, "POST", path + "/_bevestig", only);
        Writing.notFound(section, "POST", person + "/agenda/" + Conformance.nobody() + "/_bevestig", only);
        Optional<JsonNode> confirmed = new Writing(section, "POST", path + "/_bevestig", 200).look(only, outdated);
        section.check(Check.OUTDATED, () -> Refusal.conflict(
                section.wire().write("POST", path + "/_bevestig", Writing.newKey(), outdated), "versie-verouderd"));
        section.check(Check.VERSION_STAYS, () -> require(
                taken(confirmed).path("versie").asInt() == version && taken(confirmed).at("/reactie/versie").asInt() == version,
                Why.OTHER_VERSION));
        section.check(Check.SHOWN, () -> shown(taken(confirmed)));
    }

    private void decline(String path, int version, String outdated) {
        section.about("_afmelden");
        Writing writing = new Writing(section, "POST", path + "/_afmelden", 200);
        writing.look("{\"versie\":" + version + ",\"reden\":\"Anders\"}", outdated);
        writing.refuses(Check.BAD_REQUEST, "{\"versie\":0,\"toelichting\":\"" + "x".repeat(501) + "\"}", "versie", "toelichting");
    }

    private void move(String path, int version, String outdated) {
        section.about("_verzet");
        Instant wish = Instant.now(section.clock()).truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(14));
        Writing writing = new Writing(section, "POST", path + "/_verzet", 200);
        writing.look("{\"versie\":" + version + ",\"voorstellen\":[{\"begin\":\"" + wish + "\",\"einde\":\""
                + wish.plus(Duration.ofHours(1)) + "\"}]}", outdated);
        writing.refuses(Check.BAD_REQUEST, "{\"versie\":0,\"voorstellen\":[]}", "versie", "voorstellen");
    }

    private void shown(JsonNode confirmed) throws IOException {
        JsonNode shown = agenda().stream().filter(this::isWanted).findFirst().orElseThrow(() -> Verdict.failed(Why.NOT_SHOWN));
        require(shown.at("/reactie/soort").asText().equals("Bevestigd")
                && shown.at("/reactie/versie").equals(confirmed.at("/reactie/versie")), Why.NOT_SHOWN);
    }

    private boolean isWanted(JsonNode candidate) {
        return candidate.path("id").equals(item.path("id"));
    }

    /** The one that is named, or the first that can be replied to. */
    private Optional<JsonNode> item() throws IOException {
        Instant soon = Instant.now(section.clock()).plus(TIME_ENOUGH);
        Optional<String> named = section.settings().item();
        return agenda().stream().filter(one -> named.isPresent() ? one.path("id").asText().equals(named.get())
                : !one.path("status").asText().equals("Vervallen") && Agendas.begin(one).toInstant().isAfter(soon)).findFirst();
    }

    private List<JsonNode> agenda() throws IOException {
        return Agendas.items(Reading.object(section.wire().get(
                person + "/agenda" + Agendas.between(today, today.plusDays(MOST_DAYS)))));
    }

    private static JsonNode taken(Optional<JsonNode> answer) {
        return answer.orElseThrow(() -> Verdict.skipped(Why.NOT_ACCEPTED));
    }
}
