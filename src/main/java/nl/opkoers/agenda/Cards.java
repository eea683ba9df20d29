package nl.opkoers.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Agenda;

/** Makes the cards of one agenda, each with what else is on at its time. */
final class Cards {

    private final Agenda agenda;
    private final Own own;
    private final Instant now;
    private final Set<String> declined;

    Cards(Agenda agenda, Own own, Instant now) {
        this.agenda = agenda;
        this.own = own;
        this.now = now;
        this.declined = Told.declined(agenda, own.sent());
    }

    /** The week around a day, with the person's own work in it. */
    Week week(LocalDate day) {
        return Week.of(day, agenda.items(), own.work(), declined);
    }

    /** An item by itself: looks for what else is on at its time, also after the midnight to another week. */
    Card alone(Agenda.Item item) {
        if (item.begin() == null) {
            return card(item, SameTime.NOTHING);
        }
        Entry entry = new Entry.Arranged(item);
        return card(item, sameTime(Stream.of(entry.begin(), entry.end()).map(Dates::dayOf).map(Dates::mondayOf).distinct()
                .map(this::week), entry));
    }

    /** An item where it does not matter what else is on. */
    Card plain(Agenda.Item item) {
        return card(item, SameTime.NOTHING);
    }

    /** A line of a day of this week. */
    Timetable.Line line(Week week, Week.Slot slot) {
        return slot.entry() instanceof Entry.Arranged arranged
                ? new Timetable.Line(slot, card(arranged.item(), sameTime(Stream.of(week), arranged)), SameTime.NOTHING)
                : new Timetable.Line(slot, null, sameTime(Stream.of(week), slot.entry()));
    }

    private Card card(Agenda.Item item, SameTime sameTime) {
        return new Card(item, own.toldAbout(item).orElse(null), own.seen(item), sameTime, now);
    }

    /** What is over, or what somebody said not to come to, is in nobody's way. */
    private SameTime sameTime(Stream<Week> weeks, Entry entry) {
        if (!entry.end().isAfter(now) || declined.contains(entry.key())) {
            return SameTime.NOTHING;
        }
        List<Entry> others = weeks.flatMap(week -> week.clashesOf(entry).stream()).map(clash -> clash.other(entry))
                .filter(other -> !declined.contains(other.key())).distinct().sorted(Entry.BY_TIME).toList();
        return SameTime.of(others);
    }
}
