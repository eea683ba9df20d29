package nl.opkoers.agenda;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.RuleKey;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Typed;

/** Where people tell when they work, for their own agenda alone. */
@Path(WorkPage.PATH)
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class WorkPage {

    static final String PATH = "/agenda/work";

    private final SignedIn signedIn;
    private final KeptForms keptForms;
    private final WorkPatterns patterns;
    private final LawBook law;
    private final Clock clock;

    WorkPage(SignedIn signedIn, KeptForms keptForms, WorkPatterns patterns, LawBook law, Clock clock) {
        this.signedIn = signedIn;
        this.keptForms = keptForms;
        this.patterns = patterns;
        this.law = law;
        this.clock = clock;
    }

    /**
     * What is known of somebody's work.
     *
     * @param saved   whether something was saved just now
     * @param removed what was taken away just now and can be put back; {@code null} when nothing was
     * @param report  within what time who is on benefit reports a job, which is not done by telling it here; {@code null} when not known
     */
    record Overview(List<WorkPatterns.Kept> patterns, boolean saved, UUID removed, Fact report) {

        public boolean full() {
            return patterns.size() >= WorkPatterns.MOST;
        }
    }

    @CheckedTemplate(basePath = "agenda")
    static class Templates {
        static native TemplateInstance work(Overview overview, int most);

        static native TemplateInstance workChoice(WorkKind[] kinds, boolean unknown);

        static native TemplateInstance workForm(WorkForm form, int most);

        private Templates() {
        }
    }

    /** What is known; or the form that somebody sent when their session had ended. */
    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance work(@QueryParam(KeptForms.PARAMETER) String kept, @QueryParam("saved") String saved,
            @QueryParam("removed") String removed) {
        Map<String, String> late = keptForms.find(signedIn.participant(), kept);
        Optional<WorkKind> kind = WorkKind.ofTag(late.get("kind"));
        if (kind.isPresent()) {
            return form(WorkForm.of(Ids.of(late.get("id")).orElseGet(UUID::randomUUID), kind.get(), late));
        }
        UUID gone = Ids.of(removed).filter(id -> patterns.canBePutBack(key(), id)).orElse(null);
        boolean there = Ids.of(saved).flatMap(id -> patterns.find(key(), id)).isPresent();
        return Templates.work(new Overview(patterns.kept(key()), there, gone,
                law.ask(RuleKey.BENEFIT_REPORT_JOB_WITHIN, Dates.today(clock)).known().orElse(null)), WorkPatterns.MOST);
    }

    @GET
    @Path("new")
    @Opens(For.PARTICIPANT)
    public Response choose(@QueryParam("kind") String kind) {
        if (patterns.kept(key()).size() >= WorkPatterns.MOST) {
            return seeOther("");
        }
        if (kind == null) {
            return Response.ok(Templates.workChoice(WorkKind.values(), false)).build();
        }
        return WorkKind.ofTag(kind).map(known -> Response.ok(form(WorkForm.empty(known))).build())
                .orElseGet(WorkPage::unknownKind);
    }

    @GET
    @Path("{id}")
    @Opens(For.OWNER)
    public TemplateInstance change(@PathParam("id") String id) {
        return Ids.of(id).flatMap(known -> patterns.find(key(), known)).map(WorkForm::of).map(WorkPage::form)
                .orElseThrow(NotFoundException::new);
    }

    @POST
    @Opens(For.PARTICIPANT)
    public Response save(@FormParam("id") String id, @FormParam("kind") String kind, MultivaluedMap<String, String> fields) {
        Optional<WorkKind> known = WorkKind.ofTag(kind);
        if (known.isEmpty()) {
            return unknownKind();
        }
        Map<String, String> typed = Typed.of(fields);
        WorkForm form = WorkForm.of(Ids.of(id).orElseThrow(BadRequestException::new), known.get(), typed);
        if (form.asksForMore()) {
            return Response.ok(form(form)).build();
        }
        WorkForm checked = form.checked(Dates.today(clock));
        if (!checked.wrong().isEmpty()) {
            return again(checked);
        }
        return patterns.keep(key(), form.id(), form.pattern()) ? seeOther("?saved=" + form.id()) : again(form.withoutRoom());
    }

    @POST
    @Path("{id}/remove")
    @Opens(For.OWNER)
    public Response remove(@PathParam("id") String id) {
        UUID gone = Ids.of(id).filter(known -> patterns.remove(key(), known)).orElseThrow(NotFoundException::new);
        return seeOther("?removed=" + gone);
    }

    @POST
    @Path("{id}/back")
    @Opens(For.OWNER)
    public Response putBack(@PathParam("id") String id) {
        UUID known = Ids.of(id).orElseThrow(NotFoundException::new);
        if (patterns.putBack(key(), known)) {
            return seeOther("?saved=" + known);
        }
        if (!patterns.canBePutBack(key(), known)) {
            throw new NotFoundException();
        }
        return seeOther("?removed=" + known);
    }

    /** Where somebody comes back whose session had ended when they pressed one of these two buttons. */
    @GET
    @Path("{id}/{button: remove|back}")
    @Opens(For.PARTICIPANT)
    public Response lateButton() {
        return seeOther("");
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }

    private static TemplateInstance form(WorkForm form) {
        return Templates.workForm(form, WorkPatterns.MOST);
    }

    private static Response again(WorkForm form) {
        return Response.status(Response.Status.BAD_REQUEST).entity(form(form)).build();
    }

    private static Response unknownKind() {
        return Response.status(Response.Status.BAD_REQUEST).entity(Templates.workChoice(WorkKind.values(), true)).build();
    }

    private static Response seeOther(String query) {
        return Response.seeOther(URI.create(PATH + query)).build();
    }
}
