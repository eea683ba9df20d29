package nl.opkoers.schools;

import static nl.opkoers.law.ParticipantGroup.ASYLUM;
import static nl.opkoers.law.ParticipantGroup.FAMILY_OR_OTHER;
import static nl.opkoers.law.ParticipantGroup.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.law.RuleKey;
import nl.opkoers.schools.Counting.Lessons;
import nl.opkoers.schools.Counting.Line;
import nl.opkoers.schools.Counting.Purpose;
import nl.opkoers.schools.Counting.Reason;
import nl.opkoers.schools.Counting.Verdict;
import nl.opkoers.schools.Counting.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether lessons count, told before they are booked: never surer than the law and the list of schools are. */
class CountingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LawBook LAW = LawBook.standard();

    /** Elif looks for a school in the B1-route: what of the course is known decides how sure the answer is. */
    @ParameterizedTest(name = "marked {0}, {1} per cent online, checked {2} days ago: {3} {4}, loan {5} {6}")
    @CsvSource(nullValues = "?", value = {
        "true,   0,   3, YES,      MARKED,        YES,      MARKED",
        "true,  50,   3, YES,      MARKED,        YES,      MARKED",
        "true,  51,   3, ASKFIRST, ONLINE,        YES,      MARKED",
        "true, 100,   3, ASKFIRST, ONLINE,        YES,      MARKED",
        "true,   ?,   3, ASKFIRST, ONLINEUNKNOWN, YES,      MARKED",
        "true,   0,  90, YES,      MARKED,        YES,      MARKED",
        "true,   0,  91, ASKFIRST, OLD,           ASKFIRST, OLD",
        "true,   0,   ?, ASKFIRST, OLD,           ASKFIRST, OLD",
        "false,  0,   3, NO,       UNMARKED,      NO,       UNMARKED",
        "false,  0,  91, ASKFIRST, OLD,           ASKFIRST, OLD",
        "?,      0,   3, ASKFIRST, MARKUNKNOWN,   ASKFIRST, MARKUNKNOWN"})
    void inTheB1Route(Boolean marked, Integer online, Integer daysAgo, Verdict hours, Reason why, Verdict loan, Reason whyLoan) {
        List<Line> lines = of(lessons(marked, online, daysAgo), FAMILY_OR_OTHER, LearningRoute.B1);
        assertEquals(EnumSet.of(Purpose.REDUCTION, Purpose.LOAN), purposes(lines), "no hours are asked in this route");
        assertEquals(hours + " " + why, verdict(lines, Purpose.REDUCTION));
        assertEquals(loan + " " + whyLoan, verdict(lines, Purpose.LOAN));
        assertEquals(600, line(lines, Purpose.REDUCTION).hours());
    }

    /** Hatice is in the Z-route. Which school is needed for its hours no source says: the municipality judges. */
    @ParameterizedTest(name = "for routes {0}, checked {1} days ago: {2} {3}")
    @CsvSource(nullValues = "?", value = {"Z, 3, YES, FORZ", "Z, 91, ASKFIRST, OLD", "B1, 3, ASKFIRST, NOTFORZ", "?, 3, ASKFIRST, NOTFORZ"})
    void inTheZRoute(LearningRoute meantFor, Integer daysAgo, Verdict verdict, Reason why) {
        Lessons lessons = new Lessons(Where.SCHOOL, true, meantFor == null ? Set.of() : Set.of(meantFor), 0, TODAY.minusDays(daysAgo));
        List<Line> lines = of(lessons, FAMILY_OR_OTHER, LearningRoute.Z);
        assertEquals(EnumSet.of(Purpose.ZHOURS, Purpose.LOAN), purposes(lines), "nobody takes an exam in this route");
        assertEquals(verdict + " " + why, verdict(lines, Purpose.ZHOURS));
        assertEquals(800, line(lines, Purpose.ZHOURS).hours());
    }

    @ParameterizedTest
    @EnumSource(LearningRoute.class)
    void whoseLessonsTheMunicipalityPaysIsToldNothingOfALoan(LearningRoute route) {
        assertFalse(purposes(of(lessons(true, 0, 3), ASYLUM, route)).contains(Purpose.LOAN));
    }

    @Test
    void inTheEducationRouteNoHoursAreCounted() {
        assertEquals(EnumSet.of(Purpose.LOAN), purposes(of(lessons(true, 0, 3), FAMILY_OR_OTHER, LearningRoute.EDUCATION)));
    }

    @Test
    void whatIsReachedOrOverIsNotCountedFor() {
        assertEquals(EnumSet.of(Purpose.REDUCTION, Purpose.LOAN), purposes(of(mine(LanguageLevel.B1, false))));
        assertEquals(EnumSet.of(Purpose.LOAN), purposes(of(mine(LanguageLevel.A2, false))), "the plan is at A2 already");
        assertEquals(List.of(), of(mine(LanguageLevel.B1, true)));
    }

    private static List<Line> of(MyCase mine) {
        return Counting.of(lessons(true, 0, 3), mine, LAW, TODAY);
    }

    private static MyCase mine(LanguageLevel level, boolean over) {
        return new MyCase(true, FAMILY_OR_OTHER, LearningRoute.B1, level, false, null, null, List.of(), over);
    }

    @Test
    void whoLearnsAloneCollectsNoHoursAndGetsNoLoan() {
        assertTrue(of(Lessons.alone(), UNKNOWN, null).stream()
                .allMatch(line -> line.verdict() == Verdict.NO
                        && line.reason() == (line.purpose() == Purpose.LOAN ? Reason.NOSCHOOL : Reason.ALONE)));
    }

    @Test
    void aPlaceToPractiseIsNoSchoolAndNeedsNoLoan() {
        List<Line> lines = of(Lessons.practice(), FAMILY_OR_OTHER, LearningRoute.B1);
        assertEquals(EnumSet.of(Purpose.REDUCTION), purposes(lines));
        assertEquals("NO PRACTICE", verdict(lines, Purpose.REDUCTION));
    }

    @Test
    void whoOnlyLooksAroundSeesEveryPurposeWithItsRule() {
        List<Line> lines = of(lessons(true, 0, 3), UNKNOWN, null);
        assertEquals(EnumSet.allOf(Purpose.class), purposes(lines));
        assertEquals(List.of(RuleKey.LEVEL_REDUCTION_SCHOOL_MARK, RuleKey.DUTY_LANGUAGE_HOURS, RuleKey.LOAN_SCHOOL_MARK),
                lines.stream().map(line -> line.rule().key()).toList());
    }

    @Test
    void beforeTheLawWasThereNothingIsSaid() {
        assertEquals(List.of(), Counting.of(lessons(true, 0, 3), UNKNOWN, null, LAW, LocalDate.of(2021, 12, 31)));
    }

    private static Lessons lessons(Boolean marked, Integer online, Integer daysAgo) {
        return new Lessons(Where.SCHOOL, marked, Set.of(LearningRoute.B1), online, daysAgo == null ? null : TODAY.minusDays(daysAgo));
    }

    private static List<Line> of(Lessons lessons, ParticipantGroup group, LearningRoute route) {
        return Counting.of(lessons, group, route, LAW, TODAY);
    }

    private static Set<Purpose> purposes(List<Line> lines) {
        return lines.stream().map(Line::purpose).collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class)));
    }

    private static Line line(List<Line> lines, Purpose purpose) {
        return lines.stream().filter(line -> line.purpose() == purpose).findFirst().orElseThrow();
    }

    private static String verdict(List<Line> lines, Purpose purpose) {
        Line line = line(lines, purpose);
        return line.verdict() + " " + line.reason();
    }
}
