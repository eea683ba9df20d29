package nl.opkoers.hours;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.Delivery;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Typed;

/** One entry of mine: how it stands, all that happened to it, and what I can do with it. */
@Path("/hours/{id: " + Ids.PATTERN + "}")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class EntryPage {

    private final MyHours mine;
    private final HourDesk desk;
    private final KeptForms keptForms;
    private final SignedIn signedIn;

    EntryPage(MyHours mine, HourDesk desk, KeptForms keptForms, SignedIn signedIn) {
        this.mine = mine;
        this.desk = desk;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
    }

    /**
     * An answer to a question of the coach, as it is typed.
     *
     * @param act     made with the form
     * @param mistake {@code null} when nothing is wrong with it, or it was not sent yet
     */
    record Answer(UUID act, String text, Mistake mistake) {

        static Answer empty() {
            return new Answer(UUID.randomUUID(), "", null);
        }

        /** Whether there is nothing in it. */
        public boolean isMissing() {
            return mistake != null && text.isBlank();
        }
    }

    @CheckedTemplate(basePath = "hours")
    static class Templates {
        static native TemplateInstance entry(Entry entry, EntryForm.About about, Answer answer, Delivery.Step delivery,
                StillCounted still, List<History.Happened> history, UUID withdrawal);

        private Templates() {
        }
    }

    @GET
    @Opens(For.OWNER)
    public TemplateInstance entry(@PathParam("id") String id) {
        return show(found(id), Answer.empty());
    }

    /** Where it is gone on with, or corrected. */
    @GET
    @Path("change")
    @Opens(For.OWNER)
    public TemplateInstance change(@PathParam("id") String id) {
        Entry entry = found(id);
        return entry.state() == State.WITHDRAWN ? show(entry, Answer.empty())
                : mine.with(course -> HoursPage.Templates.form(EntryForm.of(entry, EntryForm.About.of(course, entry.written()))));
    }

    /** The page again, for who comes back here because their session had ended when they answered. */
    @GET
    @Path("answer")
    @Opens(For.OWNER)
    public TemplateInstance lateAnswer(@PathParam("id") String id, @QueryParam(KeptForms.PARAMETER) String kept) {
        String typed = keptForms.find(signedIn.participant(), kept).getOrDefault(EntryTyped.NOTE, "");
        return show(found(id), new Answer(UUID.randomUUID(), typed, null));
    }

    /** An answer to what the coach asked: it is sent again with what I say to it. */
    @POST
    @Path("answer")
    @Opens(For.OWNER)
    public Response answer(@PathParam("id") String id, @FormParam(EntryForm.ACT) String act, @FormParam(EntryTyped.NOTE) String note) {
        Entry entry = found(id);
        Answer answer = new Answer(Ids.of(act).orElseThrow(BadRequestException::new), Typed.text(note).strip(), null);
        if (answer.text().isEmpty()) {
            return again(entry, answer, Mistake.NOTE);
        }
        Written written = entry.written().saying(answer.text());
        Handed handed = desk.send(key(), mine.course(), entry.id(), answer.act(), written, asked -> true);
        if (!handed.isTaken()) {
            return again(entry, answer, handed.sense().mistakes().get(0));
        }
        boolean said = handed.entry().stream().flatMap(now -> now.acts().stream())
                .anyMatch(done -> done instanceof Act.Sent sent && sent.written().equals(written));
        return said ? back(entry) : again(handed.entry().orElseThrow(), new Answer(UUID.randomUUID(), answer.text(), null), Mistake.UNFIT);
    }

    /** The entry, for who comes back here because their session had ended when they pressed the button. */
    @GET
    @Path("withdraw")
    @Opens(For.OWNER)
    public Response lateButton(@PathParam("id") String id) {
        return back(found(id));
    }

    @POST
    @Path("withdraw")
    @Opens(For.OWNER)
    public Response withdraw(@PathParam("id") String id, @FormParam(EntryForm.ACT) String act) {
        Entry entry = found(id);
        desk.withdraw(key(), entry.id(), Ids.of(act).orElseThrow(BadRequestException::new));
        return back(entry);
    }

    private TemplateInstance show(Entry entry, Answer answer) {
        List<Telling> told = mine.told(entry);
        return mine.with(course -> Templates.entry(entry, EntryForm.About.of(course), answer, mine.delivery(entry).orElse(null),
                StillCounted.of(entry, told).orElse(null), History.of(entry, told), UUID.randomUUID()));
    }

    private Response again(Entry entry, Answer answer, Mistake mistake) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(show(entry, new Answer(answer.act(), answer.text(), mistake))).build();
    }

    private static Response back(Entry entry) {
        return Response.seeOther(URI.create(HoursPage.PATH + "/" + entry.id())).build();
    }

    private Entry found(String id) {
        return Ids.of(id).flatMap(mine::find).orElseThrow(NotFoundException::new);
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }
}
