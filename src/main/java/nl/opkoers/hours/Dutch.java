package nl.opkoers.hours;

import io.quarkus.qute.TemplateGlobal;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;

/** Gives templates the Dutch texts of this room as well, because the Dutch term stands beside its translation. */
@TemplateGlobal
final class Dutch {

    private Dutch() {
    }

    static HoursMessages dutchHours() {
        return Texts.in(Language.NL, HoursMessages.class);
    }
}
