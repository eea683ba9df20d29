package nl.opkoers.agenda;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import nl.opkoers.municipality.contract.Agenda;

/**
 * The hours of the week that a talk is about.
 *
 * @param monday   its first day
 * @param all      with the person's own work
 * @param arranged without it
 */
public record TalkWeek(LocalDate monday, Load all, Load arranged) {

    /**
     * The week somebody means.
     *
     * @param asked a day in it; this week when it is no day, or lies outside the agenda
     * @param work  when the person works
     */
    static TalkWeek of(Agenda agenda, String asked, List<WorkPattern> work, LocalDate today) {
        LocalDate monday = monday(agenda, asked, today);
        return new TalkWeek(monday, Week.of(monday, agenda.items(), work).load(),
                Week.of(monday, agenda.items(), List.of()).load());
    }

    private static LocalDate monday(Agenda agenda, String asked, LocalDate today) {
        try {
            LocalDate monday = Week.mondayOf(LocalDate.parse(String.valueOf(asked)));
            boolean known = agenda.from() != null && agenda.until() != null
                    && !monday.isBefore(Week.mondayOf(agenda.from())) && monday.isBefore(agenda.until());
            return known ? monday : Week.mondayOf(today);
        } catch (DateTimeParseException garbled) {
            return Week.mondayOf(today);
        }
    }

    /** Whether there is own work in it. */
    public boolean isWithWork() {
        return !all.of(Entry.Sort.WORK).isZero();
    }

    /** Puts it into a request, as far as the person wants it to go along. */
    void attachTo(TalkRequest request, TalkForm form) {
        if (form.withWeek()) {
            request.week = monday;
            request.load = (form.withWork() ? all : arranged).write();
        }
    }
}
