package nl.opkoers.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import nl.opkoers.notice.SomethingWaits;

/** Lets a person know that somebody who works for the municipality said or did something in a conversation of theirs. */
@ApplicationScoped
class AnswerWaits {

    private final Event<SomethingWaits> waits;

    AnswerWaits(Event<SomethingWaits> waits) {
        this.waits = waits;
    }

    void tell(@Observes TurnTaken taken) {
        if (taken.turn() instanceof Turn.OfStaff) {
            waits.fire(new SomethingWaits(taken.after().key(), taken.turn().id()));
        }
    }
}
