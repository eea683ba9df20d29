package nl.opkoers.schools;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.opkoers.law.Answer;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.law.RuleKey;

/**
 * Whether lessons will count, to be told before somebody books them: for taking an exam at A2 instead of B1, for the lesson
 * hours of the Z-route, and for a loan of DUO. Never more certain than the source: where that does not say, the answer is to
 * ask first.
 */
public final class Counting {

    private final Lessons lessons;
    private final ParticipantGroup group;
    private final LearningRoute route;
    private final LawBook law;
    private final LocalDate today;

    private Counting(Lessons lessons, ParticipantGroup group, LearningRoute route, LawBook law, LocalDate today) {
        this.lessons = lessons;
        this.group = group;
        this.route = route;
        this.law = law;
        this.today = today;
    }

    /** What lessons can count for. */
    public enum Purpose {
        /** The least hours before an exam may be taken at A2 instead of B1 (afschalen); in the B1-route alone. */
        REDUCTION,
        /** The lesson hours that the Z-route asks. */
        ZHOURS,
        /** A loan of DUO for these lessons; never of one whose lessons the municipality pays. */
        LOAN
    }

    /** The answer. */
    public enum Verdict {
        YES, NO,
        /** Nobody can tell yet: ask before booking. */
        ASKFIRST
    }

    /** Why. */
    public enum Reason {
        /** The school bears the mark. */
        MARKED,
        /** The school does not bear the mark. */
        UNMARKED,
        /** It is not known whether the school bears the mark. */
        MARKUNKNOWN,
        /** More of it is online than, reportedly, may be. */
        ONLINE,
        /** It is not known how much of it is online. */
        ONLINEUNKNOWN,
        /** The municipality, which judges in the Z-route, says that the course is for that route. */
        FORZ,
        /** It is not known that the municipality counts it for the Z-route. */
        NOTFORZ,
        /** It is no school: good to practise, but no lesson hours. */
        PRACTICE,
        /** Nobody counts the hours in which one learns alone. */
        ALONE,
        /** There is no school to lend for. */
        NOSCHOOL,
        /** What is known of the school was not checked for too long. */
        OLD
    }

    /** Where one learns. */
    public enum Where {
        SCHOOL, PRACTICE, ALONE
    }

    /**
     * The lessons as far as the question needs them.
     *
     * @param marked    whether the school bears the mark of Blik op Werk; {@code null} when not known
     * @param routes    the routes they are for; empty when not known
     * @param online    per cent of the lessons that is online; {@code null} when not known
     * @param checkedOn when somebody last looked whether all this is so; {@code null} when not known
     */
    public record Lessons(Where where, Boolean marked, Set<LearningRoute> routes, Integer online, LocalDate checkedOn) {

        /** Learning alone, without a school. */
        public static Lessons alone() {
            return new Lessons(Where.ALONE, null, Set.of(), null, null);
        }

        /** A place to practise that is no school. */
        public static Lessons practice() {
            return new Lessons(Where.PRACTICE, null, Set.of(), null, null);
        }
    }

    /**
     * One answer.
     *
     * @param rule  the rule that it rests on, with its source
     * @param hours how many hours the purpose asks; {@code null} where it asks none
     */
    public record Line(Purpose purpose, Verdict verdict, Reason reason, Fact rule, Integer hours) {

        private Line withoutNumber() {
            return new Line(purpose, verdict, reason, rule, null);
        }
    }

    /**
     * Every purpose that is there for a person of this group on this route, with its answer. Where the group or the route is not
     * known, also those that there may be: each stands for itself and says for whom it is.
     *
     * @param route {@code null} when not known
     */
    public static List<Line> of(Lessons lessons, ParticipantGroup group, LearningRoute route, LawBook law, LocalDate today) {
        Counting counting = new Counting(lessons, group, route, law, today);
        return Stream.of(counting.reduction(), counting.zHours(), counting.loan()).flatMap(Optional::stream).toList();
    }

    /** Whether this course counts, in this case. */
    public static List<Line> of(LessonCourse course, MyCase mine, LawBook law, LocalDate today) {
        return of(lessons(course), mine, law, today);
    }

    /** Whether the hours at this place count, in this case. */
    public static List<Line> of(PracticePlace place, MyCase mine, LawBook law, LocalDate today) {
        return of(Lessons.practice(), mine, law, today);
    }

