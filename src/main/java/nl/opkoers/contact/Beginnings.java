package nl.opkoers.contact;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import nl.opkoers.dossier.CaseloadCourses;
import nl.opkoers.dossier.Course;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.contract.Caseload;

/**
 * The conversations that the coach who is signed in begins. Only with somebody of their caseload of today: so whoever calls this has
 * asked that first.
 */
@RequestScoped
class Beginnings {

    private final Conversations conversations;
    private final Answers answers;
    private final CaseloadCourses courses;
    private final SignedIn signedIn;

    Beginnings(Conversations conversations, Answers answers, CaseloadCourses courses, SignedIn signedIn) {
        this.conversations = conversations;
        this.answers = answers;
        this.courses = courses;
        this.signedIn = signedIn;
    }

    /** Says what a form without mistakes says. @param file what goes along; {@code null} when nothing does */
    Spoken begin(Caseload.Member member, WriteForm form, UUID file) {
        Session me = signedIn.coach();
        WriteForm mine = form.of(me, file);
        Turn.Answered first = answers.answer(mine.words(), file);
        return conversations.tell(new ParticipantKey(me.municipality(), member.participant()), mine.opening(first.at(), member, me),
                first, contact(member));
    }

    /** Who answers for the plan: that is not whoever stands in for them now. */
    private Conversation.Contact contact(Caseload.Member member) {
        return courses.of(member).known().map(Course::getContact).flatMap(Conversation.Contact::of).orElse(null);
    }
}
