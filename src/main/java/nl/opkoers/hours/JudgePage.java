package nl.opkoers.hours;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Shown;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.contract.Caseload;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Show;
import nl.opkoers.page.Typed;

/**
 * Where a coach judges somebody's hours. Whether the coach may see this person is asked at every request; who may not finds
 * nothing, whether there is anything or not.
 */
@Path("/coach/hours/{participant}")
@RolesAllowed(Role.COACH)
@Blocking
class JudgePage {

    /** More than a week of one person's entries on one page could be. */
    private static final int MOST_AT_ONCE = 100;

    private final Caseloads caseloads;
    private final JudgingQueue queue;
    private final CoachView view;
    private final Judge judge;
    private final KeptForms keptForms;
    private final SignedIn signedIn;

    JudgePage(Caseloads caseloads, JudgingQueue queue, CoachView view, Judge judge, KeptForms keptForms, SignedIn signedIn) {
        this.caseloads = caseloads;
        this.queue = queue;
        this.view = view;
        this.judge = judge;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "hours")
    static class Templates {
        static native TemplateInstance judge(PersonHours person, List<Judged> late, UUID form);

        static native TemplateInstance judgeEntry(Caseload.Member member, Judged judged, JudgeForm form, boolean late);

        private Templates() {
        }
    }

    /** Everything of this person that waits, week by week, with what there is to know. */
    @GET
    @Opens(For.COACH_OF)
    public TemplateInstance person(@PathParam("participant") String participant) {
        return person(member(participant), List.of());
    }

    /** For who comes back here because their session had ended when they pressed the button. */
    @GET
    @Path("accept")
    @Opens(For.COACH_OF)
    public Response notAccepted(@PathParam("participant") String participant) {
        return to(member(participant), "");
    }

    /** Accepts one entry or a whole week of them, each as it was on the page. */
    @POST
    @Path("accept")
    @Opens(For.COACH_OF)
    public Response accept(@PathParam("participant") String participant, MultivaluedMap<String, String> fields) {
        Caseload.Member member = member(participant);
        UUID form = JudgeForm.uuid(fields.getFirst(JudgeForm.ID));
        List<Logged> logged = seen(fields).entrySet().stream()
                .map(entry -> judge.accept(member, entry.getKey(), entry.getValue(), form)).toList();
        if (logged.stream().anyMatch(each -> each.outcome() == Logged.Outcome.ABSENT)) {
            throw new NotFoundException();
        }
        List<Judged> late = view.find(member, logged.stream().filter(each -> !each.isThere())
                .flatMap(each -> each.entry().stream()).map(Entry::id).toList());
        return late.isEmpty() ? to(member, "") : conflict(person(member, late));
    }

    /** What a form says that was on the page: which entries, and which version of each. */
    private static Map<UUID, Integer> seen(MultivaluedMap<String, String> fields) {
        String[] entries = String.valueOf(fields.getFirst("entries")).split(",");
        if (entries.length > MOST_AT_ONCE) {
            throw new BadRequestException();
        }
        return Stream.of(entries).map(entry -> entry.split(":", 2)).collect(Collectors.toMap(entry -> JudgeForm.uuid(entry[0]),
                entry -> JudgeForm.number(entry[entry.length - 1]), Math::min));
    }

    /** One entry, with all that happened to it. */
    @GET
    @Path("{entry}")
    @Opens(For.COACH_OF)
    public TemplateInstance entry(@PathParam("participant") String participant, @PathParam("entry") String entry) {
        return entry(participant, entry, JudgeForm.empty());
    }

    /** The same page: where a form leads that was kept. */
    @GET
    @Path("{entry}/{action:judge|undo|still}")
    @Opens(For.COACH_OF)
    public TemplateInstance form(@PathParam("participant") String participant, @PathParam("entry") String entry,
            @QueryParam(KeptForms.PARAMETER) String kept) {
        Map<String, String> typed = keptForms.find(signedIn.session().orElseThrow(), kept);
        return entry(participant, entry, typed.containsKey(JudgeForm.REASON) || typed.containsKey(JudgeForm.NOTE)
                ? JudgeForm.of(typed) : JudgeForm.empty());
    }

    private TemplateInstance entry(String participant, String entry, JudgeForm form) {
        Caseload.Member member = member(participant);
        return Templates.judgeEntry(member, find(member, entry), form, false);
    }

