package nl.opkoers.schools;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts about schools and places to practise, in {@code translations/messages/offers_<language>.properties}. A method
 * with a constant has a text for each: {@code criterion_NEAR} is the name of {@code NEAR}.
 */
@MessageBundle("offers")
public interface OffersMessages {

    // The search page

    @Message String lead();

    @Message String general();

    @Message String over();

    @Message String to_costs();

    @Message String ask_title();

    @Message String ask_text();

    @Message String ask_near();

    @Message String ask_times();

    @Message String ask_childcare();

    @Message String ask_level();

    @Message String ask_whom();

    @Message String search_title();

    @Message String form_title();

    @Message String form_lead();

    @Message String any();

    @Message String criterion(Criterion criterion);

    @Message String when();

    @Message String evening();

    @Message String weekend();

    @Message String work_first();

    @Message String work_general();

    @Message String weeks();

    @Message String near();

    @Message String postcode();

    @Message String km();

    @Message String near_how();

    @Message String month();

    @Message String more();

    @Message String language();

    @Message String submit();

    // What cannot be used

    @Message String mistake_number(String most);

    @Message String mistake_postcode();

    @Message String mistake_elsewhere();

    @Message String mistake_from();

    @Message String mistake_choice();

    // What was found

    @Message String unreachable_title();

    @Message String found(Integer n);

    @Message String found_places(Integer n);

    @Message String chosen();

    @Message String give_up();

    @Message String without(String criterion);

    @Message String give_up_all();

    @Message String none_text();

    @Message String drop(String criterion, Integer n);

    @Message String none_alone();

    @Message String order();

    @Message String for_others(Integer n);

    @Message String crow(String source);

    @Message String places_title();

    @Message String places_lead();

    @Message String places_all();

    @Message String to_courses();

    @Message String pages();

    @Message String page_of(String page, String pages);

    @Message String previous();

    @Message String next();

    @Message String unknown_of(String what);

    // An offer in words

    @Message String and_more(String first, String rest);

    @Message String days_at(String days, String times);

    @Message String free();

    @Message String per_hour(String amount);

    @Message String per_month(String amount);

    @Message String each_time(String amount);

    @Message String price_unknown();

    @Message String distance(String kilometres);

    @Message String distance_near();

    @Message String times_unknown();

    @Message String times_own();

    @Message String beside(String fitting, Integer n);

    @Message String beside_how();

    @Message String every_other_week();

    @Message String start(String date);

    @Message String start_unknown();

    @Message String waiting(Integer n);

    @Message String checked(String date, String source);

    @Message String checked_never(String source);

    @Message String aged();

    @Message String for_levels(String levels);

    @Message String kind(PracticePlace.Kind kind);

    @Message String kind_unknown();

    // One course or place

    @Message String course_title();

    @Message String place_title();

    @Message String facts_title();

    @Message String price_in_all();

    @Message String material();

    @Message String material_included();

    @Message String hours();

    @Message String level_step();

    @Message String from_to(Level from, Level to);

    @Message String online();

    @Message String online_part(String percent);

    @Message String for_whom();

    @Message String group_both();

    @Message String group_asylum();

    @Message String group_family();

    @Message String group_size();

    @Message String own_age();

    @Message String quiet();

    @Message String by_whom();

    @Message String contact_title();

    @Message String call();

    @Message String mail();

    @Message String website();

    @Message String reach_unknown();

    @Message String where_unknown();

    @Message String yes();

    @Message String no();

    @Message String back();
}
