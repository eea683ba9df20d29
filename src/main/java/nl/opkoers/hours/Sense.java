package nl.opkoers.hours;

import java.util.List;

/**
 * Whether what somebody wrote makes sense.
 *
 * @param mistakes  why it cannot be taken, in the order of the form
 * @param questions what is asked before it is taken
 */
public record Sense(List<Mistake> mistakes, List<Question> questions) {

    static final Sense CLEAR = new Sense(List.of(), List.of());

    static Sense mistaken(Mistake mistake) {
        return new Sense(List.of(mistake), List.of());
    }

    /** The same, of all that is asked only this. */
    Sense only(Question question) {
        return new Sense(mistakes, questions.stream().filter(question::equals).toList());
    }

    public boolean isMistaken() {
        return !mistakes.isEmpty();
    }

    /** Whether it can be taken once the person says that it is right. */
    public boolean isQuestioned() {
        return !isMistaken() && !questions.isEmpty();
    }
}
