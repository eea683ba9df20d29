package nl.opkoers.schools;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How learning alone goes, as somebody says themselves. It is nowhere kept, and nothing is counted.
 *
 * @param answers to the questions that were answered: yes or no
 */
public record SelfCheck(Map<Question, Boolean> answers) {

    private static final String YES = "yes";
    private static final String NO = "no";

    /** What is asked. */
    public enum Question {
        /** Whether they learn every week. */
        WEEKLY,
        /** Whether they speak Dutch with somebody every week. */
        SPEAKING,
        /** Whether they tried an exam to practise. */
        TRIED,
        /** Whether they know when they take the exam. */
        DATE;

        /** Its name in an address. */
        public String getParameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SelfCheck {
        answers = Map.copyOf(answers);
    }

    /** What was answered in an address; what it does not understand was not answered. */
    static SelfCheck of(Map<String, String> query) {
        Map<Question, Boolean> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            String answer = query.get(question.getParameter());
            if (YES.equals(answer) || NO.equals(answer)) {
                answers.put(question, YES.equals(answer));
            }
        }
        return new SelfCheck(answers);
    }

    /** Every question, in the order of the page. */
    public List<Question> getQuestions() {
        return List.of(Question.values());
    }

    public boolean isYes(Question question) {
        return Boolean.TRUE.equals(answers.get(question));
    }

    public boolean isNo(Question question) {
        return Boolean.FALSE.equals(answers.get(question));
    }

    /** Whether anything was answered. */
    public boolean isAnswered() {
        return !answers.isEmpty();
    }

    /** What there is advice about: whatever was answered with no. */
    public List<Question> getAdvice() {
        return Stream.of(Question.values()).filter(this::isNo).toList();
    }

    /** Whether all was answered with yes. */
    public boolean isAllWell() {
        return Stream.of(Question.values()).allMatch(this::isYes);
    }
}
