package nl.opkoers.page;

import io.quarkus.qute.TemplateGlobal;
import nl.opkoers.language.Language;
import nl.opkoers.language.Messages;
import nl.opkoers.language.Texts;

/** Gives every template the Dutch messages as well, because the Dutch term stands beside its translation. */
@TemplateGlobal
final class Dutch {

    private Dutch() {
    }

    static Messages dutch() {
        return Texts.in(Language.NL);
    }
}
