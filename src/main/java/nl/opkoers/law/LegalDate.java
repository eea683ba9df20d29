package nl.opkoers.law;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A date that counts in law, because an authority gave it or a rule fixes it on a date that an authority gave.
 * It is deliberately no {@link Estimate} and no {@link Target}: a page cannot show one for the other.
 *
 * @param date the date
 * @param source where it comes from
 */
public record LegalDate(LocalDate date, Source source) {

    public LegalDate {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(source, "source");
    }

    /** A date as an authority gave it, such as {@code "DUO"}. */
    public static LegalDate givenBy(String authority, LocalDate date) {
        return new LegalDate(date, new Source.Authority(authority));
    }

    /** A date that a rule fixes. */
    public static LegalDate fixedBy(Fact rule, LocalDate date) {
        return new LegalDate(date, new Source.Rule(rule));
    }

    /** For templates: the rule that fixes it; {@code null} when an authority gave it. */
    public Fact getRuleOrNull() {
        return source instanceof Source.Rule rule ? rule.fact() : null;
    }
}
