package nl.opkoers.demo.municipality;

import java.util.Optional;
import java.util.stream.Stream;

/** The resources of the municipal API, named for switching faults on each. */
public enum Resource {

    SEARCH("zoek"),
    PARTICIPANT("inburgeraar"),
    MUNICIPALITY("gemeente"),
    AGENDA("agenda"),
    AGENDA_REPLY("agenda-reactie"),
    PARTICIPATION_HOURS("participatie-uren"),
    HELP_REQUESTS("hulpvragen"),
    CONTACTS("klantcontacten"),
    EVENTS("gebeurtenissen"),
    PROVIDERS("aanbieders"),
    OFFER_REPORTS("aanbodmeldingen"),
    INFORMAL_OFFER("informeel-aanbod"),
    STAFF("medewerkers");

    private final String wireName;

    Resource(String wireName) {
        this.wireName = wireName;
    }

    /** What it is called when its faults are switched. */
    String wireName() {
        return wireName;
    }

    static Optional<Resource> named(String wireName) {
        return Stream.of(values()).filter(resource -> resource.wireName.equals(wireName)).findFirst();
    }
}
