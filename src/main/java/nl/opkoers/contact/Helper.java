package nl.opkoers.contact;

import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Courses;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.contract.Contacts;

/** Who helps the participant who is signed in. */
@RequestScoped
public class Helper {

    private final Courses courses;
    private final AwayToday away;
    private final Municipalities municipalities;
    private final AnswerPromise promise;

    Helper(Courses courses, AwayToday away, Municipalities municipalities, AnswerPromise promise) {
        this.courses = courses;
        this.away = away;
        this.municipalities = municipalities;
        this.promise = promise;
    }

    /** What who asks something now may expect. */
    public Expected expected() {
        return new Expected(name(), answerBefore(Standing.begin()), nobody(Standing.begin()).orElse(null));
    }

    /**
     * Before which day an answer is promised to who asks now; {@code null} when the municipality promises none, or names nobody in
     * whose inbox it would be.
     *
     * @param standing how the conversation stands in which they ask
     */
    LocalDate answerBefore(Standing standing) {
        return nobody(standing).isPresent() ? null : promise.before();
    }

    /**
     * That nobody answers for the plan who would answer this; empty also when that is not known now. What was sent on is answered by the
     * colleague who has it.
     */
    Optional<Nobody> nobody(Standing standing) {
        return course().filter(course -> course.getContact() == null && standing.assignedTo() == null)
                .map(course -> new Nobody(municipalities.here().known().orElse(null)));
    }

    /** Who answers for the plan, or stands in for them today; {@code null} when that is not known. */
    public String name() {
        return courses.helper().orElse(null);
    }

    /** Who stands in today for who answers for the plan, as the municipality says or as that colleague noted here. */
    Optional<Contacts.Substitute> standIn() {
        return courses.substitute();
    }

    /** Who stands in today for who answers for the plan, as that colleague noted here. */
    Optional<Contacts.Substitute> noted() {
        return contact().flatMap(contact -> standIn(contact.id()));
    }

    /** Who stands in today for an employee, as that one noted here; empty when nobody does. */
    Optional<Contacts.Substitute> standIn(String employee) {
        return away.standIn(employee);
    }

    /** Who answers for the plan, as conversations keep it. */
    Optional<Conversation.Contact> contact() {
        return course().map(Course::getContact).flatMap(Conversation.Contact::of);
    }

    /** Whom one can ask for: one for each role that is known here. */
    List<Contacts.Contact> choices() {
        Set<Contacts.Role> roles = new HashSet<>();
        return course().map(Course::contacts).stream().flatMap(List::stream)
                .filter(contact -> contact.role() != Contacts.Role.OTHER && roles.add(contact.role())).toList();
    }

    private Optional<Course> course() {
        return courses.mine().known();
    }
}
