package nl.opkoers.agenda;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of what leaves the portal: the calendar for a phone and the letter for an employer, in
 * {@code translations/messages/feed_<language>.properties}.
 */
@MessageBundle("feed")
public interface FeedMessages {

    // In the calendar itself: nothing else is

    @Message String calendar_name();

    @Message String lesson();

    @Message String appointment();

    @Message String cancelled(String title);

    // To a calendar that asks in vain

    @Message String unknown_address();

    @Message String too_often();

    @Message String away();

    // The page

    @Message String title();

    @Message String lead();

    @Message String neutral();

    @Message String without_declined();

    @Message String none();

    @Message String make();

    @Message String new_title();

    @Message String new_once();

    @Message String address();

    @Message String secret();

    @Message String made(String date);

    @Message String used(String moment);

    @Message String used_never();

    @Message String used_strange();

    @Message String renew();

    @Message String renew_text();

    @Message String revoke();

    @Message String revoke_text();

    @Message String how_title();

    @Message String iphone_open();

    @Message String iphone_add();

    @Message String iphone_paste();

    @Message String android_browser();

    @Message String android_add();

    @Message String android_paste();

    @Message String android_late();

    @Message String once_title();

    @Message String once_text();

    @Message String once();

    // The letter

    @Message String letter_title();

    @Message String letter_about();

    @Message String letter_without();

    @Message String letter_language();

    @Message String letter_declined();

    @Message String letter_download();

    @Message String letter_says();

    @Message String letter_subject();

    @Message String letter_to();

    @Message String letter_name();

    @Message String letter_municipality();

    @Message String letter_date();

    @Message String letter_times(String name);

    @Message String letter_day();

    @Message String letter_hours();

    @Message String letter_none();

    @Message String letter_lessons_unknown();

    @Message String letter_impossible();

    @Message String letter_duty();

    @Message String letter_duty_source(String source, String date);

    @Message String letter_as_of(String moment);

    @Message String letter_by(String name);
}
