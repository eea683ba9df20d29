package nl.opkoers.contact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.file.LetterField;
import nl.opkoers.file.PictureField;
import nl.opkoers.file.SentForm;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Limit;
import nl.opkoers.identity.Limited;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.page.Ids;

/** One conversation of mine: what was said and done, who has it, and where I say more. */
@Path("/messages/{id: " + Ids.PATTERN + "}")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class ThreadPage {

    static final String TEXT = "text";

    private final MyThread thread;
    private final Conversations conversations;
    private final ConversationFiles files;
    private final Drafts drafts;
    private final SentForm sent;
    private final KeptForms keptForms;
    private final SignedIn signedIn;
    private final PageLanguage pageLanguage;
    private final Clock clock;

    ThreadPage(MyThread thread, Conversations conversations, ConversationFiles files, Drafts drafts, SentForm sent,
            KeptForms keptForms, SignedIn signedIn, PageLanguage pageLanguage, Clock clock) {
        this.thread = thread;
        this.conversations = conversations;
        this.files = files;
        this.drafts = drafts;
        this.sent = sent;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
        this.pageLanguage = pageLanguage;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance thread(MyThread.Shown shown, ThreadReply reply, boolean sent);

        private Templates() {
        }
    }

    /** Where a conversation is read. */
    static String address(UUID id) {
        return "/messages/" + id;
    }

    /**
     * The conversation. Reading its end counts as having seen it; that a browser fetches it beforehand does not.
     *
     * @param before the position before which turns are wanted; none for the last ones
     * @param sent   whether it was begun just now
     */
    @GET
    @Opens(For.OWNER)
    public TemplateInstance read(@PathParam("id") String id, @QueryParam("before") Integer before, @QueryParam("sent") String sent,
            @QueryParam(KeptForms.PARAMETER) String kept, @Context HttpHeaders headers) {
        Conversation conversation = found(id);
        if (before == null && isLookedAt(headers)) {
            thread.see(conversation, conversation.standing().turns());
        }
        return page(conversation, before, reply(conversation, kept), sent != null);
    }

    /** What was typed when the session had ended is a draft from then on. */
    private ThreadReply reply(Conversation conversation, String kept) {
        String about = conversation.opening().id().toString();
        Map<String, String> late = keptForms.find(me(), kept);
        Map<String, String> typed = late.isEmpty() ? drafts.find(me(), about) : drafts.keepReply(me(), about, late);
        keptForms.forget(me(), kept);
        return typed.isEmpty() ? ThreadReply.empty()
                : ThreadReply.of(typed.getOrDefault(TEXT, ""), sent.letterOf(me().key(), typed), typed.getOrDefault(Drafts.KEPT_BY, ""));
    }

    /** A browser that fetches beforehand, or for a script, says so (Fetch Metadata, W3C). */
    private static boolean isLookedAt(HttpHeaders headers) {
        String purpose = headers.getHeaderString("Sec-Purpose");
        String mode = headers.getHeaderString("Sec-Fetch-Mode");
        return purpose == null && headers.getHeaderString("Purpose") == null && (mode == null || mode.equals("navigate"));
    }

    /** Says something more, which opens it again when it was closed. */
    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Opens(For.OWNER)
    public Response say(@PathParam("id") String id) {
        Conversation conversation = found(id);
        Map<String, String> typed = sent.typed();
        UUID form = Ids.of(typed.get("id")).orElseThrow(BadRequestException::new);
        ThreadReply reply = new ThreadReply(form, typed.getOrDefault(TEXT, ""), sent.letter(me().key()),
                typed.getOrDefault(Drafts.DRAFT, ""), null);
        String about = conversation.opening().id().toString();
        if (Drafts.KEEP.equals(typed.get(Drafts.DO)) && reply.letter().wrong() == null) {
            drafts.keepReply(me(), about, withFile(typed, reply.letter()));
            return back(conversation);
        }
        ThreadReply checked = reply.checked();
        if (checked.mistake() != null) {
            return Response.status(Response.Status.BAD_REQUEST).entity(page(conversation, null, checked, false)).build();
        }
        take(conversation, checked);
        drafts.forgetReply(me(), about, typed);
        return back(conversation);
    }

    private void take(Conversation conversation, ThreadReply reply) {
        OwnWords own = OwnWords.of(reply.text());
        UUID file = reply.letter().kept();
        conversations.take(me().key(), conversation.opening().id(), new Turn.Said(own.turn(reply.id(), file), clock.instant(),
                pageLanguage.current().ofWritten(own.orNull()).tag(), own.orNull(), file == null ? List.of() : List.of(file),
                thread.answerBefore(conversation)));
    }

    /** What is kept of a form, with the file that came with it. */
    static Map<String, String> withFile(Map<String, String> typed, LetterField letter) {
        Map<String, String> kept = new HashMap<>(typed);
        kept.remove(PictureField.KEPT);
        kept.remove(PictureField.WITHOUT);
        if (letter.kept() != null) {
            kept.put(PictureField.KEPT, letter.kept().toString());
        }
        return kept;
    }

    /** Asks for simpler words, once for each answer. */
    @POST
    @Path("unclear")
    @Opens(For.OWNER)
    public Response unclear(@PathParam("id") String id, @FormParam("turn") String turn) {
        Conversation conversation = found(id);
        UUID about = Ids.of(turn).flatMap(answer -> conversations.turn(me().key(), conversation.opening().id(), answer))
                .map(Numbered::turn).filter(Turn.Answered.class::isInstance).map(Turn::id).orElseThrow(BadRequestException::new);
        UUID once = UUID.nameUUIDFromBytes(("unclear " + about).getBytes(StandardCharsets.UTF_8));
        conversations.take(me().key(), conversation.opening().id(),
                new Turn.NotUnderstood(once, clock.instant(), about, thread.answerBefore(conversation)));
        return back(conversation);
    }

    /** The conversation, for who comes back here because their session had ended when they pressed the button. */
    @GET
    @Path("unclear")
    @Opens(For.OWNER)
    public Response lateButton(@PathParam("id") String id) {
        return back(found(id));
    }

    /** What came while the page was open was shown, and seen. */
    @POST
    @Path("seen/live")
    @Opens(For.OWNER)
    @Limited(Limit.LIVE)
    public Response seen(@PathParam("id") String id, @FormParam("position") int position) {
        Conversation conversation = found(id);
        thread.see(conversation, Math.min(position, conversation.standing().turns()));
        return Response.noContent().build();
    }

    /** A file that was sent along in it. */
    @GET
    @Path("files/{file}")
    @Opens(For.OWNER)
    public Response file(@PathParam("id") String id, @PathParam("file") String file, @Context RoutingContext context) {
        return files.of(found(id), file, context);
    }

    private TemplateInstance page(Conversation conversation, Integer before, ThreadReply reply, boolean justSent) {
        List<Numbered> turns = before == null ? thread.last(conversation) : thread.before(conversation, before);
        return Templates.thread(thread.show(conversation, turns), reply, justSent);
    }

    private Conversation found(String id) {
        return thread.find(id).orElseThrow(NotFoundException::new);
    }

    private static Response back(Conversation conversation) {
        return Response.seeOther(URI.create(address(conversation.opening().id()))).build();
    }

    private Session me() {
        return signedIn.participant();
    }
}
