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

    @Message String letter();

    @Message String letter_about();

    @Message String letter_kept();

    @Message String letter_without();

    @Message String letter_other();

    @Message String letter_wrong(LetterField.Wrong why);

    @Message String refusal(Refusal why);
}
