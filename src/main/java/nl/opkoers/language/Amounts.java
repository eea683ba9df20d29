package nl.opkoers.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Amounts of money as Dutch letters write them, in every language: {@code € 1.234,50}, with Latin digits.
 *
 * <p>People must recognise on the portal what stands in the letter. In Arabic the amount is isolated, or the sign would
 * change sides.
 */
public final class Amounts {
    private static final char NO_BREAK_SPACE = '\u00A0';

    private final Language language;

    private Amounts(Language language) {
        this.language = language;
    }

    public static Amounts of(Language language) {
        return new Amounts(language);
    }

    /** With cents: {@code € 12,50}. Parts of a cent are rounded half up. */
    public String euro(BigDecimal euros) {
        return show("#,##0.00", euros);
    }

    /** Without cents, rounded half up: {@code € 10.000}. */
    public String wholeEuro(BigDecimal euros) {
        return show("#,##0", euros);
    }

    /** An amount in whole euros: {@code € 10.000}. */
    public String wholeEuro(long euros) {
        return wholeEuro(BigDecimal.valueOf(euros));
    }

    private String show(String pattern, BigDecimal euros) {
        DecimalFormatSymbols dutch = new DecimalFormatSymbols(Locale.ROOT);
        dutch.setGroupingSeparator('.');
        dutch.setDecimalSeparator(',');
        DecimalFormat format = new DecimalFormat(pattern, dutch);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return Bidi.ltr(language, "€" + NO_BREAK_SPACE + format.format(euros));
    }
}
