package nl.opkoers.schools;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What can be typed into the calculator. The bounds are no rules: beyond them a number is rather a slip of the finger.
 */
public enum CostField {
    /** Lesson hours to go. */
    HOURS("1", "3000", true),
    /** Of one hour, in euros. */
    PRICE("0", "200", false),
    /** Books and other material in all, in euros. */
    MATERIAL("0", "5000", false),
    /** One lesson there and back, in euros. */
    TRIP("0", "100", false),
    /** Hours in one lesson. */
    LESSON("0.5", "8", false),
    /** Exam parts still to be done. */
    EXAMS("0", "5", true),
    /** How many of them are perhaps done again. */
    RETAKES("0", "20", true),
    /** The person's own part in all, in euros. */
    CHILDCARE("0", "50000", false),
    /** In how many months it is to be paid. */
    MONTHS("1", "120", true),
    /** What a partner pays in all, in euros. */
    PARTNER("0", "100000", false),
    /** In how many parts the school is paid. */
    INSTALMENTS("1", "60", true),
    /** Of a loan, per cent a year. */
    INTEREST("0", "30", false),
    /** In how many months a loan is paid back. */
    PAYBACK("1", "240", true);

    private final BigDecimal least;
    private final BigDecimal most;
    private final boolean whole;

    CostField(String least, String most, boolean whole) {
        this.least = new BigDecimal(least);
        this.most = new BigDecimal(most);
        this.whole = whole;
    }

    /** Its name in an address. */
    public String getParameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    BigDecimal least() {
        return least;
    }

    BigDecimal most() {
        return most;
    }

    /** What is wrong with this number; {@code null} when nothing is. */
    CostMistake.What wrong(BigDecimal number) {
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            return CostMistake.What.BOUNDS;
        }
        return whole && number.stripTrailingZeros().scale() > 0 ? CostMistake.What.WHOLE : null;
    }
}
