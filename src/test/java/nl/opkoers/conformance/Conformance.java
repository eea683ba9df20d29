package nl.opkoers.conformance;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Asks a municipality everything that the contract promises, and tells what came of each check. Nothing is sent unless
 * the settings allow it.
 */
public final class Conformance {

    private final Settings settings;
    private final Clock clock;
    private final Wire wire;
    private final List<Result> results = new ArrayList<>();

    private Conformance(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.wire = new Wire(settings);
    }

    /** Never fails by what a municipality answers: that becomes a result. */
    public static List<Result> of(Settings settings, Clock clock) {
        return new Conformance(settings, clock).ask();
    }

    private List<Result> ask() {
        Keys keys = new Keys();
        look("openapi.json", Offers::document);
        look("inburgeraars/_zoek", section -> keys.person = new Search(section).look());
        look("gemeente", section -> Reading.tagged(section, "/v1/gemeente"));
        forPerson("inburgeraars/{id}", keys, (section, person) -> keys.dossier = new Dossiers(section, person).look());
        forPerson("inburgeraars/{id}/agenda", keys, (section, person) -> new Agendas(section, person).look());
        look("aanbieders", Offers::providers);
        look("informeel-aanbod", section -> Reading.tagged(section, "/v1/informeel-aanbod"));
        look("medewerkers/{id}/inburgeraars", Offers::caseload);
        write("inburgeraars/{id}/agenda/{itemId}", keys, (section, person) -> new Replies(section, person).look());
        write("inburgeraars/{id}/participatie-uren", keys,
                (section, person) -> new Hours(section, person, keys.dossier).look());
        write("inburgeraars/{id}/hulpvragen", keys, Contacts::helpRequest);
        write("inburgeraars/{id}/klantcontacten", keys, Contacts::contact);
        write("aanbieders/{id}/meldingen", section -> Offers.report(section, "/v1/aanbieders", "aanbieders"));
        write("informeel-aanbod/{id}/meldingen", section -> Offers.report(section, "/v1/informeel-aanbod", "plekken"));
        // Last: what was sent has given it something to tell.
        look("gebeurtenissen", section -> new Events(section).look());
        return List.copyOf(results);
    }

    private void look(String resource, Consumer<Section> checks) {
        Section section = new Section(resource, wire, settings, clock);
        checks.accept(section);
        Overall.look(section);
        results.addAll(section.results());
    }

    private interface PersonChecks {
        void look(Section section, String person);
    }

    private void forPerson(String resource, Keys keys, PersonChecks checks) {
        look(resource, section -> keys.person.ifPresentOrElse(
                person -> checks.look(section, "/v1/inburgeraars/" + Wire.segment(person)),
                () -> section.skip(Check.ANSWERS, Why.PERSON_NOT_FOUND)));
    }

    private void write(String resource, Keys keys, PersonChecks checks) {
        if (settings.write()) {
            forPerson(resource, keys, checks);
        } else {
            look(resource, Conformance::notSent);
        }
    }

    private void write(String resource, Consumer<Section> checks) {
        look(resource, settings.write() ? checks : Conformance::notSent);
    }

    private static void notSent(Section section) {
        section.skip(Check.ACCEPTED, Why.WRITES_OFF, Settings.PREFIX + "WRITE");
    }

    /** Something that nobody has. */
    static String nobody() {
        return UUID.randomUUID().toString();
    }

    /** What one resource tells another. */
    private static final class Keys {
        private Optional<String> person = Optional.empty();
        private Optional<JsonNode> dossier = Optional.empty();
    }
}
