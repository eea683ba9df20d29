package nl.opkoers.contact;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Courses;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.looks.Purpose;
import nl.opkoers.looks.Viewers;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;

/**
 * Who may see the participant who is signed in, by the names that the portal knows: the contacts that the municipality tells, who
 * stands in for them by what the municipality says or they noted here, to whom an open question was sent on, and who stands in for
 * those.
 */
@RequestScoped
class WhoSees implements Viewers {

    /** More open questions than one person has. */
    private static final int MOST = 200;
    private static final Part PART = new Part("sent-on", Set.of("/my-data"), List.of("it.assigned_to", "it.assigned_name"),
            "conversation" + Part.MINE + " and it.open and it.assigned_name is not null order by it.last_at desc limit " + MOST);

    private final Courses courses;
    private final AwayToday away;
    private final Conversations conversations;
    private final AtOnce atOnce;
    private final SignedIn signedIn;

    WhoSees(Courses courses, AwayToday away, Conversations conversations, AtOnce atOnce, SignedIn signedIn) {
        this.courses = courses;
        this.away = away;
        this.conversations = conversations;
        this.atOnce = atOnce;
        this.signedIn = signedIn;
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    @Override
    public List<Viewer> today() {
        Stream<Viewer> around = courses.mine().known().stream()
                .flatMap(course -> course.contacts().stream().flatMap(contact -> around(course, contact)));
        Stream<Viewer> sentOn = sentOn().stream().flatMap(colleague -> Stream.concat(
                Stream.of(new Viewer(colleague.name(), Purpose.SENT, null, null)), noted(colleague.id(), colleague.name())));
        return Stream.concat(around, sentOn).distinct().toList();
    }

    private List<Conversation.Contact> sentOn() {
        return atOnce.take(PART).map(found -> found.stream().map(row -> new Conversation.Contact(row.text(0), row.text(1))).toList())
                .orElseGet(() -> conversations.latest(signedIn.participant().key(), MOST).stream().map(Conversation::standing)
                        .filter(Standing::open).filter(standing -> standing.assignedName() != null)
                        .map(standing -> new Conversation.Contact(standing.assignedTo(), standing.assignedName())).toList());
    }

    private Stream<Viewer> around(Course course, Contacts.Contact contact) {
        if (contact.employeeId() == null || contact.name() == null || !contact.guides()) {
            return Stream.empty();
        }
        Stream<Viewer> told = contact.substituteOn(course.today()).filter(other -> other.name() != null).stream()
                .map(other -> new Viewer(other.name(), Purpose.INSTEAD, contact.name(), other.until()));
        return Stream.of(Stream.of(new Viewer(contact.name(), Purpose.CONTACT, null, null)), told,
                noted(contact.employeeId(), contact.name())).flatMap(each -> each);
    }

    /** Who stands in for an employee, as was noted here. */
    private Stream<Viewer> noted(String employee, String name) {
        return away.allFor(employee).stream()
                .map(absence -> new Viewer(absence.substituteName(), Purpose.INSTEAD, name, absence.until()));
    }

    @Override
    public boolean isKnown() {
        return courses.mine().known().isPresent();
    }
}
