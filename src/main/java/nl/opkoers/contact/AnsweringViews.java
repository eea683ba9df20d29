package nl.opkoers.contact;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import nl.opkoers.dossier.CaseloadCourses;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.PersonNames;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;

/** Puts together what who answers has to see of a conversation that they may read. */
@RequestScoped
class AnsweringViews {

    /** As many as stay one page; the earlier ones are a page back. */
    static final int ON_A_PAGE = 40;

    private final ConversationAccess access;
    private final Conversations conversations;
    private final TurnsViews turns;
    private final Answers answers;
    private final CaseloadCourses courses;
    private final PersonNames names;
    private final KnownCourses knownCourses;
    private final ContactPreferences preferences;

    AnsweringViews(ConversationAccess access, Conversations conversations, TurnsViews turns, Answers answers, CaseloadCourses courses,
            PersonNames names, KnownCourses knownCourses, ContactPreferences preferences) {
        this.access = access;
        this.conversations = conversations;
        this.turns = turns;
        this.answers = answers;
        this.courses = courses;
        this.names = names;
        this.knownCourses = knownCourses;
        this.preferences = preferences;
    }

    /** @param before the position of the first turn that is not shown any more */
    Answering of(Conversation conversation, int before) {
        Opening opening = conversation.opening();
        Optional<Caseload.Member> member = access.member(conversation);
        Optional<Caseload.Member> mine = access.own(conversation);
        Seen<Course> course = mine.<Seen<Course>>map(courses::of).orElseGet(Seen.Absent::new);
        InboxLine line = line(conversation);
        List<Numbered> shown = conversations.turns(conversation.key(), opening.id(), before, ON_A_PAGE);
        return new Answering(line, view(line, shown),
                SentAlong.of(opening.attachment(), knownCourses), course.known().orElse(null), mine.isEmpty() && access.isKnown(), course.staleOf(),
                mine.flatMap(person -> preferences.of(conversation.key())).orElse(null), reads(member, opening), answers.others(conversation), null);
    }

    /** How it stands now. */
    InboxLine line(Conversation conversation) {
        return new InboxLine(conversation, name(conversation, access.member(conversation)), access.instead(conversation).orElse(null),
                access.isSentTo(conversation), answers.reminder(conversation), null, answers.today());
    }

    /** What came after a position, for a page that is open. */
    TurnsView after(InboxLine line, int position) {
        Conversation conversation = line.conversation();
        return view(line, conversations.turnsAfter(conversation.key(), conversation.opening().id(), position, ON_A_PAGE));
    }

    private TurnsView view(InboxLine line, List<Numbered> shown) {
        Conversation conversation = line.conversation();
        return turns.of(conversation, shown, Viewer.staff(line.name(), line.getAddress()),
                () -> conversations.readers(conversation.key(), conversation.opening().id()));
    }

    private String name(Conversation conversation, Optional<Caseload.Member> member) {
        ParticipantKey key = conversation.key();
        return member.map(Caseload.Member::name)
                .orElseGet(() -> names.of(key.municipality(), List.of(key.participant())).get(key.participant()));
    }

    /** The language that the municipality knows somebody reads, otherwise the one in which they asked. */
    private static Language reads(Optional<Caseload.Member> member, Opening opening) {
        return member.map(Caseload.Member::language).flatMap(Language::ofTag)
                .or(() -> Language.ofTag(opening.language())).orElse(Language.NL);
    }
}
