package nl.opkoers.agenda;

import io.quarkus.qute.TemplateGlobal;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;

/** Gives templates the Dutch texts of this room as well, because the Dutch term stands beside its translation. */
@TemplateGlobal
final class Dutch {

    private Dutch() {
    }

    static AgendaMessages dutchAgenda() {
        return Texts.in(Language.NL, AgendaMessages.class);
    }

    static ExamsMessages dutchExams() {
        return Texts.in(Language.NL, ExamsMessages.class);
    }
}
