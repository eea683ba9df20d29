package nl.opkoers.page;

import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * By which a phone tells two people apart without learning who they are: the same for the same participant, of no use
 * elsewhere, and not to be turned back.
 */
@RequestScoped
class PersonMark {

    static final String HEADER = "Op-Koers-Person";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 12;

    private final SignedIn signedIn;
    private final String secret;

    PersonMark(SignedIn signedIn, @ConfigProperty(name = "opkoers.session.secret") String secret) {
        this.signedIn = signedIn;
        this.secret = secret;
    }

    /** The mark of the participant who is signed in; empty when none is. */
    Optional<String> current() {
        return signedIn.session().filter(Session::participant).map(this::of);
    }

    private String of(Session session) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] mark = mac.doFinal(("person " + session.municipality() + " " + session.person()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mark, 0, BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
