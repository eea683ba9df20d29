package nl.opkoers.schools;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.opkoers.page.Typed;

/** Reads a number as people type it: 12,50 and 12.50, € 1.250, 1.250,00 and 1,250.00, also with the digits of Arabic. */
final class TypedNumber {

    /** Spaces and signs of money may stand in it, but in more letters nobody writes a number. */
    private static final int MOST_LETTERS = 100;
    private static final int MOST_DIGITS = 20;
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    /** As in English. What has three digits after one comma is not meant as a thousandth of a euro or an hour. */
    private static final Pattern GROUPED_IN_ENGLISH = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("\\d+([.,]\\d+)?");

    private TypedNumber() {
    }

    /** The number; empty when it is none. */
    static Optional<BigDecimal> read(String typed) {
        String digits = latin(typed);
        if (Typed.letters(typed) > MOST_LETTERS || Typed.letters(digits) > MOST_DIGITS) {
            return Optional.empty();
        }
        if (GROUPED.matcher(digits).matches()) {
            return Optional.of(new BigDecimal(digits.replace(".", "").replace(',', '.')));
        }
        if (GROUPED_IN_ENGLISH.matcher(digits).matches()) {
            return Optional.of(new BigDecimal(digits.replace(",", "")));
        }
        return PLAIN.matcher(digits).matches() ? Optional.of(new BigDecimal(digits.replace(',', '.'))) : Optional.empty();
    }

    private static String latin(String typed) {
        StringBuilder latin = new StringBuilder();
        Typed.plain(typed).codePoints()
                .filter(sign -> sign != '€' && sign != '%' && !Character.isWhitespace(sign) && !Character.isSpaceChar(sign))
                // The Arabic signs for decimals and for thousands.
                .forEach(sign -> latin.appendCodePoint(sign == '٫' ? ',' : sign == '٬' ? '.' : sign));
        return latin.toString();
    }
}
