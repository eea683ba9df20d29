package nl.opkoers.schools;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts about choosing among courses, in {@code translations/messages/choosing_<language>.properties}. */
@MessageBundle("choosing")
public interface ChoosingMessages {

    // My list

    @Message String list_title();

    @Message String list_lead();

    @Message String list_empty();

    @Message String list_add();

    @Message String list_remove();

    @Message String list_on();

    @Message String list_full(int n);

    @Message String list_gone();

    @Message String list_see();

    @Message String to_search();

    // Side by side

    @Message String compare_title();

    @Message String compare();

    @Message String compare_this();

    @Message String compare_pick();

    @Message String compare_most();

    @Message String compare_gone();

    @Message String compare_keep();

    @Message String compare_price();

    @Message String compare_times();

    @Message String compare_start();

    @Message String compare_place();

    // Help to choose

    @Message String help_link();

    @Message String help_lead();

    @Message String help_list();

    @Message String help_with();

    @Message String help_none();

    @Message String help_open();

    @Message String help_see();

    // This is not right

    @Message String wrong_title();

    @Message String wrong_lead();

    @Message String wrong_what();

    @Message String wrong_kind(OfferMistake.Kind kind);

    @Message String wrong_note();

    @Message String wrong_privacy();

    @Message String wrong_choose();

    @Message String wrong_sent(String date);

    @Message String wrong_arrived();

    @Message String wrong_enough();

    @Message String wrong_visitor();

    @Message String wrong_back();

    @Message String wrong_place_gone();

    @Message String wrong_place_sent(String date);

    @Message String wrong_place_back();
}
