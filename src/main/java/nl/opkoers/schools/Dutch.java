package nl.opkoers.schools;

import io.quarkus.qute.TemplateGlobal;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;

/** Gives templates the Dutch texts of this room as well, because the Dutch term stands beside its translation. */
@TemplateGlobal
final class Dutch {

    private Dutch() {
    }

    static OffersMessages dutchOffers() {
        return Texts.in(Language.NL, OffersMessages.class);
    }

    static CountingMessages dutchCounting() {
        return Texts.in(Language.NL, CountingMessages.class);
    }
}
