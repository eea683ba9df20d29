package nl.opkoers.contact;

import java.util.Locale;

/** A place in a standard sentence, with what may fill it. */
public enum Slot {
    DATE(Kind.DATE),
    TIME(Kind.TIME),
    /** The first of two times. */
    FROM(Kind.TIME),
    /** The second of two times, later than the first. */
    UNTIL(Kind.TIME),
    PLACE(Kind.PLACE),
    NAME(Kind.NAME),
    /** The name of who answers instead. */
    SUBSTITUTE(Kind.NAME),
    ORGANISATION(Kind.ORGANISATION),
    /** The name of a language school. */
    SCHOOL(Kind.ORGANISATION),
    PART(Kind.PART),
    LANGUAGE(Kind.LANGUAGE),
    REASON(Kind.REASON);

    /** What a place is filled with. */
    public enum Kind {
        /** ISO 8601: {@code 2026-09-15}. */
        DATE("date", 0),
        /** ISO 8601: {@code 14:30}. */
        TIME("time", 0),
        PLACE("text", 120),
        NAME("text", 80),
        ORGANISATION("text", 80),
        /** The name of a part of the exam in {@link nl.opkoers.law.ExamPart}. */
        PART("select", 0),
        /** The name of a language in {@link SpokenLanguage}. */
        LANGUAGE("select", 0),
        /** What lacks: the name of one in {@link Lacking}, or own words in Dutch. */
        REASON("select", 200);

        private final String input;
        private final int longest;

        Kind(String input, int longest) {
            this.input = input;
            this.longest = longest;
        }

        /** How it is asked for in a form: date, time, text or select. */
        public String input() {
            return input;
        }

        /** The most letters that may be typed; 0 where nothing is typed freely. */
        public int longest() {
            return longest;
        }
    }

    private final Kind kind;

    Slot(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Its name among the values of a {@link Phrase}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of its field in a form. */
    public String field() {
        return PhraseForm.PHRASE + "-" + key();
    }

    /** The name of the field for own words instead of a choice. */
    public String ownField() {
        return field() + "-own";
    }
}
