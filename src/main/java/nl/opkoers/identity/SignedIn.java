package nl.opkoers.identity;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who is signed in, if anybody. */
@RequestScoped
public class SignedIn {

    private final CurrentIdentityAssociation association;
    private Session known;

    SignedIn(CurrentIdentityAssociation association) {
        this.association = association;
    }

    public Optional<Session> session() {
        if (known == null) {
            known = association.getIdentity().getAttribute(SessionMechanism.SESSION);
        }
        return Optional.ofNullable(known);
    }

    /** As {@link #session}, where nobody may wait for it. */
    public Uni<Optional<Session>> known() {
        return association.getDeferredIdentity().map(identity -> Optional.ofNullable(identity.getAttribute(SessionMechanism.SESSION)));
    }

    /**
     * The participant who is signed in.
     *
     * @throws IllegalStateException when nobody is: a page that asks this has to be closed to others
     */
    public Session participant() {
        return session().filter(Session::participant).orElseThrow(() -> new IllegalStateException("No participant"));
    }

    /**
     * The coach who is signed in.
     *
     * @throws IllegalStateException when none is, in the same way
     */
    public Session coach() {
        return session().filter(Session::coach).orElseThrow(() -> new IllegalStateException("No coach"));
    }
}
