package nl.opkoers.agenda;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import nl.opkoers.identity.SignedIn;

/**
 * The talk that the participant who is signed in asked for before that began a conversation. Templates know it as {@code inject:talk};
 * read once for a page.
 */
@Named("talk")
@RequestScoped
@Unremovable
public class MyTalk {

    private final SignedIn signedIn;
    private final Talks talks;
    private Optional<AskedTalk> latest;

    MyTalk(SignedIn signedIn, Talks talks) {
        this.signedIn = signedIn;
        this.talks = talks;
    }

    /** What I asked for last; {@code null} when nothing lately. */
    public AskedTalk getLatest() {
        if (latest == null) {
            latest = talks.mine(signedIn.participant().key());
        }
        return latest.orElse(null);
    }

    /** Whether I wait for an answer: then there is nothing to ask for. */
    public boolean isOpen() {
        return getLatest() != null && getLatest().isOpen();
    }
}
