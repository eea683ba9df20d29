package nl.opkoers.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts about what is not taken, in {@code translations/messages/refused_<language>.properties}. */
@MessageBundle("refused")
public interface RefusedMessages {

    @Message String often_title();

    @Message String often_text(String wait);

    @Message String again_kept();

    @Message String again_title();

    @Message String again_text();

    @Message String again_file();

    @Message String again_button();

    @Message String come_back();

    @Message String bsn_title();

    @Message String bsn_text();

    @Message String bsn_without();

    @Message String bsn_other_text();

    @Message String bsn_other();

    @Message String words_not_sent();

    @Message String large_title();

    @Message String large_text();

    @Message String other_title();

    @Message String other_text();

    @Message String other_next();
}