    /** Refuses an entry or asks about it, with a reason. */
    @POST
    @Path("{entry}/judge")
    @Opens(For.COACH_OF)
    public Response judge(@PathParam("participant") String participant, @PathParam("entry") String entry,
            MultivaluedMap<String, String> fields) {
        Map<String, String> typed = Typed.of(fields);
        Caseload.Member member = member(participant);
        Judged judged = find(member, entry);
        JudgeForm form = JudgeForm.of(typed);
        if (!form.mistakes().isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.judgeEntry(member, judged, form, false)).build();
        }
        int seen = JudgeForm.number(typed.get(JudgeForm.SEEN));
        return answer(member, judged, form, () -> decision(typed.get(JudgeForm.DECISION))
                .apply(new Case(member, judged.entry().id(), seen), form));
    }

    private record Case(Caseload.Member member, UUID entry, int seen) {
    }

    private BiFunction<Case, JudgeForm, Logged> decision(String name) {
        return switch (String.valueOf(name)) {
            case "refuse" -> (about, form) -> judge.refuse(about.member(), about.entry(), about.seen(), form);
            case "ask" -> (about, form) -> judge.ask(about.member(), about.entry(), about.seen(), form);
            default -> throw new BadRequestException();
        };
    }

    /** Takes back what was decided last. */
    @POST
    @Path("{entry}/undo")
    @Opens(For.COACH_OF)
    public Response undo(@PathParam("participant") String participant, @PathParam("entry") String entry,
            MultivaluedMap<String, String> fields) {
        Caseload.Member member = member(participant);
        Judged judged = find(member, entry);
        UUID judgement = JudgeForm.uuid(fields.getFirst("judgement"));
        UUID form = JudgeForm.uuid(fields.getFirst(JudgeForm.ID));
        return answer(member, judged, JudgeForm.empty(), () -> judge.undo(member, judged.entry().id(), judgement, form));
    }

    /** Tells the municipality once more that these hours do not count, or notes that it no longer counts them. */
    @POST
    @Path("{entry}/still")
    @Opens(For.COACH_OF)
    public Response still(@PathParam("participant") String participant, @PathParam("entry") String entry,
            MultivaluedMap<String, String> fields) {
        Caseload.Member member = member(participant);
        UUID id = find(member, entry).entry().id();
        UUID seen = JudgeForm.uuid(fields.getFirst(JudgeForm.SEEN));
        switch (String.valueOf(fields.getFirst(JudgeForm.DECISION))) {
            case "tell" -> judge.tellAgain(member, id, seen);
            case "settle" -> judge.settle(member, id, seen);
            default -> throw new BadRequestException();
        }
        return to(member, "/" + id);
    }

    /** Back to the person; when it was decided before, what was decided, and what was typed here is still there. */
    private Response answer(Caseload.Member member, Judged judged, JudgeForm form, Supplier<Logged> act) {
        if (act.get().isThere()) {
            return to(member, "");
        }
        Judged now = find(member, judged.entry().id().toString());
        return conflict(Templates.judgeEntry(member, now, form.anew(), true));
    }

    private TemplateInstance person(Caseload.Member member, List<Judged> late) {
        List<Queued> waiting = queue.of(caseloads.mine().known().orElse(List.of()));
        Caseload.Member next = waiting.stream().map(Queued::member).filter(other -> !other.equals(member)).findFirst().orElse(null);
        caseloads.listed(next == null ? List.of() : List.of(next), Shown.QUEUE);
        return Templates.judge(view.of(member, next), late, UUID.randomUUID());
    }

    private Caseload.Member member(String participant) {
        return caseloads.find(participant, Shown.HOURS).orElseThrow(NotFoundException::new);
    }

    private Judged find(Caseload.Member member, String entry) {
        return Ids.of(entry).flatMap(id -> view.find(member, id)).orElseThrow(NotFoundException::new);
    }

    private static Response to(Caseload.Member member, String rest) {
        return Response.seeOther(URI.create("/coach/hours/" + Show.path(member.participant()) + rest)).build();
    }

    private static Response conflict(TemplateInstance page) {
        return Response.status(Response.Status.CONFLICT).entity(page).build();
    }
}
