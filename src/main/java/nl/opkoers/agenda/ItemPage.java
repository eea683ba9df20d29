package nl.opkoers.agenda;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.opkoers.dossier.Courses;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.municipality.Outgoing;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.page.Show;
import nl.opkoers.page.Typed;

/** One item of the agenda: all that is known of it, and what I want to let know about it. */
@Path("/agenda/{id}")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class ItemPage {

    private static final String ACTION = "{action:confirm|decline|move}";

    private final Agendas agendas;
    private final Courses courses;
    private final Replies replies;
    private final OwnParts own;
    private final SeenItems seen;
    private final SignedIn signedIn;
    private final KeptForms keptForms;
    private final LawBook law;
    private final Clock clock;

    ItemPage(Agendas agendas, Courses courses, Replies replies, OwnParts own, SeenItems seen, SignedIn signedIn,
            KeptForms keptForms, LawBook law, Clock clock) {
        this.agendas = agendas;
        this.courses = courses;
        this.replies = replies;
        this.own = own;
        this.seen = seen;
        this.signedIn = signedIn;
        this.keptForms = keptForms;
        this.law = law;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "agenda")
    static class Templates {
        static native TemplateInstance item(Card card, ExamAtDuo duo, Form form, Told.State late, Instant staleOf);

        static native TemplateInstance notMine();

        private Templates() {
        }
    }

    @GET
    @Opens(For.OWNER)
    public Response item(@PathParam("id") String id) {
        return page(id, Form.empty());
    }

    /** The same page with one of its forms open: where a form leads that was kept, or that had a mistake in it. */
    @GET
    @Path(ACTION)
    @Opens(For.OWNER)
    public Response form(@PathParam("id") String id, @PathParam("action") String action,
            @QueryParam(KeptForms.PARAMETER) String kept) {
        Map<String, String> typed = keptForms.find(signedIn.participant(), kept);
        return page(id, new Form(kind(action), typed, List.of()));
    }

    @POST
    @Path(ACTION)
    @Opens(For.OWNER)
    public Response reply(@PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        Optional<Agenda.Item> item = mine(id);
        if (item.isEmpty()) {
            return notMine();
        }
        Map<String, String> typed = Typed.of(fields);
        TypedReply reply = new TypedReply(kind(action), typed, clock.instant());
        if (replies.isKept(key(), reply.id())) {
            return back(id);
        }
        Card card = card(item.get());
        Told.State late = late(card, reply);
        Form form = new Form(reply.kind(), typed, late == null ? reply.mistakes() : List.of());
        if (late != null || !form.mistakes().isEmpty()) {
            return answer(late == null ? Response.Status.BAD_REQUEST : Response.Status.CONFLICT, shown(card, form, late));
        }
        replies.keep(key(), item.get(), reply);
        return back(id);
    }

    /** The item, for who comes back here because their session had ended when they pressed the button. */
    @GET
    @Path("seen")
    @Opens(For.PARTICIPANT)
    public Response unseen(@PathParam("id") String id) {
        return back(id);
    }

    /**
     * Says that I saw an item.
     *
     * @param version the version of it that was on the page: what changed since is not seen by this
     */
    @POST
    @Path("seen")
    @Opens(For.OWNER)
    public Response seen(@PathParam("id") String id, @FormParam(Form.VERSION) String version) {
        Optional<Agenda.Item> item = mine(id);
        if (item.isEmpty()) {
            return notMine();
        }
        seen.keep(key(), id, Math.min(number(version), item.get().version()));
        return Response.seeOther(URI.create("/agenda")).build();
    }

    private static int number(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException garbled) {
            throw new BadRequestException(garbled);
        }
    }

    private Response page(String id, Form form) {
        Optional<TemplateInstance> instead = courses.instead();
        if (instead.isPresent()) {
            return Response.ok(instead.get()).build();
        }
        return mine(id).map(item -> Response.ok(shown(card(item), form, null)).build()).orElseGet(ItemPage::notMine);
    }

    private TemplateInstance shown(Card card, Form form, Told.State late) {
        ExamAtDuo duo = card.isExam() && card.isOpen() ? ExamAtDuo.of(card.item(), law, clock.instant()) : null;
        return Templates.item(card, duo, form, late, agendas.mine().staleOf());
    }

    /** The item in my own agenda; empty when there is none, whoever else may have it. */
    private Optional<Agenda.Item> mine(String id) {
        Seen<Agenda> seen = agendas.mine();
        if (seen instanceof Seen.Unavailable<Agenda>) {
            throw new MunicipalityUnreachable("nothing was kept");
        }
        return seen.known().flatMap(agenda -> agenda.items().stream().filter(item -> id.equals(item.id())).findFirst());
    }

    private Card card(Agenda.Item item) {
        return new Cards(agendas.mine().known().orElseThrow(), own.mine(), clock.instant()).alone(item);
    }

    /** Why nothing can be let know any more about an item as it was when the form was made; {@code null} when it can. */
    private static Told.State late(Card card, TypedReply reply) {
        if (card.item().cancelled()) {
            return Told.State.CANCELLED;
        }
        if (!card.isOpen()) {
            return Told.State.BEGUN;
        }
        if (!card.takes(reply.kind())) {
            return Told.State.ATDUO;
        }
        return reply.version() == card.item().version() ? null : Told.State.CHANGED;
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }

    private static Outgoing.Kind kind(String action) {
        return Outgoing.Kind.valueOf(action.toUpperCase(Locale.ROOT));
    }

    private static Response back(String id) {
        return Response.seeOther(URI.create("/agenda/" + Show.path(id))).build();
    }

    private static Response notMine() {
        return answer(Response.Status.NOT_FOUND, Templates.notMine());
    }

    private static Response answer(Response.Status status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }
}
