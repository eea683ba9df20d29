package nl.opkoers.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import nl.opkoers.dossier.DossierTold;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Contacts;

/** Hears from dossiers who is somebody's contact, so that a new one is announced where questions are open, and says when they are answered. */
@ApplicationScoped
class NewContact {

    private final Conversations conversations;
    private final AnswerPromise promise;
    private final Clock clock;

    NewContact(Conversations conversations, AnswerPromise promise, Clock clock) {
        this.conversations = conversations;
        this.promise = promise;
        this.clock = clock;
    }

    void hear(@Observes DossierTold told) {
        Contacts contacts = told.dossier().contacts();
        if (contacts != null) {
            contacts.on(Dates.today(clock)).stream()
                    .filter(Contacts.Contact::canAnswerForPlan).flatMap(contact -> Conversation.Contact.of(contact).stream()).findFirst()
                    .ifPresent(contact -> conversations.contactIs(told.key(), contact, promise.before()));
        }
    }
}
