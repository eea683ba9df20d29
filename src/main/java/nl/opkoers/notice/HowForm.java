package nl.opkoers.notice;

import java.util.Optional;
import nl.opkoers.language.Language;
import nl.opkoers.page.Typed;

/**
 * In which language somebody wants notices and when not, as it stands in the form.
 *
 * @param from  as typed; never {@code null}
 * @param until as typed; never {@code null}
 */
record HowForm(Language language, String from, String until) {

    static HowForm of(Language language, QuietHours quiet) {
        return new HowForm(language, quiet.from().toString(), quiet.until().toString());
    }

    /** The quiet hours; empty when one of them is no time. */
    Optional<QuietHours> quiet() {
        return Typed.time(from).flatMap(begin -> Typed.time(until).map(end -> new QuietHours(begin, end)));
    }

    public boolean isWrongFrom() {
        return Typed.time(from).isEmpty();
    }

    public boolean isWrongUntil() {
        return Typed.time(until).isEmpty();
    }
}
