package nl.opkoers.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of this room, in {@code translations/messages/notice_<language>.properties}. */
@MessageBundle("notice")
public interface NoticeMessages {

    // What is sent

    @Message String sent_subject();

    @Message String sent_text();

    @Message String sent_stop();

    @Message String code_subject();

    @Message String code_text(String code);

    @Message String changed_subject();

    @Message String changed_text();

    // What it is

    @Message String title();

    @Message String lead();

    @Message String says();

    @Message String silent();

    @Message String free();

    @Message String shared();

    @Message String may_stop();

    // How it stands

    @Message String not_offered();

    @Message String state_none();

    @Message String state_stopped();

    @Message String state_on(Channel channel);

    @Message String state_asked(String address);

    @Message String saved();

    @Message String last_at(String moment);

    @Message String last(NoticeView.Last last);

    @Message String last_none();

    @Message String stop();

    // Where

    @Message String where();

    @Message String where_else();

    @Message String channel(Channel channel);

    @Message String address(Channel channel);

    @Message String send_code();

    @Message String send_code_why();

    @Message String push_set();

    @Message String push_how();

    @Message String push_not();

    // When and how

    @Message String how_title();

    @Message String language();

    @Message String quiet();

    @Message String quiet_text();

    @Message String quiet_from();

    @Message String quiet_until();

    @Message String save();

    // The code

    @Message String code_title();

    @Message String code_sent(String address);

    @Message String code_late();

    @Message String code_label();

    @Message String code_enter();

    @Message String code_new();

    @Message String code_wrong();

    // Mistakes

    @Message String wrong_title();

    @Message String wrong(NoticeForm.Mistake mistake);

    // Stopping without signing in

    @Message String stop_title();

    @Message String stop_text();

    @Message String stop_stays();

    @Message String stopped_title();

    @Message String stopped_text();
}
