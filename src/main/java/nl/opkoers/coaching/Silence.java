package nl.opkoers.coaching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import nl.opkoers.contact.ContactPreference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When there should have been contact with somebody: as they asked for, and otherwise as the municipality set. */
@ApplicationScoped
class Silence {

    private static final int TWO_MONTHS = 2;

    private final Duration within;
    private final Duration oftenWithin;

    Silence(@ConfigProperty(name = "opkoers.coaching.heard-within") Duration within,
            @ConfigProperty(name = "opkoers.coaching.heard-often-within") Duration oftenWithin) {
        this.within = within;
        this.oftenWithin = oftenWithin;
    }

    /**
     * The day since which there should have been contact.
     *
     * @param wanted {@code null} when the person never said how often
     * @return {@code null} for who only wants contact when they ask for it
     */
    LocalDate heardBy(ContactPreference wanted, LocalDate today) {
        if (wanted == null) {
            return today.minusDays(within.toDays());
        }
        return switch (wanted.frequency()) {
            case AS_OFTEN_AS_POSSIBLE -> today.minusDays(oftenWithin.toDays());
            case EVERY_TWO_MONTHS -> today.minusMonths(TWO_MONTHS);
            case ONLY_WHEN_I_ASK -> null;
        };
    }
}
