package nl.opkoers.hours;

import nl.opkoers.municipality.contract.Hours;

/** Kinds of hours that people log. They are different things, each with its own target and judge, and never summed. */
public enum Kind {
    /** Participation, which only asylum holders in the Z-route owe (Besluit inburgering 3.14). */
    PARTICIPATION(Hours.Kind.PARTICIPATION),
    /** Practice of the labour market module (MAP). */
    PRACTICE(Hours.Kind.PRACTICE),
    /** What somebody does of their own accord: there is no target. */
    VOLUNTARY(null);

    private final Hours.Kind counted;

    Kind(Hours.Kind counted) {
        this.counted = counted;
    }

    /** Under which kind the municipality counts these hours; {@code null} when it does not. */
    public Hours.Kind counted() {
        return counted;
    }
}
