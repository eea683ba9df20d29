package nl.opkoers.dossier;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.language.Texts;
import nl.opkoers.law.Fact;
import nl.opkoers.municipality.contract.Meeting;

/** How templates word what the dossier holds, in the language of the page. */
@TemplateExtension
final class Wording {

    private Wording() {
    }

    private static Language language() {
        return Arc.container().instance(PageLanguage.class).get().current();
    }

    /** A meeting's day and times. */
    static String when(Meeting meeting) {
        return Texts.in(language(), DossierMessages.class).meeting_when(Dates.of(language()).day(begin(meeting).toLocalDate()), times(meeting));
    }

    /** The same day in Dutch, where a reader needs it to compare with a letter; {@code null} elsewhere. */
    static String whenDutch(Meeting meeting) {
        return Dates.of(language()).dutchBelow(begin(meeting).toLocalDate()).orElse(null);
    }

    private static String times(Meeting meeting) {
        Dates dates = Dates.of(language());
        return meeting.end() == null ? dates.time(begin(meeting).toLocalTime())
                : dates.timeRange(begin(meeting).toLocalTime(), local(meeting.end()).toLocalTime());
    }

    private static ZonedDateTime begin(Meeting meeting) {
        return local(meeting.begin());
    }

    private static ZonedDateTime local(Instant moment) {
        return moment.atZone(Dates.AMSTERDAM);
    }

    /** Whether the source of a rule was last read too long ago to show it without saying so. */
    static boolean aged(Fact fact) {
        return fact.agedOn(LocalDate.now(Arc.container().instance(Clock.class).get()));
    }
}
