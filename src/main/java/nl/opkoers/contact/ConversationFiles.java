package nl.opkoers.contact;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.opkoers.file.DocumentAnswer;
import nl.opkoers.file.Documents;
import nl.opkoers.file.PictureAnswer;
import nl.opkoers.file.Pictures;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.page.Ids;

/** Files that were sent along in a conversation, for who may read that conversation: whoever asks has judged that. */
@ApplicationScoped
class ConversationFiles {

    private final Conversations conversations;
    private final Pictures pictures;
    private final Documents documents;

    ConversationFiles(Conversations conversations, Pictures pictures, Documents documents) {
        this.conversations = conversations;
        this.pictures = pictures;
        this.documents = documents;
    }

    /**
     * A file, as an answer.
     *
     * @throws NotFoundException when nothing with this id was sent along in this conversation, whatever else the person has
     */
    Response of(Conversation conversation, String file, RoutingContext context) {
        ParticipantKey key = conversation.key();
        UUID id = Ids.of(file).filter(known -> conversations.hasFile(key, conversation.opening().id(), known))
                .orElseThrow(NotFoundException::new);
        return documents.find(key, id).map(document -> DocumentAnswer.of(document, context))
                .or(() -> pictures.find(key, id).map(picture -> PictureAnswer.of(picture, context)))
                .orElseThrow(NotFoundException::new);
    }
}
