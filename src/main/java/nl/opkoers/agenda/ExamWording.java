package nl.opkoers.agenda;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Optional;
import nl.opkoers.agenda.ExamCard.About;
import nl.opkoers.agenda.ExamCard.FreeAttempts;
import nl.opkoers.agenda.ExamCard.Move;
import nl.opkoers.agenda.ExamOutlook.Dated;
import nl.opkoers.agenda.ExamOutlook.Missing;
import nl.opkoers.agenda.ExamOutlook.NotKnown;
import nl.opkoers.law.Estimate;
import nl.opkoers.law.ExamPart;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.RuleKey;

/** What the template of the exams reads off a card; {@code null} where there is nothing to say. */
@TemplateExtension
final class ExamWording {

    private ExamWording() {
    }

    static Estimate expected(ExamCard card) {
        return card.resultBy().orElse(null);
    }

    static Move moving(ExamCard card) {
        return card.move().orElse(null);
    }

    static FreeAttempts free(ExamCard card) {
        return card.freeAttempts().orElse(null);
    }

    /** The outlook, when days could be worked out. */
    static Dated days(ExamCard card) {
        return card.dated().orElse(null);
    }

    /** What is not known, when no days could be worked out. */
    static List<Missing> missing(ExamCard card) {
        return card.outlook().filter(NotKnown.class::isInstance).map(NotKnown.class::cast).map(NotKnown::missing).orElse(List.of());
    }

    /** Whether there is something about the exam itself that is different for each level, and the level is not known. */
    static boolean levelUnknown(ExamCard card) {
        return card.part().isLanguageSkill() && card.level() == null;
    }

    /** Whether what has to be done in it are tasks: in writing nothing is asked. */
    static boolean withTasks(ExamCard card) {
        return card.part() == ExamPart.WRITING;
    }

    static String levelName(ExamCard card) {
        return Optional.ofNullable(card.level()).map(LanguageLevel::code).orElse(null);
    }

    static Fact beforeAny(FreeAttempts free) {
        return free.rule().orElse(null);
    }

    static Fact howMany(About about) {
        return about.questions().orElse(null);
    }

    static Fact howLong(About about) {
        return about.minutes().orElse(null);
    }

    static Fact cost(About about) {
        return about.price().orElse(null);
    }

    static Fact registration(About about) {
        return about.register().orElse(null);
    }

    static Fact practice(About about) {
        return about.practise().orElse(null);
    }

    /** What the sources say of moving an exam, without the advice that was drawn from them. */
    static List<Fact> sources(Move move) {
        return move.rules().stream().filter(rule -> rule.key() != RuleKey.EXAM_MOVE_BEFORE_ADVICE).toList();
    }

    static Fact result(Dated days) {
        return rule(days, RuleKey.EXAM_RESULT_TIME);
    }

    static Fact lead(Dated days) {
        return rule(days, RuleKey.EXAM_REGISTRATION_LEAD);
    }

    static Fact retakes(Dated days) {
        return rule(days, RuleKey.EXAM_RETAKES_TO_ALLOW);
    }

    /** How long one waits for a place. */
    static Fact waitingTime(Dated days) {
        return days.waiting().known().orElse(null);
    }

    private static Fact rule(Dated days, RuleKey key) {
        return days.basis().stream().filter(fact -> fact.key() == key).findFirst().orElse(null);
    }
}
