package nl.opkoers.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.opkoers.dossier.Course;
import nl.opkoers.language.Language;

/**
 * A conversation as who answers it has it before them.
 *
 * @param line     how it stands, and why they read it
 * @param view     the turns on this page
 * @param sent     what was sent along from the portal
 * @param course   where the person stands; {@code null} when not known, or not for them to know
 * @param noPlan   whether it is not for them to know, because they may read this conversation alone
 * @param staleOf  of when that is, when the municipality cannot be reached now
 * @param wanted   how the person wants contact; {@code null} when they never said, or it is not for whoever reads this to know
 * @param reads    the language in which the person reads
 * @param others   to whom of the municipality it can be sent on
 * @param preview  the standard sentence as the person will read it; {@code null} when it is not looked at
 */
record Answering(InboxLine line, TurnsView view, SentAlong sent, Course course, boolean noPlan, Instant staleOf,
        ContactPreference wanted, Language reads, List<Conversation.Contact> others, PhraseText preview) {

    public Conversation getConversation() {
        return line.conversation();
    }

    /** Whether there are earlier turns than those on this page. */
    public boolean isEarlier() {
        return view.first() > 1;
    }

    /** The position of the last turn there is: what a form says that was on the page. */
    public int getSeen() {
        return line.getStanding().turns();
    }

    /** The first day that can be promised or reminded of. */
    public LocalDate getTomorrow() {
        return line.today().plusDays(1);
    }

    /** Why it can be closed. */
    public List<Closing> getReasons() {
        return List.of(Closing.values());
    }

    /** What kinds of answers there are. */
    public List<ActForm.How> getHows() {
        return List.of(ActForm.How.values());
    }

    /** What can be said in standard sentences. */
    public List<Phrases.Group> getSentences() {
        return Phrases.groups();
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    Answering with(PhraseText shown) {
        return new Answering(line, view, sent, course, noPlan, staleOf, wanted, reads, others, shown);
    }
}
