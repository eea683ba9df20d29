package nl.opkoers.contact;

/**
 * What became of something that was said or done.
 *
 * @param conversation how it stands now; {@code null} when there is none
 */
public record Spoken(Outcome outcome, Conversation conversation) {

    /** What can become of it. */
    public enum Outcome {
        /** It is there. */
        DONE,
        /** It was there already: a second tap, or a repeat after a lost answer. */
        AGAIN,
        /** A colleague answered in the meantime, which who writes has to see first. Nothing was kept. */
        OVERTAKEN,
        /** There is no such conversation of this person. */
        ABSENT,
        /** This person has begun more conversations today than anybody needs to. */
        MANYTODAY
    }
}
