package nl.opkoers.schools;

/** Something that cannot be reckoned with, at the field where it can be mended. */
public record CostMistake(CostField field, What what) {

    /** What is wrong. */
    public enum What {
        /** It is no number. */
        NUMBER,
        /** It has a part after the comma. */
        WHOLE,
        /** It is less or more than can be. */
        BOUNDS
    }
}
