package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An amount, all taxes included. An amount of 0 means free of charge; one that is not known is an absent {@code Money}.
 *
 * @param currency ISO 4217
 */
public record Money(@JsonProperty("bedrag") BigDecimal amount, @JsonProperty("valuta") String currency) {

    private static final String EURO = "EUR";

    /** In euro; empty when it is in another currency, below zero or not there: then it is not known what is to be paid. */
    public Optional<BigDecimal> euro() {
        return EURO.equals(currency) && amount != null && amount.signum() >= 0 ? Optional.of(amount) : Optional.empty();
    }
}
