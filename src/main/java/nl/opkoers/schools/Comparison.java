package nl.opkoers.schools;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.law.LawBook;
import nl.opkoers.page.Show;

/**
 * Courses side by side, one fact at a time.
 *
 * @param cards    three at most
 * @param counting whether the hours count, by purpose
 * @param more     all that were chosen, when more were than fit; otherwise none
 * @param gone     whether one that was chosen is not there any more
 */
record Comparison(List<CourseCard> cards, List<Counts> counting, List<LessonCourse> more, boolean gone) {

    /** For one purpose, whether the hours of each course count. */
    record Counts(Counting.Purpose purpose, List<Counting.Line> lines) {
    }

    /** For one thing, whether each course has it; {@code null} is not known. */
    record Answers(Criterion criterion, List<Boolean> answers) {
    }

    /** Only what can be said of each of them: which purposes there are depends on the person, not on the course. */
    static List<Counts> counting(List<CourseCard> cards, MyCase mine, LawBook law, LocalDate today) {
        List<List<Counting.Line>> all = cards.stream().map(card -> Counting.of(card.course(), mine, law, today)).toList();
        return Stream.of(Counting.Purpose.values()).map(purpose -> new Counts(purpose, all.stream()
                        .flatMap(lines -> lines.stream().filter(line -> line.purpose() == purpose)).toList()))
                .filter(counts -> !counts.lines().isEmpty() && counts.lines().size() == cards.size()).toList();
    }

    /** What is simply there or not. */
    public List<Answers> answers() {
        return List.of(
                answers(Criterion.MARK, course -> course.school().blikOpWerk()),
                answers(Criterion.CHILDCARE, LessonCourse::childcare),
                answers(Criterion.EXAM, LessonCourse::examPractice),
                answers(Criterion.LITERACY, LessonCourse::literacy),
                answers(Criterion.WOMEN, LessonCourse::womenOnly));
    }

    private Answers answers(Criterion criterion, Function<LessonCourse, Boolean> read) {
        return new Answers(criterion, cards.stream().map(CourseCard::course).map(read).toList());
    }

    /** The address at which the same courses are asked about. */
    public String helpAddress() {
        return cards.stream().map(card -> "course=" + Show.query(card.course().id()))
                .collect(Collectors.joining("&", "/help/choose-school?", ""));
    }
}
