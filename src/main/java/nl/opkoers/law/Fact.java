package nl.opkoers.law;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One rule or figure, with where it comes from and when that was last looked at.
 *
 * @param key what it answers
 * @param value its value
 * @param unit what the value counts
 * @param kind what sort of thing it is
 * @param appliesTo for whom and for what it holds
 * @param validFrom first day on which it holds
 * @param validUntil last day on which it holds, empty when no end is known
 * @param source the law, specification or study it comes from, as the field cites it
 * @param sourceUrl where that can be read, when it has a lasting address
 * @param checkedOn the day on which the source was last read and said this
 * @param freshUntil last day on which that check is recent enough, empty when the fact does not age
 * @param secondHand whether someone else's account was read instead of the rule itself
 * @param note a remark for whoever reviews the data; not meant for participants
 */
public record Fact(RuleKey key, FactValue value, Unit unit, FactKind kind, AppliesTo appliesTo,
                   LocalDate validFrom, Optional<LocalDate> validUntil,
                   String source, Optional<URI> sourceUrl, LocalDate checkedOn, Optional<LocalDate> freshUntil,
                   boolean secondHand, Optional<String> note) {

    public Fact {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(appliesTo, "appliesTo");
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(checkedOn, "checkedOn");
    }

    /** Whether the last check of the source is too long ago on this day to show the fact without saying so. */
    public boolean agedOn(LocalDate day) {
        return freshUntil.map(day::isAfter).orElse(false);
    }

    /** Whether the fact holds on this day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && validUntil.map(last -> !day.isAfter(last)).orElse(true);
    }

    /**
     * The value as a number, in the fact's unit.
     *
     * @throws IllegalStateException when the value is no number
     */
    public BigDecimal amount() {
        return valueAs(FactValue.Amount.class).number();
    }

    /**
     * The value as a whole number, in the fact's unit.
     *
     * @throws IllegalStateException when the value is no number
     * @throws ArithmeticException when it is not whole
     */
    public int whole() {
        return amount().intValueExact();
    }

    /**
     * The value as a stretch of calendar time.
     *
     * @throws IllegalStateException when the value is no whole number of days, weeks, months or years
     */
    public Period period() {
        return unit.period(whole());
    }

    /**
     * The value as a day.
     *
     * @throws IllegalStateException when the value is no single word
     * @throws java.time.format.DateTimeParseException when that is no day
     */
    public LocalDate date() {
        return LocalDate.parse(word());
    }

    /**
     * The value as one code.
     *
     * @throws IllegalStateException when the value is no single word
     */
    public String word() {
        return valueAs(FactValue.Word.class).text();
    }

    /**
     * The value as a list of codes, in the order of the data.
     *
     * @throws IllegalStateException when the value is no list
     */
    public List<String> words() {
        return valueAs(FactValue.Words.class).texts();
    }

    private <T extends FactValue> T valueAs(Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalStateException(key.code() + " is no " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
