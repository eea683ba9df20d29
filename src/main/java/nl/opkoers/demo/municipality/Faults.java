package nl.opkoers.demo.municipality;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which resources go wrong, and how. Nothing goes wrong until told. */
public final class Faults {

    private final Map<Resource, Fault> active = new ConcurrentHashMap<>();

    /** Lets every coming call to this resource go wrong in this way. */
    public void set(Resource resource, Fault fault) {
        active.put(resource, fault);
    }

    /** Makes everything go well again. */
    public void clear() {
        active.clear();
    }

    /** Exactly these faults, no others. */
    void replace(Map<Resource, Fault> faults) {
        active.keySet().retainAll(faults.keySet());
        active.putAll(faults);
    }

    /** What goes wrong now; empty when nothing was told. */
    Optional<Fault> on(Resource resource) {
        return Optional.ofNullable(active.get(resource));
    }
}
