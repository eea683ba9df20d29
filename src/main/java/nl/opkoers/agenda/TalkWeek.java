package nl.opkoers.agenda;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.opkoers.contact.HelpRequest;
import nl.opkoers.contact.WeekHours;
import nl.opkoers.municipality.contract.Agenda;

/**
 * The hours of the week of which somebody says that it is too much.
 *
 * @param monday   its first day
 * @param all      with the person's own work
 * @param arranged without it
 */
public record TalkWeek(LocalDate monday, Load all, Load arranged) {

    /**
     * The week somebody means.
     *
     * @param asked    a day in it; this week when it is no day, or lies outside the agenda
     * @param work     when the person works
     * @param declined the keys of what they said not to come to
     */
    static TalkWeek of(Agenda agenda, String asked, List<WorkPattern> work, Set<String> declined, LocalDate today) {
        LocalDate monday = Week.mondayOf(asked, agenda, today);
        return new TalkWeek(monday, Week.of(monday, agenda.items(), work, declined).load(),
                Week.of(monday, agenda.items(), List.of(), declined).load());
    }

    /** Whether there is own work in it. */
    public boolean isWithWork() {
        return !all.of(Entry.Sort.WORK).isZero();
    }

    /** All of it, for the person's own eyes. */
    public WeekHours getHours() {
        return hours(all);
    }

    /** As it goes along with a question; {@code null} when there is nothing of it to tell. */
    HelpRequest.Attachment attachment(boolean withWork) {
        Load load = withWork ? all : arranged;
        return load.isEmpty() ? null : hours(load).attachment();
    }

    private WeekHours hours(Load load) {
        Map<WeekHours.Sort, Duration> bySort = new EnumMap<>(WeekHours.Sort.class);
        load.bySort().forEach((sort, time) -> bySort.put(WeekHours.Sort.valueOf(sort.name()), time));
        return new WeekHours(monday, bySort, load.total());
    }
}
