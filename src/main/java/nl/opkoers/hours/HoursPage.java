package nl.opkoers.hours;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Home;
import nl.opkoers.file.PictureField;
import nl.opkoers.file.SentForm;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.page.AsksAboutBsn;
import nl.opkoers.page.Ids;

/** My hours: how they stand, and where I log them. */
@Path(HoursPage.PATH)
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class HoursPage {

    static final String PATH = "/hours";

    private final MyHours mine;
    private final HourDesk desk;
    private final SentForm sent;
    private final KeptForms keptForms;
    private final SignedIn signedIn;

    HoursPage(MyHours mine, HourDesk desk, SentForm sent, KeptForms keptForms, SignedIn signedIn) {
        this.mine = mine;
        this.desk = desk;
        this.sent = sent;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "hours")
    static class Templates {
        static native TemplateInstance mine(Home home, Course course, MyHours.Overview overview);

        static native TemplateInstance form(EntryForm form);

        static native TemplateInstance notYet(Course course);

        private Templates() {
        }
    }

    /**
     * How my hours stand; or the form that I sent when my session had ended.
     *
     * @param saved the id of what was sent or kept just now
     * @param week  how many days were sent just now
     */
    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance mine(@QueryParam(KeptForms.PARAMETER) String kept, @QueryParam("saved") String saved,
            @QueryParam("week") Integer week, @QueryParam("month") String month, @QueryParam("page") Integer page) {
        Map<String, String> late = keptForms.find(signedIn.participant(), kept);
        if (!late.isEmpty()) {
            return mine.with(course -> Templates.form(form(course, late, PictureField.ofKept(late), mine.find(id(late)))));
        }
        return mine.page((home, course) -> Templates.mine(home, course, mine.overview(course, saved, week, month, page)));
    }

    /** @param again the id of an entry that was the same on another day */
    @GET
    @Path("new")
    @Opens(For.PARTICIPANT)
    public TemplateInstance log(@QueryParam("again") String again) {
        return mine.with(course -> {
            if (!MyHours.hasPlan(course)) {
                return Templates.notYet(course);
            }
            EntryForm.About about = EntryForm.About.of(course);
            return Templates.form(Ids.of(again).flatMap(mine::find).map(entry -> EntryForm.again(entry, about))
                    .orElseGet(() -> EntryForm.empty(about, mine.latest())));
        });
    }

    /** @param id of the entry, made where it was written: sent twice it is one */
    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Opens(For.PARTICIPANT)
    @AsksAboutBsn
    public Response send(@FormParam(EntryForm.ID) String id, @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        Reply reply = accept != null && accept.contains(MediaType.APPLICATION_JSON) ? new Reply.Script() : new Reply.Page();
        Optional<TemplateInstance> instead = mine.instead();
        if (instead.isPresent()) {
            return Response.ok(instead.get()).build();
        }
        Optional<Entry> before = mine.find(id(sent.typed()));
        EntryForm form = form(mine.course(), sent.typed(), sent.picture(key()), before);
        return form.photo().refusal() == null ? take(form, before, reply)
                : reply.notTaken(form.with(desk.look(key(), mine.course(), form.id(), form.written())));
    }

    private Response take(EntryForm form, Optional<Entry> before, Reply reply) {
        Written written = form.written();
        if (before.filter(entry -> isSentOtherwise(entry, form, written)).isPresent()) {
            return reply.notTaken(form.asCorrection());
        }
        Handed handed = form.isToKeep() ? keep(form, before, written)
                : desk.send(key(), mine.course(), form.id(), form.sending(), written, form::isSureOf);
        return handed.entry().map(entry -> reply.taken(entry, before.isEmpty()))
                .orElseGet(() -> reply.notTaken(form.with(handed.sense())));
    }

    /** Kept once more as it is: nothing happened. */
    private Handed keep(EntryForm form, Optional<Entry> before, Written written) {
        return before.filter(entry -> written.equals(entry.written())).map(Handed::taken)
                .orElseGet(() -> desk.save(key(), mine.course(), form.id(), UUID.randomUUID(), written, form::isSureOf));
    }

    /** By the way back, say: then one does not know whether it is to take the place of the other. */
    private static boolean isSentOtherwise(Entry entry, EntryForm form, Written written) {
        boolean sent = form.act() == null ? !form.isToKeep() && !entry.isNew() : entry.has(form.act());
        return sent && entry.acts().stream().noneMatch(act -> act instanceof Act.Sent before && before.written().equals(written));
    }

    private static UUID id(Map<String, String> typed) {
        return Ids.of(typed.get(EntryForm.ID)).orElseThrow(BadRequestException::new);
    }

    /** @param before the entry as it is; empty when this form begins it */
    private static EntryForm form(Course course, Map<String, String> typed, PictureField photo, Optional<Entry> before) {
        EntryForm.About about = before.map(entry -> EntryForm.About.of(course, entry.written()))
                .orElseGet(() -> EntryForm.About.of(course));
        return EntryForm.of(id(typed), Ids.of(typed.get(EntryForm.ACT)).orElse(null), new EntryTyped(typed), photo, about);
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }
}
