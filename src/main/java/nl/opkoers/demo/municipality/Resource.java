package nl.opkoers.demo.municipality;

import java.util.Optional;
import java.util.stream.Stream;

/** The resources of the municipal API, named for switching faults on each. */
public enum Resource {

    SEARCH("zoek"),
    PARTICIPANT("inburgeraar"),
    MUNICIPALITY("gemeente");

    private final String wireName;

    Resource(String wireName) {
        this.wireName = wireName;
    }

    static Optional<Resource> named(String wireName) {
        return Stream.of(values()).filter(resource -> resource.wireName.equals(wireName)).findFirst();
    }
}
