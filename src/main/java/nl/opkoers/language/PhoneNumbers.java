package nl.opkoers.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers in groups that can be read aloud and typed over: {@code +31 20 555 01 40}. */
public final class PhoneNumbers {
    private static final Pattern DUTCH = Pattern.compile("(?:\\+31|0031|0)([1-9]\\d{8})");
    private static final Pattern MOBILE = Pattern.compile("(6)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)");
    /** Area codes of two digits after the 0, and the numbers without area 84, 85, 87 and 88. Source: numbering plan. */
    private static final Pattern SHORT_AREA = Pattern.compile(
            "(10|13|15|20|23|24|26|30|33|35|36|38|40|43|45|46|50|53|55|58|7\\d|84|85|87|88)(\\d{3})(\\d\\d)(\\d\\d)");
    private static final Pattern LONG_AREA = Pattern.compile("([1-57]\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s().\\-\u2010-\u2015]");

    private final Language language;

    private PhoneNumbers(Language language) {
        this.language = language;
    }

    public static PhoneNumbers of(Language language) {
        return new PhoneNumbers(language);
    }

    /**
     * The number in groups, from left to right in every language.
     *
     * @param number as the municipality gives it; a number that is not an ordinary Dutch one (14 010, 0800, a foreign
     *     one) is shown as it came
     */
    public String show(String number) {
        Matcher dutch = DUTCH.matcher(PUNCTUATION.matcher(number).replaceAll("").replaceFirst("^\\+310", "+31"));
        String shown = dutch.matches() ? grouped(number, dutch.group(1)) : number.strip();
        return Bidi.ltr(language, shown);
    }

    /**
     * The number as a phone dials it (RFC 3966): international where it is an ordinary Dutch one, so that it works on a
     * phone from anywhere; else its digits as they came.
     */
    public static String dial(String number) {
        String digits = number.replaceAll("[^+\\d]", "").replaceFirst("^\\+310", "+31");
        Matcher dutch = DUTCH.matcher(digits);
        return dutch.matches() ? "+31" + dutch.group(1) : digits;
    }

    private static String grouped(String asGiven, String national) {
        for (Pattern shape : new Pattern[] {MOBILE, SHORT_AREA, LONG_AREA}) {
            Matcher parts = shape.matcher(national);
            if (parts.matches()) {
                return "+31 " + groups(parts);
            }
        }
        return asGiven.strip();
    }

    private static String groups(Matcher parts) {
        StringBuilder groups = new StringBuilder(parts.group(1));
        for (int group = 2; group <= parts.groupCount(); group++) {
            groups.append(' ').append(parts.group(group));
        }
        return groups.toString();
    }
}
