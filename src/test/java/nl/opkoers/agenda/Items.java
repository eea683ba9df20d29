package nl.opkoers.agenda;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Agenda;

/** Items of an agenda, written by the clock on the wall in Amsterdam. */
final class Items {

    private Items() {
    }

    static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(Dates.AMSTERDAM).toInstant();
    }

    static Agenda.Item lesson(String id, String begin, String end) {
        return item(id, "Les", "Gepland", at(begin), at(end));
    }

    static Agenda.Item item(String id, String kind, String begin, String end) {
        return item(id, kind, "Gepland", at(begin), at(end));
    }

    static Agenda.Item cancelled(String id, String begin, String end) {
        return item(id, "Les", "Vervallen", at(begin), at(end));
    }

    static Agenda.Item item(String id, String kind, String status, Instant begin, Instant end) {
        return new Agenda.Item(id, 1, kind, status, begin, end, "Nederlands", null, null, List.of(), null, null, null, null,
                null, null, null);
    }

    static Entry entry(String id, String begin, String end) {
        return new Entry.Arranged(lesson(id, begin, end));
    }
}
