package nl.opkoers.identity;

import io.quarkus.qute.TemplateGlobal;
import nl.opkoers.language.Language;
import nl.opkoers.language.Messages;
import nl.opkoers.language.Texts;

/** Gives templates the Dutch texts of signing in as well: what DigiD prescribes is Dutch, whatever somebody reads. */
@TemplateGlobal
final class DutchSignIn {

    private DutchSignIn() {
    }

    static Messages dutchSignIn() {
        return Texts.in(Language.NL, Messages.class);
    }
}
