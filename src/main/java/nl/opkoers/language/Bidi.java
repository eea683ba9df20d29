package nl.opkoers.language;

import java.util.regex.Pattern;

/**
 * Keeps a value together when it stands in a text of the other direction.
 *
 * <p>Without isolation a browser shows {@code 14:30–16:00} in an Arabic line as {@code 16:00–14:30}: the lesson ends
 * before it begins. The isolates of Unicode work in HTML, mail, SMS and notices alike. Source: Unicode Standard Annex
 * 9, sections 2.4 and 2.7.
 */
public final class Bidi {
    private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';
    /** Embeddings, overrides and isolates: an unclosed one in a name would turn the rest of the page. */
    private static final Pattern CONTROLS = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

    private Bidi() {
    }

    /** A value that always reads from left to right: a Dutch term, a telephone number, a code, a range of times. */
    public static String ltr(String value) {
        return LEFT_TO_RIGHT_ISOLATE + value + POP_ISOLATE;
    }

    /** As {@link #ltr(String)}, but unchanged in a language that is written from left to right itself. */
    public static String ltr(Language language, String value) {
        return language.direction() == Language.Direction.RTL ? ltr(value) : value;
    }

    /**
     * Free text of which the direction is not known: the name of a person, school or place, a reason somebody typed.
     * Its own first letter decides. Direction controls inside it are dropped, so that it cannot reach outside.
     */
    public static String auto(String freeText) {
        return FIRST_STRONG_ISOLATE + CONTROLS.matcher(freeText).replaceAll("") + POP_ISOLATE;
    }

    /** The side on which free text begins, by its first letter: for what knows no isolates, such as paper. */
    public static Language.Direction directionOf(String freeText) {
        boolean rightToLeft = freeText.codePoints().filter(Character::isLetter).map(Character::getDirectionality).limit(1)
                .anyMatch(side -> side == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || side == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        return rightToLeft ? Language.Direction.RTL : Language.Direction.LTR;
    }
}
