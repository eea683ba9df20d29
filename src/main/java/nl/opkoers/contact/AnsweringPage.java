package nl.opkoers.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.contact.ActForm.Act;
import nl.opkoers.file.LetterField;
import nl.opkoers.file.SentForm;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Shown;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.page.Ids;

/**
 * Where a coach reads a conversation and answers. Whether they may read this one is asked at every request; who may not finds
 * nothing, whether there is anything or not.
 */
@Path(ConversationsPage.PATH + "/{participant}/{id}")
@RolesAllowed(Role.COACH)
@Blocking
class AnsweringPage {

    private static final String STEP = "{act:refer|close|remind}";
    private static final String PREVIEW = "preview";
    private static final int CONFLICT = 409;
    private static final int BAD_REQUEST = 400;

    private final ConversationAccess access;
    private final AnsweringViews views;
    private final Answers answers;
    private final ConversationFiles files;
    private final SentForm sent;
    private final KeptForms keptForms;
    private final SignedIn signedIn;

    AnsweringPage(ConversationAccess access, AnsweringViews views, Answers answers, ConversationFiles files, SentForm sent,
            KeptForms keptForms, SignedIn signedIn) {
        this.access = access;
        this.views = views;
        this.answers = answers;
        this.files = files;
        this.sent = sent;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance answering(Answering it, ActForm form, LetterField file, boolean late);

        private Templates() {
        }
    }

    /**
     * The conversation, its last turns. Reading its end counts as having seen it.
     *
     * @param before the position of a turn: then those before it
     * @param kept   an answer that was kept because the session had ended
     */
    @GET
    @Opens(For.READER_OF)
    public TemplateInstance read(@PathParam("participant") String participant, @PathParam("id") String id,
            @QueryParam("before") String before, @QueryParam(KeptForms.PARAMETER) String kept) {
        Conversation conversation = find(participant, id);
        if (before == null) {
            answers.seen(conversation, conversation.standing().turns());
        }
        if (kept != null) {
            return kept(conversation, Act.ANSWER, kept);
        }
        return Templates.answering(views.of(conversation, position(before)), ActForm.none(), LetterField.empty(), false);
    }

    private static int position(String before) {
        return before != null && before.matches("\\d{1,9}") ? Integer.parseInt(before) : Integer.MAX_VALUE;
    }

    /** The same page: where a form leads that was kept. */
    @GET
    @Path(STEP)
    @Opens(For.READER_OF)
    public TemplateInstance form(@PathParam("participant") String participant, @PathParam("id") String id, @PathParam("act") String act,
            @QueryParam(KeptForms.PARAMETER) String kept) {
        return kept(find(participant, id), act(act), kept);
    }

    private TemplateInstance kept(Conversation conversation, Act act, String kept) {
        Map<String, String> typed = keptForms.find(signedIn.session().orElseThrow(), kept);
        return typed.isEmpty() ? page(conversation, ActForm.none(), LetterField.empty(), false)
                : page(conversation, ActForm.typed(act, typed), sent.letterOf(conversation.key(), typed), false);
    }

    /** Answers; or asks for the places of a standard sentence that was chosen, or shows how the answer will read. */
    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Opens(For.READER_OF)
    public Response answer(@PathParam("participant") String participant, @PathParam("id") String id) {
        Conversation conversation = find(participant, id);
        LetterField file = sent.letter(conversation.key());
        if (ActForm.isChoosing(sent.typed())) {
            return Response.ok(page(conversation, ActForm.chosen(sent.typed()), file, false)).build();
        }
        ActForm filled = ActForm.typed(Act.ANSWER, sent.typed()).checked(answers.today(), file.kept() != null);
        if (!filled.isMistaken() && file.wrong() == null && sent.typed().containsKey(PREVIEW)) {
            return Response.ok(preview(conversation, filled, file)).build();
        }
        return file.wrong() == null ? take(conversation, filled, file) : answer(BAD_REQUEST, page(conversation, filled, file, false));
    }

    /** Sends on, closes or reminds. */
    @POST
    @Path(STEP)
    @Opens(For.READER_OF)
    public Response step(@PathParam("participant") String participant, @PathParam("id") String id, @PathParam("act") String act) {
        ActForm form = ActForm.typed(act(act), sent.typed());
        UUID known = Ids.of(id).orElseThrow(NotFoundException::new);
        Optional<Conversation> readable = access.find(participant, known);
        if (access.took(participant, known, form.turn(null))) {
            // A second tap may not be able to say any more what the first one did, such as send to who looks at what a colleague has.
            return readable.map(this::onward).orElseGet(() -> Response.seeOther(URI.create(ConversationsPage.PATH)).build());
        }
        return take(readable.orElseThrow(NotFoundException::new), form.checked(answers.today(), false), LetterField.empty());
    }

    private Response take(Conversation conversation, ActForm form, LetterField file) {
        if (form.isMistaken()) {
            return answer(BAD_REQUEST, page(conversation, form, file, false));
        }
        Spoken spoken = answers.take(conversation, form, file.kept());
        return switch (spoken.outcome()) {
            case DONE, AGAIN -> onward(spoken.conversation());
            case OVERTAKEN -> answer(CONFLICT, page(spoken.conversation(), form, file, true));
            case ABSENT, MANYTODAY -> throw new NotFoundException();
        };
    }

    private Response onward(Conversation after) {
        return Response.seeOther(URI.create(access.onward(after))).build();
    }

    /** How an answer will read to the person; nothing is sent yet. */
    private TemplateInstance preview(Conversation conversation, ActForm form, LetterField file) {
        Answering it = views.of(conversation, Integer.MAX_VALUE);
        return Templates.answering(it.with(form.said(it.reads())), form, file, false);
    }

    /** Where the button leads for who comes back because their session had ended. */
    @GET
    @Path("forget")
    @Opens(For.READER_OF)
    public Response notForgotten(@PathParam("participant") String participant, @PathParam("id") String id) {
        return onward(find(participant, id));
    }

    /** Takes a reminder away. */
    @POST
    @Path("forget")
    @Opens(For.READER_OF)
    public Response forget(@PathParam("participant") String participant, @PathParam("id") String id) {
        Conversation conversation = find(participant, id);
        answers.forget(conversation);
        return onward(conversation);
    }

    /** A file that went along. */
    @GET
    @Path("files/{file}")
    @Opens(For.READER_OF)
    public Response file(@PathParam("participant") String participant, @PathParam("id") String id, @PathParam("file") String file,
            RoutingContext context) {
        return files.of(find(participant, id, Shown.FILE), file, context);
    }

    private TemplateInstance page(Conversation conversation, ActForm form, LetterField file, boolean late) {
        return Templates.answering(views.of(conversation, Integer.MAX_VALUE), form, file, late);
    }

    private Conversation find(String participant, String id) {
        return find(participant, id, Shown.CONVERSATION);
    }

    private Conversation find(String participant, String id, Shown shown) {
        return Ids.of(id).flatMap(known -> access.find(participant, known, shown)).orElseThrow(NotFoundException::new);
    }

    private static Act act(String name) {
        return Act.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Response answer(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }
}
