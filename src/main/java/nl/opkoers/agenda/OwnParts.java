package nl.opkoers.agenda;

import jakarta.enterprise.context.RequestScoped;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.SignedIn;

/** What the participant who is signed in adds to their agenda themselves. */
@RequestScoped
class OwnParts {

    private final SignedIn signedIn;
    private final Replies replies;
    private final SeenItems seen;
    private final WorkPatterns work;

    OwnParts(SignedIn signedIn, Replies replies, SeenItems seen, WorkPatterns work) {
        this.signedIn = signedIn;
        this.replies = replies;
        this.seen = seen;
        this.work = work;
    }

    Own mine() {
        ParticipantKey key = signedIn.participant().key();
        return new Own(replies.mine(key), seen.mine(key), work.mine(key));
    }
}
