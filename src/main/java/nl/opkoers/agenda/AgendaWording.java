package nl.opkoers.agenda;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.LocalTime;
import nl.opkoers.language.Bidi;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Durations;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.page.Show;

/** How templates word what stands in an agenda, in the language of the page. */
@TemplateExtension
final class AgendaWording {

    private AgendaWording() {
    }

    private static Language language() {
        return Arc.container().instance(PageLanguage.class).get().current();
    }

    /** How much time a week takes, in words; about, because nobody reads a week to the minute. */
    static String words(Load load) {
        return new LoadWords(Texts.in(language(), AgendaMessages.class), Durations.of(language())).of(load);
    }

    /** What it is, in a word or two. */
    static String what(Entry entry) {
        AgendaMessages texts = Texts.in(language(), AgendaMessages.class);
        if (!(entry instanceof Entry.Arranged arranged)) {
            return texts.own_work();
        }
        Agenda.Item item = arranged.item();
        return item.kind() == Agenda.Kind.OTHER && item.kindCode() != null ? Bidi.auto(item.kindCode()) : texts.kind(item.kind());
    }

    /** From when to when it goes on, and on which days when that is more than one. */
    static String times(Week.Slot slot) {
        String times = Show.times(slot.entry().begin(), slot.end() == null ? null : slot.entry().end());
        if (slot.begunBefore()) {
            return Texts.in(language(), AgendaMessages.class).begun_before(times);
        }
        return slot.goesOn() ? Texts.in(language(), WorkMessages.class).until_next_day(times) : times;
    }

    /** The same of an item with a begin, on the day on which it begins. */
    static String times(Card card) {
        Entry entry = new Entry.Arranged(card.item());
        return times(Week.Slot.on(Dates.dayOf(entry.begin()), entry));
    }

    /** The name of a day, as short as its language has it. */
    static String shortName(Timetable.Day day) {
        return Dates.of(language()).weekdayShort(day.date().getDayOfWeek());
    }

    /** The name of a day in full. */
    static String name(Timetable.Day day) {
        return Dates.of(language()).weekday(day.date().getDayOfWeek());
    }

    /** From when it is on that day, on the clock: what began the evening before does not begin again. */
    static String begins(Week.Slot slot) {
        return Dates.of(language()).clock(slot.begunBefore() ? LocalTime.MIDNIGHT : slot.begin());
    }
}
