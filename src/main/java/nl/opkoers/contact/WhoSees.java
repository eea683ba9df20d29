package nl.opkoers.contact;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Courses;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.looks.Purpose;
import nl.opkoers.looks.Viewers;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;

/**
 * Who may see the participant who is signed in, as far as the portal knows: the contacts that the municipality tells, who stands in
 * for them by what the municipality says or they noted here, to whom a question was sent on, and who stands in for those.
 */
@RequestScoped
class WhoSees implements Viewers {

    /** More questions than one person has sent on. */
    private static final int MOST = 200;
    private static final Part PART = new Part("sent-on", Set.of("/my-data"),
            List.of("it.assigned_to", "it.assigned_name", "case when not bool_or(it.open) then max(it.closed_at) end"), "conversation" + Part.MINE
                    + " and it.assigned_name is not null group by it.assigned_to, it.assigned_name order by max(it.last_at) desc limit " + MOST);

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

    /**
     * A colleague to whom something was sent on: theirs to read, also when it is closed.
     *
     * @param closedAt when it was closed; {@code null} while it is open
     */
    private record Colleague(String id, String name, Instant closedAt) {

        /** Whether who stands in for them from this day on reads something of it: what was closed before that is not theirs. */
        boolean isOpenSince(LocalDate first) {
            return closedAt == null || !Dates.dayOf(closedAt).isBefore(first);
        }
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
                Stream.of(new Viewer(colleague.name(), Purpose.SENT, null, null)),
                noted(colleague.id(), colleague.name(), absence -> colleague.isOpenSince(absence.since()))));
        return Stream.concat(around, sentOn).distinct().toList();
    }

    private List<Colleague> sentOn() {
        return atOnce.take(PART).map(found -> found.stream().map(row -> new Colleague(row.text(0), row.text(1), row.moment(2))).toList())
                .orElseGet(() -> conversations.latest(signedIn.participant().key(), MOST).stream()
                        .filter(sent -> sent.standing().assignedName() != null)
                        .map(sent -> new Colleague(sent.standing().assignedTo(), sent.standing().assignedName(),
                                sent.standing().open() ? null : sent.closedAt())).toList());
    }

    private Stream<Viewer> around(Course course, Contacts.Contact contact) {
        if (contact.employeeId() == null || !contact.guides()) {
            return Stream.empty();
        }
        Stream<Viewer> told = contact.substituteOn(course.today()).stream()
                .map(other -> new Viewer(other.name(), Purpose.INSTEAD, contact.name(), other.until()));
        return Stream.of(Stream.of(new Viewer(contact.name(), Purpose.CONTACT, null, null)), told,
                noted(contact.employeeId(), contact.name(), absence -> true)).flatMap(each -> each);
    }

    /** Who stands in for an employee, as was noted here, where there is something for them to read. */
    private Stream<Viewer> noted(String employee, String name, Predicate<Absence> reads) {
        return away.allFor(employee).stream().filter(reads)
                .map(absence -> new Viewer(absence.substituteName(), Purpose.INSTEAD, name, absence.until()));
    }

    @Override
    public boolean isKnown() {
        return courses.mine().known().isPresent();
    }
}
