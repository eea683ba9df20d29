package nl.opkoers.hours;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;

/** The columns of the table of somebody's hours. */
public final class HourColumns {

    /** What is in each column, from left to right. */
    public enum Column {
        DAY, FROM, MINUTES, KIND, ACTIVITY, DUTCH, GOAL, PLACE, WITH, NOTE, STATE, JUDGEDBY, JUDGEDON
    }

    private final Language own;

    HourColumns(Language own) {
        this.own = own;
    }

    /** How a column is called, in both languages. */
    String name(Column column) {
        return both(language -> Texts.in(language, ProofMessages.class).column(column));
    }

    /** An entry as a row. Days are written year first, so that they can be sorted. */
    List<String> of(Entry entry) {
        return Arrays.stream(Column.values()).map(column -> value(column, entry)).toList();
    }

    private String value(Column column, Entry entry) {
        Written written = entry.written();
        return switch (column) {
            case DAY -> written.day().toString();
            case FROM -> told(written.from(), LocalTime::toString);
            case MINUTES -> String.valueOf(written.minutes());
            case KIND -> both(language -> Texts.in(language, HoursMessages.class).kind(written.kind()));
            case ACTIVITY -> both(language -> Texts.in(language, EntryMessages.class).activity(written.activity()));
            case DUTCH -> told(written.dutch(), spoke -> both(language -> Texts.in(language, EntryMessages.class).spoke(spoke)));
            case GOAL -> told(written.goal(), String::toString);
            case PLACE -> told(written.place(), String::toString);
            case WITH -> told(written.with(), String::toString);
            case NOTE -> told(written.note(), String::toString);
            case STATE -> both(language -> EntryWording.stands(entry, language));
            case JUDGEDBY -> entry.judgement().map(Act.Judgement::byName).orElse("");
            case JUDGEDON -> entry.judgement().map(judged -> Dates.dayOf(judged.at()).toString())
                    .orElse("");
        };
    }

    private String both(Function<Language, String> text) {
        return own == Language.NL ? text.apply(own) : text.apply(Language.NL) + " / " + text.apply(own);
    }

    private static <T> String told(T value, Function<T, String> text) {
        return Optional.ofNullable(value).map(text).orElse("");
    }
}
