package nl.opkoers.schools;

import io.quarkus.qute.TemplateGlobal;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;

/** The Dutch of what is compared, because it stands beside the translation: a school speaks of it in Dutch. */
@TemplateGlobal
final class DutchChoosing {

    private DutchChoosing() {
    }

    static ChoosingMessages dutchChoosing() {
        return Texts.in(Language.NL, ChoosingMessages.class);
    }
}
