package nl.opkoers.identity;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * By which a phone, or a form, tells two people apart without learning who they are: the same for the same person in each of
 * their sessions, of no use elsewhere, and not to be turned back. Templates know it as {@code inject:mark}.
 */
@Named("mark")
@ApplicationScoped
@Unremovable
public class PersonMark {

    /** Says whose an answer is; in a request, who it has to be that is signed in. */
    public static final String HEADER = "Op-Koers-Person";

    /** The field of a form that says for whom its page was made. */
    public static final String FIELD = "whose";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 12;

    private final SignedIn signedIn;
    private final String secret;

    PersonMark(SignedIn signedIn, @ConfigProperty(name = "opkoers.session.secret") String secret) {
        this.signedIn = signedIn;
        this.secret = secret;
    }

    /** The mark of the participant who is signed in; empty when none is. */
    public Optional<String> current() {
        return signedIn.session().filter(Session::participant).map(this::of);
    }

    /** The mark of whoever is signed in, for the forms of their pages; empty when nobody is. */
    public Optional<String> ofForms() {
        return signedIn.session().map(this::of);
    }

    /** The mark of whose session this is: a participant's is never an employee's. */
    public String of(Session session) {
        return HexFormat.of().formatHex(of(session.participant() ? "person" : "staff", session), 0, BYTES);
    }

    /**
     * Whether a form comes from a page that was made for somebody else than whose session this is. One without a mark does not:
     * what is to be stopped here is a page of ours that stayed on a screen, and every form on such a page bears one, which tests
     * see to. Without a mark come a page of the version before, a script that tells what was seen and no words, and what no
     * page of ours has sent; the pages of others are stopped by the token of forms.
     *
     * @param said what stood in {@link #FIELD}; {@code null} when the form has none
     */
    public boolean isOfAnother(String said, Session session) {
        return said != null && !said.equals(of(session));
    }

    /**
     * The key by which a phone locks what this participant wrote and did not send yet: 256 bits in Base64. It is told to them
     * alone, while they are signed in; without it nobody can read what stayed on the phone.
     *
     * @throws IllegalStateException when no participant is signed in
     */
    public String getKey() {
        return Base64.getEncoder().encodeToString(of("unsent", signedIn.participant()));
    }

    private byte[] of(String purpose, Session session) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal((purpose + " " + session.municipality() + " " + session.person()).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
