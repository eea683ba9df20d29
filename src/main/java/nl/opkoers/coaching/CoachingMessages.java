package nl.opkoers.coaching;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the workspace of coaches, in {@code translations/messages/coaching_<language>.properties}. */
@MessageBundle("coaching")
public interface CoachingMessages {

    // The tabs of who works for the municipality

    @Message String nav_inbox();

    // Where they arrive

    @Message String team_lead();

    @Message String no_group();

    // The people of a coach

    @Message String people_title();

    @Message String people_count(int n);

    @Message String term_until(String date);

    @Message String last_talk(String date);
}
