package nl.opkoers.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import nl.opkoers.language.Dates;
import nl.opkoers.law.WorkingDays;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.contract.Municipality;

/** How soon the municipality promises an answer. */
@ApplicationScoped
class AnswerPromise {

    private final Municipalities municipalities;
    private final Clock clock;

    AnswerPromise(Municipalities municipalities, Clock clock) {
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** The day before which it promises one from today; {@code null} when it promises none, or that is not known. */
    LocalDate before() {
        return WorkingDays.before(Dates.today(clock), municipalities.here().known().map(Municipality::answerPromiseWorkingDays).orElse(null));
    }
}
