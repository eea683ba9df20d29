package nl.opkoers.agenda;

import jakarta.ws.rs.core.MediaType;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;

/** What goes round a calendar file: its few words, its type and its name. */
final class CalendarTexts {

    /** RFC 5545, 8.1. */
    static final MediaType TYPE = new MediaType("text", "calendar", "utf-8");

    private CalendarTexts() {
    }

    /** @param how {@code inline} for a calendar that is subscribed to, {@code attachment} for a file to keep */
    static String named(String how) {
        return how + "; filename=\"agenda.ics\"";
    }

    static Calendar.Words in(Language language) {
        FeedMessages words = Texts.in(language, FeedMessages.class);
        return new Calendar.Words(words.calendar_name(), words.lesson(), words.appointment(), words::cancelled);
    }
}
