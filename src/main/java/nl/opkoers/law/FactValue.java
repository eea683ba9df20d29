package nl.opkoers.law;

import java.math.BigDecimal;
import java.util.List;

/** The value of a fact as its data file writes it. */
public sealed interface FactValue permits FactValue.Amount, FactValue.Word, FactValue.Words {

    /** A number, counted in the fact's {@link Unit}. */
    record Amount(BigDecimal number) implements FactValue { }

    /** One code or date. */
    record Word(String text) implements FactValue { }

    /** Several codes, in the order of the file. */
    record Words(List<String> texts) implements FactValue {
        public Words {
            texts = List.copyOf(texts);
        }
    }
}
