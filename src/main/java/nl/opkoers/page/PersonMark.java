package nl.opkoers.page;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * By which a phone tells two people apart without learning who they are: the same for the same participant, of no use
 * elsewhere, and not to be turned back. Templates know it as {@code inject:mark}.
 */
@Named("mark")
@RequestScoped
@Unremovable
public class PersonMark {

    /** Says whose an answer is; in a request, who it has to be that is signed in. */
    public static final String HEADER = "Op-Koers-Person";

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
        return signedIn.session().filter(Session::participant).map(session -> HexFormat.of().formatHex(of("person", session), 0, BYTES));
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
