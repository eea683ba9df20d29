package nl.opkoers.own;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import nl.opkoers.law.KeptKind;

/** The texts of this room, in {@code translations/messages/own_<language>.properties}. */
@MessageBundle("own")
public interface OwnMessages {

    // What is kept

    @Message String kind(KeptKind kind);

    @Message String kept_for(String term);

    @Message String counted(Forgettable.Counted counted);

    // Download

    @Message String download_title();

    @Message String download_lead();

    @Message String download_what();

    @Message String download_careful();

    @Message String download_note();

    @Message String download_button();

    @Message String file_title();

    @Message String file_made(String moment);

    @Message String file_none();

    @Message String file_addresses();

    @Message String file_files();

    @Message String file_codes();

    @Message String word(Readable.Word word);

    @Message String yes();

    @Message String no();

    // What is not right

    @Message String wrong_title();

    @Message String wrong_lead();

    @Message String wrong_about();

    @Message String about(WrongForm.About about);

    @Message String owner(WrongForm.Owner owner);

    @Message String says();

    @Message String should();

    @Message String wrong_send();

    @Message String mistakes_title();

    @Message String mistake(WrongForm.Mistake mistake);

    // Taking away

    @Message String forget_title();

    @Message String forget_lead();

    @Message String can_title();

    @Message String phone();

    @Message String phone_about();

    @Message String forget_next();

    @Message String none_chosen();

    @Message String gone();

    @Message String stays_title();

    @Message String stays(Forgettable.Reason reason);

    @Message String stays_ask();

    @Message String check_title();

    @Message String check_lead();

    @Message String check_sent();

    @Message String check_now();

    @Message String check_back();
}
