package nl.opkoers.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts about pages without internet, in {@code translations/messages/offline_<language>.properties}. */
@MessageBundle("offline")
public interface OfflineMessages {

    @Message String title();

    @Message String lead();

    @Message String who();

    @Message String mine();

    @Message String mine_text();

    @Message String shared();

    @Message String shared_text();

    @Message String remove();

    @Message String kept();

    @Message String removed();

    @Message String failed();

    @Message String needs_script();

    @Message String install();

    @Message String from(String moment);

    @Message String none_title();

    @Message String none_text();

    @Message String link();
}
