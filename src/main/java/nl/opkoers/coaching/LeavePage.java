package nl.opkoers.coaching;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.contact.Absence;
import nl.opkoers.contact.Absences;
import nl.opkoers.contact.Colleagues;
import nl.opkoers.contact.Conversation;
import nl.opkoers.contact.StandIns;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Typed;

/** Where a coach says when they are away, and which colleague answers then. */
@Path(LeavePage.PATH)
@RolesAllowed(Role.COACH)
@Blocking
class LeavePage {

    static final String PATH = "/coach/leave";

    private final Absences absences;
    private final StandIns standIns;
    private final Colleagues colleagues;
    private final KeptForms keptForms;
    private final SignedIn signedIn;
    private final Clock clock;

    LeavePage(Absences absences, StandIns standIns, Colleagues colleagues, KeptForms keptForms, SignedIn signedIn, Clock clock) {
        this.absences = absences;
        this.standIns = standIns;
        this.colleagues = colleagues;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * What was noted, and what can be.
     *
     * @param mine       what this coach noted, the latest days first
     * @param others     for whom this coach answers today
     * @param colleagues whom one can choose
     */
    record Leave(List<Absence> mine, List<Absence> others, List<Conversation.Contact> colleagues, LocalDate today) {
    }

    @CheckedTemplate(basePath = "coaching")
    static class Templates {
        static native TemplateInstance leave(Leave leave, LeaveForm form);

        private Templates() {
        }
    }

    @GET
    @Opens(For.COACH)
    public TemplateInstance leave(@QueryParam(KeptForms.PARAMETER) String kept) {
        Map<String, String> typed = keptForms.find(me(), kept);
        return page(typed.containsKey(LeaveForm.ID) ? LeaveForm.of(typed) : LeaveForm.empty());
    }

    @POST
    @Opens(For.COACH)
    public Response note(MultivaluedMap<String, String> fields) {
        LeaveForm form = LeaveForm.of(Typed.of(fields));
        Optional<Conversation.Contact> substitute =
                colleagues.of(me()).stream().filter(colleague -> colleague.id().equals(form.substitute())).findFirst();
        LeaveForm noted = absences.oneAtATime(me().municipality(), () -> noted(form, substitute));
        return noted.mistakes().isEmpty() ? toPage() : Response.status(Response.Status.BAD_REQUEST).entity(page(noted)).build();
    }

    /** The form with what is wrong with it; when that is nothing, what it says is noted. */
    private LeaveForm noted(LeaveForm form, Optional<Conversation.Contact> substitute) {
        LeaveForm checked = checked(form, substitute.isPresent());
        if (checked.mistakes().isEmpty()) {
            absences.note(me().municipality(), new Absence(form.absence(), me().person(), me().shownName(), substitute.orElseThrow().id(),
                    substitute.orElseThrow().name(), form.first(), form.last(), null));
        }
        return checked;
    }

    /** Looks at the days first: only of days that can be read is it known who else is away. */
    private LeaveForm checked(LeaveForm form, boolean known) {
        LeaveForm days = form.checked(today());
        LeaveForm checked = known ? days : days.with(LeaveForm.Mistake.SUBSTITUTE);
        if (!days.mistakes().isEmpty()) {
            return checked;
        }
        List<Absence> then = absences.within(me().municipality(), form.first(), form.last(), me().person(), form.substitute());
        if (form.isAmong(then)) {
            return checked;
        }
        if (then.stream().anyMatch(absence -> absence.employee().equals(me().person()))) {
            checked = checked.with(LeaveForm.Mistake.OVERLAP);
        }
        return then.stream().anyMatch(absence -> absence.employee().equals(form.substitute()))
                ? checked.with(LeaveForm.Mistake.AWAY) : checked;
    }

    /** Takes back what is to come, or ends what holds now. */
    @POST
    @Path("{id}/end")
    @Opens(For.COACH_WHOSE)
    public Response end(@PathParam("id") String id) {
        UUID known = Ids.of(id).orElseThrow(NotFoundException::new);
        if (!absences.end(me().municipality(), me().person(), known)) {
            throw new NotFoundException();
        }
        return toPage();
    }

    /** For who comes back here because their session had ended when they pressed the button. */
    @GET
    @Path("{id}/end")
    @Opens(For.COACH)
    public Response notEnded() {
        return toPage();
    }

    private TemplateInstance page(LeaveForm form) {
        return Templates.leave(new Leave(absences.of(me().municipality(), me().person()), standIns.absences(),
                colleagues.of(me()), today()), form);
    }

    private static Response toPage() {
        return Response.seeOther(URI.create(PATH)).build();
    }

    private Session me() {
        return signedIn.coach();
    }

    private LocalDate today() {
        return Dates.today(clock);
    }
}
