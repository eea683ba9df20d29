package nl.opkoers.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.page.Ids;

/** Answers who asks for a translation, with the page on which they asked. */
@ApplicationScoped
class Translating {

    private final Conversations conversations;
    private final Translations translations;
    private final PageLanguage pageLanguage;

    Translating(Conversations conversations, Translations translations, PageLanguage pageLanguage) {
        this.conversations = conversations;
        this.translations = translations;
        this.pageLanguage = pageLanguage;
    }

    /**
     * Translates a turn into the language of the page.
     *
     * @param page where the conversation is read
     * @throws NotFoundException when it is no turn of this conversation, or none that can be translated
     */
    Response translate(Conversation conversation, String turn, UriBuilder page) {
        Numbered asked = Ids.of(turn).flatMap(id -> conversations.turn(conversation.key(), conversation.opening().id(), id))
                .filter(each -> translations.isOffered(conversation, each.turn(), pageLanguage.current()))
                .orElseThrow(NotFoundException::new);
        if (conversation.standing().turns() - asked.position() >= MyThread.PAGE) {
            // It may not be among the last turns: who asked for it on an earlier page reads it there.
            page.queryParam("before", asked.position() + 1);
        }
        if (!translations.make(conversation, asked.turn(), pageLanguage.current())) {
            page.queryParam(Translations.FAILED, asked.turn().id());
        }
        return Response.seeOther(page.fragment("turn-" + asked.position()).build()).build();
    }
}
