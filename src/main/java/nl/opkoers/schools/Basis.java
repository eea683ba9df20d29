package nl.opkoers.schools;

import java.time.Instant;
import java.time.LocalDate;
import nl.opkoers.law.Fact;

/** What a figure of an estimate rests on; each is shown with it. */
public sealed interface Basis permits Basis.Rule, Basis.Said, Basis.Listed, Basis.Told {

    /** A rule or price with its source and date. */
    record Rule(Fact fact) implements Basis {
    }

    /** The person typed it. */
    record Said() implements Basis {
    }

    /**
     * The list of schools says so.
     *
     * @param school    whose course it is; {@code null} when it follows from several
     * @param checkedOn when somebody last looked whether it is so; {@code null} when not known
     */
    record Listed(String school, LocalDate checkedOn) implements Basis {
    }

    /**
     * It stands in the person's dossier.
     *
     * @param source    who knows it
     * @param updatedAt {@code null} when not told
     */
    record Told(String source, Instant updatedAt) implements Basis {
    }

    /** The rule, for templates; {@code null} when it rests on something else. */
    default Fact getFact() {
        return this instanceof Rule rule ? rule.fact() : null;
    }

    /** The list of schools, for templates; {@code null} when it rests on something else. */
    default Listed getListed() {
        return this instanceof Listed listed ? listed : null;
    }

    /** The dossier, for templates; {@code null} when it rests on something else. */
    default Told getTold() {
        return this instanceof Told told ? told : null;
    }
}
