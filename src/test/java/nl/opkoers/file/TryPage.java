package nl.opkoers.file;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;

/** A form with a picture that only tells what it was sent, as far as tests need to know. */
@Path("/hours/try")
@RolesAllowed(Role.PARTICIPANT)
@Produces(MediaType.TEXT_PLAIN)
@Blocking
class TryPage {

    private final SignedIn signedIn;
    private final SentForm sent;
    private final KeptForms keptForms;

    TryPage(SignedIn signedIn, SentForm sent, KeptForms keptForms) {
        this.signedIn = signedIn;
        this.sent = sent;
        this.keptForms = keptForms;
    }

    @POST
    public String send() {
        ParticipantKey key = signedIn.participant().key();
        PictureField field = sent.picture(key);
        return told(sent.typed(), field);
    }

    @POST
    @Path("letter")
    public String letter() {
        LetterField field = sent.letter(signedIn.participant().key());
        return told(sent.typed(), new PictureField(field.next(), field.kept(), null)) + "\nwrong=" + field.wrong();
    }

    @GET
    public String again(@QueryParam(KeptForms.PARAMETER) String kept) {
        Map<String, String> typed = keptForms.find(signedIn.participant(), kept);
        return told(typed, PictureField.ofKept(typed));
    }

    private static String told(Map<String, String> typed, PictureField field) {
        return "note=" + new TreeMap<>(typed).get("note") + "\nkept=" + field.kept() + "\nrefusal=" + field.refusal();
    }
}
