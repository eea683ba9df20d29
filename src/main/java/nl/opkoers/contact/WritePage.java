package nl.opkoers.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import nl.opkoers.file.LetterField;
import nl.opkoers.file.SentForm;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.Shown;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.contract.Caseload;

/**
 * Where a coach begins a conversation: to tell or ask somebody something who asked nothing. Whether the coach may see this person is
 * asked at every request, of the caseload: so who only answers for a colleague who noted here that they are away finds nothing.
 */
@Path(ConversationsPage.PATH + "/{participant}/" + WritePage.WRITE)
@RolesAllowed(Role.COACH)
@Blocking
class WritePage {

    static final String WRITE = "write";

    private static final String PREVIEW = "preview";

    private final Caseloads caseloads;
    private final Beginnings beginnings;
    private final ConversationAccess access;
    private final Answers answers;
    private final SentForm sent;
    private final KeptForms keptForms;
    private final SignedIn signedIn;

    WritePage(Caseloads caseloads, Beginnings beginnings, ConversationAccess access, Answers answers, SentForm sent, KeptForms keptForms,
            SignedIn signedIn) {
        this.caseloads = caseloads;
        this.beginnings = beginnings;
        this.access = access;
        this.answers = answers;
        this.sent = sent;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance write(Writing it, WriteForm form, LetterField file);

        private Templates() {
        }
    }

    /** The form: empty, or as it was sent when the session had ended. */
    @GET
    @Opens(For.COACH_OF)
    public TemplateInstance form(@PathParam("participant") String participant, @QueryParam(KeptForms.PARAMETER) String kept) {
        Caseload.Member member = member(participant);
        Map<String, String> typed = keptForms.find(me(), kept);
        return typed.isEmpty() ? page(member, WriteForm.empty(), LetterField.empty())
                : page(member, WriteForm.typed(typed), sent.letterOf(key(member), typed));
    }

    /** Begins it; or asks for the places of a standard sentence that was chosen, or shows how it will read. */
    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Opens(For.COACH_OF)
    public Response write(@PathParam("participant") String participant) {
        Caseload.Member member = member(participant);
        Map<String, String> typed = sent.typed();
        LetterField file = sent.letter(key(member));
        if (ActForm.isChoosing(typed)) {
            return Response.ok(page(member, WriteForm.chosen(typed), file)).build();
        }
        WriteForm form = WriteForm.typed(typed).checked(answers.today(), file.kept() != null);
        if (form.isMistaken() || file.wrong() != null) {
            return Response.status(Response.Status.BAD_REQUEST).entity(page(member, form, file)).build();
        }
        return typed.containsKey(PREVIEW) ? Response.ok(preview(member, form, file)).build() : begin(member, form, file);
    }

    private Response begin(Caseload.Member member, WriteForm form, LetterField file) {
        Conversation begun = beginnings.begin(member, form, file.kept()).conversation();
        return Response.seeOther(URI.create(access.onward(begun))).build();
    }

    /** How it will read to the person; nothing is sent yet. */
    private static TemplateInstance preview(Caseload.Member member, WriteForm form, LetterField file) {
        return Templates.write(new Writing(member, form.words().said(WriteForm.reads(member))), form, file);
    }

    private static TemplateInstance page(Caseload.Member member, WriteForm form, LetterField file) {
        return Templates.write(new Writing(member, null), form, file);
    }

    /** Nothing of them is on the page but their name, as in the list of one's people. */
    private Caseload.Member member(String participant) {
        return caseloads.find(participant, Shown.PEOPLE).orElseThrow(NotFoundException::new);
    }

    private ParticipantKey key(Caseload.Member member) {
        return new ParticipantKey(me().municipality(), member.participant());
    }

    private Session me() {
        return signedIn.coach();
    }
}
