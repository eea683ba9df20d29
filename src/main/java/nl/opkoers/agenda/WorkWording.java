package nl.opkoers.agenda;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.language.Texts;

/** How templates word people's own work, in the language of the page. */
@TemplateExtension
final class WorkWording {

    private WorkWording() {
    }

    private static Language language() {
        return Arc.container().instance(PageLanguage.class).get().current();
    }

    private static WorkMessages texts() {
        return Texts.in(language(), WorkMessages.class);
    }

    /** When somebody works, one line for each thing to say. */
    static List<WorkWords.Line> lines(WorkPatterns.Kept kept) {
        LocalDate today = Dates.today(Arc.container().instance(Clock.class).get());
        return new WorkWords(texts(), Dates.of(language()), today).lines(kept.pattern());
    }

    /** What a day of the form is called. */
    static String label(WorkForm.Row row) {
        return row.day() == null ? texts().row(String.valueOf(row.number() + 1)) : Dates.of(language()).weekday(row.day());
    }

    /** What is wrong, and on which day. */
    static String message(WorkForm.Wrong wrong) {
        String what = texts().mistake(wrong.what());
        return wrong.row() == null ? what : texts().wrong_at(label(wrong.row()), what);
    }
}
