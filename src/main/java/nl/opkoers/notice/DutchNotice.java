package nl.opkoers.notice;

import io.quarkus.qute.TemplateGlobal;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;

/** Gives templates the Dutch texts of this room as well: what is sent has them beneath. */
@TemplateGlobal
final class DutchNotice {

    private DutchNotice() {
    }

    static NoticeMessages dutchNotice() {
        return Texts.in(Language.NL, NoticeMessages.class);
    }
}