    static List<Line> of(Lessons lessons, MyCase mine, LawBook law, LocalDate today) {
        if (mine.over()) {
            return List.of();
        }
        // Whose plan is at A2 has what the hours would be for.
        List<Line> lines = of(lessons, mine.group(), mine.route(), law, today).stream()
                .filter(line -> line.purpose() != Purpose.REDUCTION || mine.level() != LanguageLevel.A2).toList();
        // Whose route is not known would read a number as theirs, and be frightened by one that is not.
        return mine.personal() && mine.route() == null ? lines.stream().map(Line::withoutNumber).toList() : lines;
    }

    private static Lessons lessons(LessonCourse course) {
        return new Lessons(Where.SCHOOL, course.school().blikOpWerk(), course.routes(), course.onlinePercent(),
                course.checkedOn());
    }

    private Optional<Line> reduction() {
        return rule(RuleKey.LEVEL_REDUCTION_HOURS, LearningRoute.B1).map(hours -> {
            Fact mark = rule(RuleKey.LEVEL_REDUCTION_SCHOOL_MARK, LearningRoute.B1).orElse(hours);
            Line byMark = marked(Purpose.REDUCTION, mark, hours.whole());
            return byMark.verdict() == Verdict.YES ? onLocation(byMark) : byMark;
        });
    }

    /** Of these hours, reportedly, a share has to be on location. */
    private Line onLocation(Line yes) {
        Optional<Fact> location = rule(RuleKey.LEVEL_REDUCTION_ON_LOCATION, LearningRoute.B1);
        if (location.isEmpty()) {
            return yes;
        }
        if (lessons.online() == null) {
            return new Line(yes.purpose(), Verdict.ASKFIRST, Reason.ONLINEUNKNOWN, location.get(), yes.hours());
        }
        boolean enough = 100 - lessons.online() >= location.get().whole();
        return enough ? yes : new Line(yes.purpose(), Verdict.ASKFIRST, Reason.ONLINE, location.get(), yes.hours());
    }

    private Optional<Line> zHours() {
        return rule(RuleKey.DUTY_LANGUAGE_HOURS, LearningRoute.Z).map(hours -> {
            if (lessons.where() != Where.SCHOOL) {
                return new Line(Purpose.ZHOURS, Verdict.NO, away(Purpose.ZHOURS), hours, hours.whole());
            }
            boolean forZ = lessons.routes().contains(LearningRoute.Z);
            if (!forZ) {
                return new Line(Purpose.ZHOURS, Verdict.ASKFIRST, Reason.NOTFORZ, hours, hours.whole());
            }
            return checked(new Line(Purpose.ZHOURS, Verdict.YES, Reason.FORZ, hours, hours.whole()));
        });
    }

    /** No loan where there is nothing to pay. */
    private Optional<Line> loan() {
        if (lessons.where() == Where.PRACTICE) {
            return Optional.empty();
        }
        ParticipantGroup payer = group == ParticipantGroup.UNKNOWN ? ParticipantGroup.FAMILY_OR_OTHER : group;
        return law.ask(RuleKey.LOAN_SCHOOL_MARK, today, payer, route).known().map(mark -> marked(Purpose.LOAN, mark, null));
    }

    private Line marked(Purpose purpose, Fact rule, Integer hours) {
        if (lessons.where() != Where.SCHOOL) {
            return new Line(purpose, Verdict.NO, away(purpose), rule, hours);
        }
        if (lessons.marked() == null) {
            return new Line(purpose, Verdict.ASKFIRST, Reason.MARKUNKNOWN, rule, hours);
        }
        return checked(lessons.marked() ? new Line(purpose, Verdict.YES, Reason.MARKED, rule, hours)
                : new Line(purpose, Verdict.NO, Reason.UNMARKED, rule, hours));
    }

    /** What nobody looked at for too long may have changed since. */
    private Line checked(Line sure) {
        boolean old = lessons.checkedOn() == null || law.ask(RuleKey.SHELF_LIFE_PRICE, today).known()
                .filter(life -> lessons.checkedOn().plus(life.period()).isBefore(today)).isPresent();
        return old ? new Line(sure.purpose(), Verdict.ASKFIRST, Reason.OLD, sure.rule(), sure.hours()) : sure;
    }

    private Reason away(Purpose purpose) {
        if (lessons.where() != Where.ALONE) {
            return Reason.PRACTICE;
        }
        return purpose == Purpose.LOAN ? Reason.NOSCHOOL : Reason.ALONE;
    }

    /** The rule as it holds on this route; empty when the person's route is known to be another one. */
    private Optional<Fact> rule(RuleKey key, LearningRoute only) {
        Answer answer = law.ask(key, today, group, route == null ? only : route);
        return answer.known();
    }
}
