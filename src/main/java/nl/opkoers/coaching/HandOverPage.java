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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.contact.Colleagues;
import nl.opkoers.contact.Conversation;
import nl.opkoers.contact.ConversationAccess;
import nl.opkoers.contact.Spoken;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.page.Show;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Typed;

/** Where a coach lets a colleague answer: in one conversation, or in all that are open. */
@Path(HandOverPage.PATH)
@RolesAllowed(Role.COACH)
@Blocking
class HandOverPage {

    static final String PATH = "/coach/hand-over";

    private final HandOvers handOvers;
    private final ConversationAccess access;
    private final Colleagues colleagues;
    private final KeptForms keptForms;
    private final SignedIn signedIn;

    HandOverPage(HandOvers handOvers, ConversationAccess access, Colleagues colleagues, KeptForms keptForms, SignedIn signedIn) {
        this.handOvers = handOvers;
        this.access = access;
        this.colleagues = colleagues;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
    }

    /**
     * What there is to know before doing it.
     *
     * @param one          the conversation; {@code null} when it is about all
     * @param open         how many are open
     * @param confidential in how many of them nobody reads along
     */
    record About(Conversation one, int open, int confidential, List<Conversation.Contact> colleagues, String address) {
    }

    @CheckedTemplate(basePath = "coaching")
    static class Templates {
        static native TemplateInstance handOver(About about, HandOverForm form);

        private Templates() {
        }
    }

    /** All that are open and mine to answer. */
    @GET
    @Opens(For.COACH)
    public TemplateInstance all(@QueryParam(KeptForms.PARAMETER) String kept) {
        return page(null, filled(kept).orElseGet(() -> HandOverForm.empty(0)));
    }

    @POST
    @Opens(For.COACH)
    public Response handOverAll(MultivaluedMap<String, String> fields) {
        return handOver(null, fields, (to, form) -> {
            handOvers.all(to, form);
            return Response.seeOther(URI.create(PATH)).build();
        });
    }

    /** One conversation that I may read. */
    @GET
    @Path("{participant}/{id}")
    @Opens(For.READER_OF)
    public TemplateInstance one(@PathParam("participant") String participant, @PathParam("id") String id,
            @QueryParam(KeptForms.PARAMETER) String kept) {
        Conversation conversation = find(participant, id);
        return page(conversation, filled(kept).orElseGet(() -> HandOverForm.empty(conversation.standing().turns())));
    }

    @POST
    @Path("{participant}/{id}")
    @Opens(For.READER_OF)
    public Response handOverOne(@PathParam("participant") String participant, @PathParam("id") String id,
            MultivaluedMap<String, String> fields) {
        UUID known = Ids.of(id).orElseThrow(NotFoundException::new);
        Optional<Conversation> readable = access.find(participant, known);
        if (readable.isEmpty() && handOvers.isDone(participant, known, HandOverForm.of(Typed.of(fields)))) {
            return toInbox();
        }
        Conversation conversation = readable.orElseThrow(NotFoundException::new);
        return handOver(conversation, fields, (to, form) -> {
            Spoken spoken = handOvers.one(conversation, to, form);
            return spoken.outcome() == Spoken.Outcome.OVERTAKEN
                    ? Response.status(Response.Status.CONFLICT)
                            .entity(page(conversation, form.overtaken(spoken.conversation().standing().turns()))).build()
                    : toInbox();
        });
    }

    private static Response toInbox() {
        return Response.seeOther(URI.create("/coach")).build();
    }

    private interface Act {
        Response to(Conversation.Contact colleague, HandOverForm form);
    }

    private Response handOver(Conversation one, MultivaluedMap<String, String> fields, Act act) {
        HandOverForm form = HandOverForm.of(Typed.of(fields));
        Optional<Conversation.Contact> to = colleagues.of(me()).stream().filter(each -> each.id().equals(form.to())).findFirst();
        HandOverForm checked = form.checked(to.isPresent());
        return checked.mistakes().isEmpty() ? act.to(to.orElseThrow(), checked)
                : Response.status(Response.Status.BAD_REQUEST).entity(page(one, checked)).build();
    }

    private Optional<HandOverForm> filled(String kept) {
        Map<String, String> typed = keptForms.find(me(), kept);
        return typed.isEmpty() ? Optional.empty() : Optional.of(HandOverForm.of(typed));
    }

    private TemplateInstance page(Conversation one, HandOverForm form) {
        List<Conversation> about = one == null ? handOvers.mine() : List.of(one);
        int confidential = (int) about.stream().filter(conversation -> conversation.opening().confidential()).count();
        String address = one == null ? PATH : PATH + "/" + Show.path(one.key().participant()) + "/" + one.opening().id();
        return Templates.handOver(new About(one, about.size(), confidential, colleagues.of(me()), address), form);
    }

    private Conversation find(String participant, String id) {
        UUID known = Ids.of(id).orElseThrow(NotFoundException::new);
        return access.find(participant, known).orElseThrow(NotFoundException::new);
    }

    private Session me() {
        return signedIn.coach();
    }
}
