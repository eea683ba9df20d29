package nl.opkoers.demo.municipality;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that comes back every week, or every few weeks. A lesson of it is known by the pattern and its day.
 *
 * @param id         of the pattern, among those of one person
 * @param days       the days of the week, 1 being Monday
 * @param from       the time in Amsterdam at which it begins, in summer and in winter
 * @param first      the first day on which it can be
 * @param last       the last one
 * @param everyWeeks 1 for every week; counted from the week of {@code first}
 * @param details    kind, subject, place and the rest, which each of them shares
 */
record LessonPattern(String id, List<Integer> days, LocalTime from, LocalTime until, LocalDate first, LocalDate last,
                     int everyWeeks, ObjectNode details) {

    private static final String LESSON = "Les";

    /** Those from one day up to another, which is not included. */
    Stream<AgendaItem> between(LocalDate begin, LocalDate end) {
        LocalDate from = begin.isBefore(first) ? first : begin;
        LocalDate to = end.isAfter(last) ? last.plusDays(1) : end;
        return from.isBefore(to) ? from.datesUntil(to).filter(this::fallsOn).map(this::on) : Stream.empty();
    }

    /** The one with this id, if it is one of these. */
    Optional<AgendaItem> find(String item) {
        if (!item.startsWith(id + "-")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(item.substring(id.length() + 1))).filter(this::fallsOn).map(this::on);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private boolean fallsOn(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last)
                && days.contains(day.getDayOfWeek().getValue())
                && ChronoUnit.WEEKS.between(monday(first), monday(day)) % everyWeeks == 0
                && !(LESSON.equals(details.path("soort").textValue()) && SchoolHolidays.covers(day));
    }

    private AgendaItem on(LocalDate day) {
        ObjectNode content = details.deepCopy()
                .put("status", AgendaItem.PLANNED)
                .put("begin", day.atTime(from).atZone(RelativeDates.ZONE).toInstant().toString())
                .put("einde", day.atTime(until).atZone(RelativeDates.ZONE).toInstant().toString());
        String updatedAt = content.path("bijgewerktOp").textValue();
        content.remove("bijgewerktOp");
        return new AgendaItem(id + "-" + day, 1, null, updatedAt, content, false);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
