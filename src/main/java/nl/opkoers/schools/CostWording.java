package nl.opkoers.schools;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import nl.opkoers.language.Amounts;
import nl.opkoers.language.Bidi;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.language.Texts;
import nl.opkoers.law.Fact;

/** How templates word amounts and what is reckoned with, in the language of the page. */
@TemplateExtension
final class CostWording {

    private CostWording() {
    }

    private static Language language() {
        return Arc.container().instance(PageLanguage.class).get().current();
    }

    private static CostsMessages texts() {
        return Texts.in(language(), CostsMessages.class);
    }

    /** An amount, or from which to which: with cents only where there are any. */
    static String words(Range range) {
        return between(range.from(), range.to());
    }

    private static String between(BigDecimal from, BigDecimal to) {
        return from.compareTo(to) == 0 ? euro(from) : texts().range(euro(from), euro(to));
    }

    private static String euro(BigDecimal amount) {
        BigDecimal cents = amount.setScale(2, RoundingMode.HALF_UP);
        Amounts amounts = Amounts.of(language());
        return cents.stripTrailingZeros().scale() <= 0 ? amounts.wholeEuro(cents) : amounts.euro(cents);
    }

    /** What is reckoned with where a field is left empty; {@code null} when it then stays unknown. */
    static String emptyWords(Calculation calculation, CostField field) {
        Object instead = calculation.instead(field);
        if (instead instanceof Range range) {
            return words(range);
        }
        if (instead instanceof Inputs.Price price) {
            return between(price.from(), price.to());
        }
        if (instead instanceof Span span) {
            return span.isExact() ? number(span.from()) : texts().range(number(span.from()), number(span.to()));
        }
        if (instead instanceof BigDecimal amount) {
            return field == CostField.TRIP ? euro(amount) : number(amount);
        }
        return instead == null ? null : number(instead);
    }

    private static String number(Object number) {
        String written = number instanceof BigDecimal decimal
                ? decimal.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() : String.valueOf(number);
        return Bidi.ltr(language(), written.replace('.', ','));
    }

    /** What is wrong, in words that say what would be right. */
    static String message(CostMistake mistake) {
        return mistake.what() == CostMistake.What.BOUNDS
                ? texts().mistake_bounds(number(mistake.field().least()), number(mistake.field().most()))
                : texts().mistake(mistake.what());
    }

    /** What a fact about loans says. */
    static String loanText(Fact fact) {
        return switch (fact.key()) {
            case LOAN_SCHOOL_MARK -> texts().loan_mark();
            case LOAN_PAID_TO -> texts().loan_paid_to();
            case LOAN_INTEREST -> texts().loan_interest();
            case LOAN_DEPENDS_ON -> texts().loan_depends();
            default -> texts().loan_remission();
        };
    }
}
