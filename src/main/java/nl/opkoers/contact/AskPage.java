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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.opkoers.dossier.Courses;
import nl.opkoers.file.LetterField;
import nl.opkoers.file.SentForm;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.municipality.contract.Contacts;

/** I need help: about what, and then in own words or without any. */
@Path("/help")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class AskPage {

    private final Conversations conversations;
    private final Drafts drafts;
    private final Helper helper;
    private final Courses courses;
    private final SentForm sent;
    private final KeptForms keptForms;
    private final SignedIn signedIn;
    private final PageLanguage pageLanguage;
    private final Clock clock;

    AskPage(Conversations conversations, Drafts drafts, Helper helper, Courses courses, SentForm sent, KeptForms keptForms,
            SignedIn signedIn, PageLanguage pageLanguage, Clock clock) {
        this.conversations = conversations;
        this.drafts = drafts;
        this.helper = helper;
        this.courses = courses;
        this.sent = sent;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
        this.pageLanguage = pageLanguage;
        this.clock = clock;
    }

    /**
     * What there is to know before asking.
     *
     * @param helpers whom one can choose, one for each role
     * @param many    whether no more can be asked today
     * @param drafts  what is kept about this subject besides
     */
    record About(Expected expected, List<Contacts.Contact> helpers, boolean many, List<KeptQuestion> drafts) {
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance topics(List<KeptQuestion> drafts);

        static native TemplateInstance ask(AskForm form, About about);

        private Templates() {
        }
    }

    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance topics() {
        return courses.instead().orElseGet(() -> Templates.topics(drafts.questions(me())));
    }

    /**
     * The form: empty, as it was kept, or as it was sent when the session had ended; that is kept from then on.
     *
     * @param draft the name of what was kept, to go on with; older pages name none: then it is the latest
     */
    @GET
    @Path("ask")
    @Opens(For.PARTICIPANT)
    public Response form(@QueryParam("topic") String topic, @QueryParam("draft") String draft, @QueryParam(KeptForms.PARAMETER) String kept) {
        Optional<TemplateInstance> instead = courses.instead();
        if (instead.isPresent()) {
            return Response.ok(instead.get()).build();
        }
        if (kept != null || draft != null) {
            return late(kept).or(() -> kept(draft)).map(this::goOn)
                    .orElseGet(() -> Response.seeOther(URI.create("/help")).build());
        }
        if (topic == null) {
            // Here comes back who sent the form when the browser had forgotten whose it is: there is nothing to fill in.
            return Response.seeOther(URI.create("/help")).build();
        }
        AskForm empty = AskForm.empty(AskForm.topic(topic).orElseThrow(NotFoundException::new), pageLanguage.current());
        return Response.ok(page(empty, false)).build();
    }

    private Optional<KeptQuestion> late(String kept) {
        Map<String, String> typed = keptForms.find(me(), kept);
        Optional<KeptQuestion> late = AskForm.topic(typed.get(AskForm.TOPIC))
                .map(topic -> new KeptQuestion(drafts.keepQuestion(me(), typed), topic, typed));
        keptForms.forget(me(), kept);
        return late;
    }

    private Optional<KeptQuestion> kept(String name) {
        boolean latest = name == null || name.equals("yes");
        return drafts.questions(me()).stream().filter(question -> latest || question.name().equals(name)).findFirst();
    }

    private Response goOn(KeptQuestion kept) {
        LetterField letter = sent.letterOf(me().key(), kept.typed());
        return Response.ok(page(AskForm.ofKept(kept, letter, pageLanguage.current()), false)).build();
    }

    @POST
    @Path("ask")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Opens(For.PARTICIPANT)
    public Response ask() {
        Map<String, String> typed = sent.typed();
        if (Drafts.FORGET.equals(typed.get(Drafts.DO))) {
            drafts.forgetQuestion(me(), typed);
            return Response.seeOther(URI.create("/help")).build();
        }
        AskForm form = AskForm.of(typed, sent.letter(me().key()));
        if (Drafts.KEEP.equals(typed.get(Drafts.DO)) && form.letter().wrong() == null) {
            drafts.keepQuestion(me(), ThreadPage.withFile(typed, form.letter()));
            return Response.seeOther(URI.create("/help")).build();
        }
        AskForm checked = form.checked();
        return checked.mistakes().isEmpty() ? send(checked) : again(checked, false);
    }

    private Response send(AskForm form) {
        Instant now = clock.instant();
        OwnWords own = form.own();
        Opening opening = form.opening(now, conversations.find(me().key(), form.how().id()).map(Conversation::opening).orElse(null));
        Turn.Said first = new Turn.Said(own.turn(opening.id(), form.letter().kept()), now,
                pageLanguage.current().ofWritten(own.orNull()).tag(), own.orNull(), form.files(), helper.expected().before());
        Spoken spoken = conversations.begin(me().key(), opening, first, helper.contact().orElse(null));
        if (spoken.outcome() == Spoken.Outcome.MANYTODAY) {
            return again(form, true);
        }
        // Whatever else is kept still waits.
        drafts.forgetQuestion(me(), form.typed());
        return Response.seeOther(URI.create(ThreadPage.address(opening.id()) + "?sent=yes")).build();
    }

    private Response again(AskForm form, boolean many) {
        return Response.status(Response.Status.BAD_REQUEST).entity(page(form, many)).build();
    }

    private TemplateInstance page(AskForm form, boolean many) {
        List<KeptQuestion> besides = drafts.questions(me()).stream().filter(question -> question.topic() == form.topic()
                && !question.name().equals(form.value(Drafts.DRAFT))).toList();
        return Templates.ask(form, new About(helper.expected(), helper.choices(), many, besides));
    }

    private Session me() {
        return signedIn.participant();
    }
}
