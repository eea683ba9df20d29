package nl.opkoers.coaching;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of what a team lead sees, in {@code translations/messages/team_<language>.properties}. */
@MessageBundle("team")
public interface TeamMessages {

    // What a team lead sees

    @Message String title();

    @Message String lead();

    @Message String no_teams();

    @Message String now_title(String date);

    @Message String month_title(String from, String until);

    @Message String waiting();

    @Message String promised();

    @Message String in_time();

    @Message String late();

    @Message String about(String n);

    @Message String about_percent(String n);

    @Message String few();

    @Message String rest();

    @Message String too_few();

    @Message String share();

    @Message String median();

    @Message String longest();

    @Message String days(int n);

    @Message String band(Figures.Band band);

    @Message String how();
}
