package nl.opkoers.contact;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.municipality.contract.OfficeHours;

/** How templates word the people around somebody. */
@TemplateExtension
final class NearWording {

    private NearWording() {
    }

    private static Language language() {
        return Arc.container().instance(PageLanguage.class).get().current();
    }

    /** The days on which somebody can be reached, in the language of the page; {@code null} when they cannot be read. */
    static String daysInWords(OfficeHours hours) {
        return Near.days(hours, language());
    }

    /** From when until when on these days; as the municipality writes it where that is no time, and nothing where it is not told. */
    static String fromUntil(OfficeHours hours) {
        if (hours.from() == null || hours.until() == null) {
            return "";
        }
        try {
            return Dates.of(language()).timeRange(LocalTime.parse(hours.from()), LocalTime.parse(hours.until()));
        } catch (DateTimeParseException other) {
            return hours.from() + "–" + hours.until();
        }
    }
}
