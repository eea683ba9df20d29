package nl.opkoers.contact;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.municipality.contract.OfficeHours;

/** How templates word the people around somebody. */
@TemplateExtension
final class NearWording {

    private NearWording() {
    }

    /** The days on which somebody can be reached, in the language of the page; {@code null} when they cannot be read. */
    static String daysInWords(OfficeHours hours) {
        return Near.days(hours, Arc.container().instance(PageLanguage.class).get().current());
    }
}
