package nl.opkoers.dossier;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.Clock;
import java.time.LocalDate;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.language.Texts;
import nl.opkoers.law.Fact;
import nl.opkoers.municipality.contract.Meeting;
import nl.opkoers.page.Show;

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
        return Texts.in(language(), DossierMessages.class)
                .meeting_when(Dates.of(language()).day(day(meeting)), Show.times(meeting.begin(), meeting.end()));
    }

    /** The same day in Dutch, where a reader needs it to compare with a letter; {@code null} elsewhere. */
    static String whenDutch(Meeting meeting) {
        return Dates.of(language()).dutchBelow(day(meeting)).orElse(null);
    }

    private static LocalDate day(Meeting meeting) {
        return Dates.dayOf(meeting.begin());
    }

    /** Whether the source of a rule was last read too long ago to show it without saying so. */
    static boolean aged(Fact fact) {
        return fact.agedOn(Dates.today(Arc.container().instance(Clock.class).get()));
    }
}
