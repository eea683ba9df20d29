package nl.opkoers.municipality;

import java.time.Instant;
import java.util.Optional;

/** Nothing can be told to the municipality now, whatever it is: it does not answer, or it asks not to be called. */
class MunicipalityAway extends MunicipalityUnreachable {

    private static final long serialVersionUID = 1L;

    private final transient Instant notBefore;

    MunicipalityAway(String what, Throwable cause) {
        super(what, cause);
        notBefore = null;
    }

    MunicipalityAway(String what, Optional<Instant> notBefore) {
        super(what);
        this.notBefore = notBefore.orElse(null);
    }

    /** When it may be called again, if it said so. */
    Optional<Instant> notBefore() {
        return Optional.ofNullable(notBefore);
    }
}
