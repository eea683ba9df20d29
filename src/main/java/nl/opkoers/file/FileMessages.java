package nl.opkoers.file;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of this room, in {@code translations/messages/file_<language>.properties}. */
@MessageBundle("file")
public interface FileMessages {

    @Message String photo();

    @Message String photo_about();

    @Message String photo_who();

    @Message String photo_kept();

    @Message String photo_without();

    @Message String photo_other();

    @Message String refusal(Refusal why);
}
