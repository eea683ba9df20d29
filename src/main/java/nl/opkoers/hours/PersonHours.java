package nl.opkoers.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Caseload;

/**
 * Somebody's hours as their coach has them before them.
 *
 * @param staleOf   of when is what the municipality counts, when it cannot be reached now
 * @param unknown   whether it is not known how they stand, because the municipality cannot be reached
 * @param standings how they stand, kind by kind, where there is anything to tell
 * @param still     what the municipality goes on counting although it does not count here, the latest day first
 * @param weeks     what waits, the earliest week first
 * @param more      how many wait besides
 * @param pattern   what the person does regularly
 * @param lately    what was judged within a day
 * @param next      whose hours wait after these; {@code null} when nobody's do
 */
public record PersonHours(Caseload.Member member, Instant staleOf, boolean unknown, List<Standing> standings, List<Judged> still,
        List<OfWeek> weeks, int more, List<Regularity> pattern, List<Judged> lately, Caseload.Member next) {

    public PersonHours {
        standings = standings.stream().filter(PersonHours::isTelling).toList();
    }

    private static boolean isTelling(Standing standing) {
        return standing.count() != null || !standing.sum().equals(Totals.Sum.NONE);
    }

    /** What waits of one week. */
    public record OfWeek(LocalDate monday, List<Judged> entries) {

        /** What the form that accepts all of it says that was on the page. */
        public String getSeen() {
            return entries.stream().map(Judged::getSeen).collect(Collectors.joining(","));
        }
    }

    /** Week by week, the earliest first, and within it day by day. */
    static List<OfWeek> byWeek(List<Judged> waiting) {
        Map<LocalDate, List<Judged>> weeks = waiting.stream()
                .collect(Collectors.groupingBy(one -> Dates.mondayOf(one.getWritten().day()),
                        TreeMap::new, Collectors.toList()));
        return weeks.entrySet().stream().map(week -> new OfWeek(week.getKey(), week.getValue().stream()
                .sorted(Comparator.comparing((Judged one) -> one.getWritten().day())
                        .thenComparing(one -> one.entry().id())).toList())).toList();
    }
}
