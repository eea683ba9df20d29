package nl.opkoers.contact;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of what waits for a coach, in {@code translations/messages/inbox_<language>.properties}. */
@MessageBundle("inbox")
public interface InboxMessages {

    @Message String title();

    @Message String lead();

    @Message String unknown();

    @Message String count(int n);

    @Message String late_count(int n);

    @Message String to_all();

    @Message String most(int n);

    @Message String latest(int n);

    // Which ones

    @Message String which(InboxFilter.Which which);

    @Message String filter_title();

    @Message String filter_topic();

    @Message String filter_language();

    @Message String filter_all();

    @Message String filter_late();

    @Message String filter_go();

    @Message String none();

    @Message String none_found();

    @Message String page_of(String page, String pages);

    @Message String previous();

    @Message String next();

    // One of them

    @Message String topic(Topic topic);

    @Message String before(String date);

    @Message String overdue(String date);

    @Message String no_promise();

    @Message String waits(int n);

    @Message String asked_on(String date);

    @Message String urgent();

    @Message String confidential();

    @Message String language(String language);

    @Message String interpreter();

    @Message String call(Opening.CallBack call);

    @Message String gender(Opening.Gender gender);

    /** @param role whom the person would rather have help them */
    @Message String wished(String role);

    @Message String instead(String name, String date);

    @Message String instead_open(String name);

    @Message String sent_on();

    @Message String sent_to(String name);

    @Message String asked();

    @Message String closed();

    @Message String last(String date);

    // Reminders

    @Message String to_look_at();

    @Message String reminder(String date);

    @Message String promised_look(String date);

    // What a colleague has past its day, and only they may read

    @Message String elsewhere();

    @Message String elsewhere_help();
}
