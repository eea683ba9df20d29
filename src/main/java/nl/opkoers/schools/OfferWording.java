package nl.opkoers.schools;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.language.Texts;
import nl.opkoers.page.Show;

/** How templates word offers, in the language of the page. */
@TemplateExtension
final class OfferWording {

    private OfferWording() {
    }

    private static Language language() {
        return Arc.container().instance(PageLanguage.class).get().current();
    }

    private static OffersMessages texts() {
        return Texts.in(language(), OffersMessages.class);
    }

    /** The days that have the same times on one line each, in the order of the week; none when it is not known when. */
    static List<String> timeLines(Offer offer) {
        Map<List<LocalTime>, List<DayOfWeek>> days = new LinkedHashMap<>();
        List<WeekTime> times = offer.times() == null ? List.of() : offer.times();
        times.forEach(time -> days.computeIfAbsent(Arrays.asList(time.from(), time.until()),
                same -> new ArrayList<>()).add(time.day()));
        return days.entrySet().stream().map(same -> line(same.getValue(), same.getKey().get(0), same.getKey().get(1))).toList();
    }

    private static String line(List<DayOfWeek> days, LocalTime from, LocalTime until) {
        Dates dates = Dates.of(language());
        String names = joined(days.stream().distinct().map(dates::weekday).toList());
        if (from == null) {
            return names;
        }
        return texts().days_at(names, until == null ? dates.time(from) : dates.timeRange(from, until));
    }

    /** What is not known, in one line. */
    static String words(List<Criterion> criteria) {
        return joined(criteria.stream().map(texts()::criterion).toList());
    }

    /** Levels, in one line. */
    static String levelNames(PracticePlace place) {
        return joined(place.levels().stream().map(Level::name).map(Show::name).toList());
    }

    /** The languages in which the teacher can explain, each by its own name. */
    static String languageNames(LessonCourse course) {
        return joined(course.languages().stream().filter(Objects::nonNull).map(Show::languageName).toList());
    }

    private static String joined(List<String> words) {
        return words.stream().reduce((before, word) -> texts().and_more(before, word)).orElse("");
    }
}
