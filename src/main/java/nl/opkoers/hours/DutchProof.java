package nl.opkoers.hours;

import io.quarkus.qute.TemplateGlobal;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;

/** Gives templates the Dutch texts that stand on a paper beside those in its owner's language. */
@TemplateGlobal
final class DutchProof {

    private DutchProof() {
    }

    static ProofMessages dutchProof() {
        return Texts.in(Language.NL, ProofMessages.class);
    }

    static EntryMessages dutchEntry() {
        return Texts.in(Language.NL, EntryMessages.class);
    }

    static Language inDutch() {
        return Language.NL;
    }
}
