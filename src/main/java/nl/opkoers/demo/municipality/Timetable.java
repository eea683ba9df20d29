package nl.opkoers.demo.municipality;

import java.util.List;

/**
 * What stands in somebody's agenda at seeding beside the appointments of the dossier.
 *
 * @param patterns what comes back
 * @param single   changed and cancelled lessons, and what happens once
 */
record Timetable(List<LessonPattern> patterns, List<AgendaItem> single) {

    static final Timetable EMPTY = new Timetable(List.of(), List.of());

    Timetable {
        patterns = List.copyOf(patterns);
        single = List.copyOf(single);
    }
}
