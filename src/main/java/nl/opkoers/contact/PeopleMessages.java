package nl.opkoers.contact;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import nl.opkoers.municipality.contract.Contacts;

/**
 * The texts about the people around somebody, and about how to stay in touch, in
 * {@code translations/messages/people_<language>.properties}.
 */
@MessageBundle("people")
public interface PeopleMessages {

    // Who helps me

    @Message String title();

    @Message String lead();

    @Message String not_known_whom();

    @Message String near_title();

    @Message String near_untold();

    @Message String near_nobody();

    @Message String new_since(String date);

    @Message String instead_of(String name);

    @Message String away(String name);

    @Message String substitute();

    @Message String substitute_text(String name);

    @Message String until_day(String date);

    @Message String hours();

    @Message String next_talk(String date);

    @Message String no_phone();

    @Message String elsewhere();

    /** What to ask somebody else. */
    @Message String not(Contacts.Role role);

    // School, DUO and IND

    @Message String offices_title();

    @Message String municipality_text();

    @Message String school();

    @Message String school_text();

    @Message String school_not();

    @Message String school_begins(String date);

    @Message String school_no_phone();

    @Message String office(Office.Name name);

    @Message String ask(Office.Name name);

    @Message String office_not(Office.Name name);

    @Message String office_call(String name);

    @Message String office_no_phone(String name);

    @Message String exam_site();

    // How often and how

    @Message String preference_title();

    @Message String preference_lead();

    @Message String frequency_title();

    @Message String frequency(ContactPreference.Frequency frequency);

    @Message String means(ContactPreference.Frequency frequency);

    @Message String always();

    @Message String way_title();

    @Message String way(ContactPreference.Way way);

    @Message String way_any();

    @Message String save();

    @Message String saved();

    @Message String chosen_on(String date);

    @Message String chosen(String frequency);

    @Message String chosen_way(String way);

    @Message String not_chosen();

    @Message String mistakes_title();

    @Message String frequency_missing();

    @Message String to_people();

    // Own words in another language

    @Message String translate();

    @Message String translated();

    @Message String original();

    @Message String translate_failed();
}
