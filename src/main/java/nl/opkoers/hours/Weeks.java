package nl.opkoers.hours;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import nl.opkoers.language.Dates;

/**
 * Some weeks of somebody's hours.
 *
 * @param entries all of them, the latest day first
 */
record Weeks(List<Entry> entries) {

    /** So many of a week fit in a form. */
    static final int MOST = 30;

    /** The entries of the week from a Monday on, the first day first. */
    List<Entry> of(LocalDate monday) {
        return entries.stream().filter(entry -> monday(entry).equals(monday)).limit(MOST)
                .sorted(Comparator.comparing(entry -> entry.written().day())).toList();
    }

    /** Those of these kinds, of the last week before it in which there are any. */
    List<Entry> before(LocalDate monday, List<Kind> kinds) {
        return entries.stream().map(Weeks::monday).filter(each -> each.isBefore(monday)).findFirst().map(this::of).orElse(List.of())
                .stream().filter(entry -> kinds.contains(entry.written().kind())).toList();
    }

    private static LocalDate monday(Entry entry) {
        return Dates.mondayOf(entry.written().day());
    }
}
