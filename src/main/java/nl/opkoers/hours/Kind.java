package nl.opkoers.hours;

import java.util.stream.Stream;
import nl.opkoers.municipality.contract.Hours;

/** Kinds of hours that people log. They are different things, each with its own target and judge, and never summed. */
public enum Kind {
    /** Participation, which only asylum holders in the Z-route owe (Besluit inburgering 3.14). */
    PARTICIPATION("Participatie-uren", Hours.Kind.PARTICIPATION),
    /** Practice of the labour market module (MAP). */
    PRACTICE("MAP-praktijkuren", Hours.Kind.PRACTICE),
    /** What somebody does of their own accord: there is no target, and nobody counts it. */
    VOLUNTARY("Vrijwillige uren", null);

    private final String code;
    private final Hours.Kind counted;

    Kind(String code, Hours.Kind counted) {
        this.code = code;
        this.counted = counted;
    }

    /** What the contract calls it ({@code soort}). */
    public String code() {
        return code;
    }

    /** The kind that the contract calls this; not called anything, it is participation. */
    static Kind ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst().orElse(PARTICIPATION);
    }

    /** Under which kind the municipality counts these hours; {@code null} when it does not. */
    public Hours.Kind counted() {
        return counted;
    }
}
