package nl.opkoers.municipality;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The number of nine digits by which the state knows a citizen, as somebody may write it down. It has to pass the test of eleven. */
public final class Bsn {

    private static final int DIGITS = 9;
    private static final int ELEVEN = 11;
    /** At one go, or in groups as in letters; not where it is a part of a longer number, a code, an amount, a date or an address. */
    private static final Pattern WRITTEN = Pattern.compile("(?:(?<=(?i:bsn))|(?<![\\p{L}\\p{Nd}+_.,/-]))"
            + "(?:\\p{Nd}{9}|\\p{Nd}{4}\\.\\p{Nd}{2}\\.\\p{Nd}{3}|\\p{Nd}{3}([. ])\\p{Nd}{3}\\1\\p{Nd}{3})"
            + "(?![\\p{L}\\p{Nd}_@]|[.,/-]\\p{Nd})");

    private Bsn() {
    }

    /** Whether something in a text may be one; of the numbers of nine digits that are none, one in eleven looks like one. */
    public static boolean isIn(String text) {
        return WRITTEN.matcher(text).results().map(MatchResult::group).anyMatch(Bsn::passesElevenTest);
    }

    /** The text with this in the place of each that is in it. */
    public static String without(String text, String instead) {
        return WRITTEN.matcher(text).replaceAll(found -> passesElevenTest(found.group()) ? instead : found.group());
    }

    /** Whether nine digits, in whichever script, pass the test of eleven: weighed 9 to 2 and -1, their sum is a multiple of it. */
    public static boolean passesElevenTest(String nineDigits) {
        int[] digits = nineDigits.chars().filter(Character::isDigit).map(Character::getNumericValue).toArray();
        return (IntStream.range(0, DIGITS - 1).map(at -> (DIGITS - at) * digits[at]).sum() - digits[DIGITS - 1]) % ELEVEN == 0;
    }
}
