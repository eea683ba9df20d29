package nl.opkoers.contact;

import java.util.List;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.contract.Caseload;
import nl.opkoers.page.Show;

/**
 * What a coach has before them who begins a conversation.
 *
 * @param member  whom they write to
 * @param preview the standard sentence as the person will read it; {@code null} when it is not looked at
 */
record Writing(Caseload.Member member, PhraseText preview) {

    /** The page of it. */
    public String getAddress() {
        return ConversationsPage.PATH + "/" + Show.path(member.participant()) + "/" + WritePage.WRITE;
    }

    /** The language in which the person reads. */
    public Language getReads() {
        return WriteForm.reads(member);
    }

    /** What can be said in standard sentences. */
    public List<Phrases.Group> getSentences() {
        return Phrases.groups();
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }
}
