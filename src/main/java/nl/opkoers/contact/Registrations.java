package nl.opkoers.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.Outbox;
import nl.opkoers.municipality.Outgoing;
import nl.opkoers.scope.Scope;

/**
 * Lets the municipality register that somebody asked for help, and that there was contact: the subject and the language,
 * never what was said (and of what is nobody's business, or private, not even the subject).
 */
@ApplicationScoped
class Registrations {

    private final Outbox outbox;

    Registrations(Outbox outbox) {
        this.outbox = outbox;
    }

    void register(@Observes TurnTaken taken) {
        if (taken.turn() instanceof Turn.Said && taken.after().standing().turns() == 1) {
            outbox.add(asked(taken.after()));
        } else if (taken.turn() instanceof Turn.Answered answer) {
            // One a day: however often they write to each other, it is one contact.
            // What else the person sent is not for who only answers this.
            Scope.portal(() -> outbox.add(contact(taken.after(), answer)));
        }
    }

    private static Outgoing asked(Conversation conversation) {
        Opening opening = conversation.opening();
        return Outgoing.helpRequest(conversation.key().municipality(), conversation.key().participant(), opening.id(),
                opening.about(), opening.urgent(), opening.language(), opening.interpreter() ? opening.language() : null, opening.at(),
                conversation.standing().answerBefore());
    }

    private static Outgoing contact(Conversation conversation, Turn.Answered answer) {
        LocalDate day = Dates.dayOf(answer.at());
        UUID once = UUID.nameUUIDFromBytes((conversation.opening().id() + " " + day).getBytes(StandardCharsets.UTF_8));
        return Outgoing.contact(conversation.key().municipality(), conversation.key().participant(), once,
                conversation.opening().about(), conversation.opening().language(), answer.at(), answer.by());
    }
}
