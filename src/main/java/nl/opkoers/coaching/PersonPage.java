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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.opkoers.agenda.Replied;
import nl.opkoers.agenda.Replies;
import nl.opkoers.contact.ContactPreference;
import nl.opkoers.contact.ContactPreferences;
import nl.opkoers.contact.ConversationAccess;
import nl.opkoers.contact.OfPerson;
import nl.opkoers.dossier.CaseloadCourses;
import nl.opkoers.dossier.Course;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.Shown;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;
import nl.opkoers.notice.OwnAddresses;
import nl.opkoers.page.Show;
import nl.opkoers.page.Typed;

/**
 * Somebody as their coach sees them. Whether the coach may see this person is asked at every request, of the caseload: so who
 * only answers for a colleague who noted here that they are away finds nothing.
 */
@Path(PeoplePage.PATH + "/{participant}")
@RolesAllowed(Role.COACH)
@Blocking
class PersonPage {

    /** The last ones: what is to come or was missed lately. */
    private static final int MOST_REPLIES = 10;

    private final Caseloads caseloads;
    private final CaseloadCourses courses;
    private final MyPeople people;
    private final ConversationAccess conversations;
    private final Replies replies;
    private final ContactPreferences preferences;
    private final Notes notes;
    private final OwnAddresses addresses;
    private final KeptForms keptForms;
    private final SignedIn signedIn;

    PersonPage(Caseloads caseloads, CaseloadCourses courses, MyPeople people, ConversationAccess conversations,
            Replies replies, ContactPreferences preferences, Notes notes, OwnAddresses addresses, KeptForms keptForms,
            SignedIn signedIn) {
        this.caseloads = caseloads;
        this.courses = courses;
        this.people = people;
        this.conversations = conversations;
        this.replies = replies;
        this.preferences = preferences;
        this.notes = notes;
        this.addresses = addresses;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
    }

    /**
     * What there is to know.
     *
     * @param seen    where they stand, asked for just now
     * @param wanted  how they want contact; {@code null} when they never said
     * @param replies what they let know about their agenda, the newest first
     * @param notes   the versions of the note, the one that holds first
     * @param late    whether a colleague changed the note since it was read
     * @param moved   when their notices last began to go to another address; {@code null} when that was not lately
     */
    record Whole(Person person, Seen<Course> seen, ContactPreference wanted, OfPerson conversations,
            List<Replied> replies, List<Note> notes, NoteForm form, boolean late, Instant moved) {

        /** {@code null} when not known. */
        public Course getCourse() {
            return seen.known().orElse(null);
        }

        /** The note that holds; {@code null} when there is none. */
        public Note getNote() {
            return notes.isEmpty() || notes.get(0).text().isEmpty() ? null : notes.get(0);
        }

        /** What was noted before. */
        public List<Note> getEarlier() {
            return notes.stream().skip(getNote() == null ? 0 : 1).filter(note -> !note.text().isEmpty()).toList();
        }
    }

    @CheckedTemplate(basePath = "coaching")
    static class Templates {
        static native TemplateInstance person(Whole whole);

        private Templates() {
        }
    }

    /** @param page which part of the conversations, from 1 */
    @GET
    @Opens(For.COACH_OF)
    public TemplateInstance person(@PathParam("participant") String participant, @QueryParam("page") String page) {
        Caseload.Member member = member(participant);
        return page(member, NoteForm.of(notes.of(key(member))), false, Typed.page(page));
    }

    /** Where the form of the note leads that was kept. */
    @GET
    @Path("note")
    @Opens(For.COACH_OF)
    public TemplateInstance note(@PathParam("participant") String participant, @QueryParam(KeptForms.PARAMETER) String kept) {
        Map<String, String> typed = keptForms.find(me(), kept);
        return typed.isEmpty() ? person(participant, null) : page(member(participant), NoteForm.of(typed), false, 1);
    }

    /** Keeps another version of the note. */
    @POST
    @Path("note")
    @Opens(For.COACH_OF)
    public Response keep(@PathParam("participant") String participant, MultivaluedMap<String, String> fields) {
        Caseload.Member member = member(participant);
        NoteForm form = NoteForm.of(Typed.of(fields));
        if (form.isLong()) {
            return Response.status(Response.Status.BAD_REQUEST).entity(page(member, form, false, 1)).build();
        }
        List<Note> versions = notes.of(key(member));
        boolean same = form.text().equals(NoteForm.of(versions).text());
        if (same || notes.add(key(member), form.id(), form.seen(), form.text(), me())) {
            return Response.seeOther(URI.create(PeoplePage.PATH + "/" + Show.path(member.participant()) + "#note")).build();
        }
        return Response.status(Response.Status.CONFLICT).entity(page(member, form.over(notes.of(key(member))), true, 1)).build();
    }

    private TemplateInstance page(Caseload.Member member, NoteForm form, boolean late, int page) {
        Seen<Course> seen = courses.of(member);
        return Templates.person(new Whole(people.of(List.of(member)).get(0), seen, preferences.of(key(member)).orElse(null),
                conversations.of(member.participant(), page), replies.latest(key(member), MOST_REPLIES),
                notes.of(key(member)), form, late, addresses.changed(key(member)).orElse(null)));
    }

    private Caseload.Member member(String participant) {
        return caseloads.find(participant, Shown.PERSON).orElseThrow(NotFoundException::new);
    }

    private ParticipantKey key(Caseload.Member member) {
        return new ParticipantKey(me().municipality(), member.participant());
    }

    private Session me() {
        return signedIn.coach();
    }
}
