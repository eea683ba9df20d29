package nl.opkoers.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Phase;
import nl.opkoers.language.Bidi;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.RuleKey;
import nl.opkoers.municipality.contract.Agenda;

/**
 * What an employer has to know, and nothing else: on which days and between which hours somebody has a lesson or an
 * appointment in the coming weeks. Not what it is, nor where, nor with whom, nor why.
 *
 * @param name         as the municipality addresses the person; a line to write on when that is not known
 * @param municipality its name; {@code null} when it was never heard of
 * @param date         the day on which it is written
 * @param times        what is planned, or goes on now, and the person did not say not to come to, the first thing first
 * @param declined     whether something was left out because they said so; for their own eyes, as the letter tells no employer
 * @param withLessons  whether lessons would be among it; otherwise the municipality does not know when there are any
 * @param duty         the rule that makes it a duty; {@code null} for who has none (any more), or none under this act
 * @param asOf         the moment of what the municipality told
 */
public record Letter(String name, String municipality, LocalDate date, List<Time> times, boolean declined, boolean withLessons, Fact duty,
        Instant asOf) {

    private static final Duration AHEAD = Duration.ofDays(28);
    private static final Set<Phase> WITHOUT_DUTY = Set.of(Phase.EARLIERACT, Phase.COMPLETED, Phase.EXEMPT);
    private static final String LINE_TO_WRITE_ON = ".".repeat(40);

    /** One stretch of time; {@code end} is {@code null} when it is not known. */
    public record Time(ZonedDateTime begin, ZonedDateTime end) {

        private static Time of(Agenda.Item item) {
            Entry entry = new Entry.Arranged(item);
            return new Time(entry.begin().atZone(Dates.AMSTERDAM),
                    entry.end().isAfter(entry.begin()) ? entry.end().atZone(Dates.AMSTERDAM) : null);
        }

        public String day(Language language) {
            return Dates.of(language).day(begin.toLocalDate());
        }

        /** From when until when; only from when, when the end is not known or is later than the next day. */
        public String hours(Language language) {
            Dates dates = Dates.of(language);
            ZonedDateTime nextDay = begin.toLocalDate().plusDays(1).atStartOfDay(Dates.AMSTERDAM);
            if (end == null || end.isAfter(nextDay.plusDays(1))) {
                return dates.time(begin.toLocalTime());
            }
            String hours = dates.timeRange(begin.toLocalTime(), end.toLocalTime());
            return end.isAfter(nextDay) ? Texts.in(language, WorkMessages.class).until_next_day(hours) : hours;
        }
    }

    /**
     * The letter as it is to be written now.
     *
     * @param declined the keys of what the person said not to come to: for that they need no time off
     * @param asOf     when the municipality confirmed the agenda
     */
    static Letter of(Course course, String municipality, Agenda agenda, Set<String> declined, Instant asOf, LawBook law, Instant now) {
        LocalDate today = Dates.dayOf(now);
        List<Agenda.Item> planned = agenda.items().stream()
                .filter(item -> !item.cancelled() && item.begin() != null)
                .filter(item -> new Entry.Arranged(item).touches(now, now.plus(AHEAD)))
                .sorted(Comparator.comparing(Agenda.Item::begin)).toList();
        List<Agenda.Item> coming = planned.stream().filter(item -> !declined.contains(new Entry.Arranged(item).key())).toList();
        Fact duty = WITHOUT_DUTY.contains(course.phase()) ? null
                : law.ask(RuleKey.DUTY_FROM, today).known().orElse(null);
        return new Letter(name(course), municipality, today, coming.stream().map(Time::of).distinct().toList(),
                coming.size() < planned.size(), NoLessons.of(agenda, course) == null, duty, asOf);
    }

    private static String name(Course course) {
        return course.dossier().person() == null || course.dossier().person().name() == null ? LINE_TO_WRITE_ON
                : course.dossier().person().name();
    }

    /** The side on which the name begins, by its first letter. */
    public String nameDirection() {
        return Bidi.directionOf(name).attribute();
    }

    public String date(Language language) {
        return Dates.of(language).date(date);
    }

    public String dutyCheckedOn(Language language) {
        return Dates.of(language).date(duty.checkedOn());
    }

    public String asOf(Language language) {
        return Dates.of(language).moment(asOf);
    }
}
