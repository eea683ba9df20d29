package nl.opkoers.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import nl.opkoers.language.Dates;

/** The one clock: in the time of the people who read it, whatever the host's zone. */
class Time {

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.system(Dates.AMSTERDAM);
    }
}
