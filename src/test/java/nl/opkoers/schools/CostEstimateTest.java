package nl.opkoers.schools;

import static nl.opkoers.law.ParticipantGroup.ASYLUM;
import static nl.opkoers.law.ParticipantGroup.FAMILY_OR_OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.law.RuleKey;
import nl.opkoers.schools.Outcome.Kind;
import nl.opkoers.schools.Outcome.Means;
import nl.opkoers.schools.Outcome.Part;
import nl.opkoers.schools.Outcome.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What learning will cost, each example worked by hand beside it. */
class CostEstimateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LawBook LAW = LawBook.standard();

    @ParameterizedTest(name = "{0} to {1} hours at {2}: {3} to {4}")
    @CsvSource(nullValues = "?", value = {
        // Without a price of a school: 11 to 20 euro an hour. 600 x 11 and 600 x 20.
        "600, 600, ?,      6600.00, 12000.00",
        "300, 450, ?,      3300.00,  9000.00",
        // 240 x 13.50
        "240, 240, 13.50,  3240.00,  3240.00",
        // 200 x 12.345 and 333 x 12.345 = 4110.885, half up
        "200, 333, 12.345, 2469.00,  4110.89",
        "0,   0,   13.50,     0.00,     0.00"})
    void lessons(int least, int most, BigDecimal price, String from, String to) {
        Outcome outcome = of(family().hours(least, most).price(price));
        assertEquals(range(from, to), outcome.part(Kind.LESSONS).amount());
    }

    @Test
    void whatNobodyKnowsStaysUnknownAndIsInNoTotal() {
        Outcome outcome = of(family());
        assertEquals(List.of(Kind.LESSONS, Kind.MATERIAL, Kind.TRAVEL, Kind.EXAMS, Kind.RETAKES, Kind.CHILDCARE), outcome.getMissing());
        assertEquals(Range.NOTHING, outcome.getTotal());
        assertNull(outcome.getMonth());
        assertEquals(List.of(), outcome.ways(), "not even nothing");
    }

    /** Exams are 250 euro; that a partner with 300 leaves nothing to pay would be read as the whole of it. */
    @Test
    void whileNobodyKnowsWhatTheLessonsCostThereIsNothingToPayInOneWayOrAnother() {
        Case exams = family().exams(Collections.nCopies(5, Span.exactly(0))).months(24).ways("300", 12, BigDecimal.ONE, 12);
        assertEquals(exactly("250"), of(exams).getTotal());
        assertEquals(List.of(), of(exams).ways());
        assertEquals(Means.values().length, of(exams.hours(100, 100)).ways().size());
    }

    /**
     * Elif, two years: 600 hours at 11 to 20 euro, books 150, 4 euro for each lesson of 3 hours, five exams and one again.
     * 6600 + 150 + 200 x 4 + 250 + 50 = 7850, and 12000 + 1250 = 13250. By 24: 327.083 and 552.083.
     */
    @Test
    void everythingTogether() {
        Outcome outcome = of(elif());
        assertEquals(range("6600.00", "12000.00"), outcome.part(Kind.LESSONS).amount());
        assertEquals(exactly("150.00"), outcome.part(Kind.MATERIAL).amount());
        assertEquals(exactly("800.00"), outcome.part(Kind.TRAVEL).amount());
        assertEquals(exactly("250.00"), outcome.part(Kind.EXAMS).amount());
        assertEquals(exactly("50.00"), outcome.part(Kind.RETAKES).amount());
        assertEquals(range("7850.00", "13250.00"), outcome.getTotal());
        assertEquals(range("327.08", "552.08"), outcome.getMonth());
        assertEquals(List.of(Kind.CHILDCARE), outcome.getMissing());
    }

    /** The fact says 11 to 20 euro an hour with its source and day, and the hours she typed herself. */
    @Test
    void eachPartSaysWhatItRestsOn() {
        Part lessons = of(elif()).part(Kind.LESSONS);
        assertEquals(RuleKey.LESSON_PRICE_TO, lessons.bases().get(0).getFact().key());
        assertEquals(LocalDate.of(2023, 1, 1), lessons.bases().get(0).getFact().checkedOn());
        assertEquals(new Basis.Said(), lessons.bases().get(1));
        assertEquals(RuleKey.EXAM_PRICE, of(elif()).part(Kind.EXAMS).bases().get(0).getFact().key());
    }

    @ParameterizedTest(name = "{0} hours, lessons of {1}: {2}")
    @CsvSource({"6, 3, 8.00", "7, 3, 12.00", "10, 2.5, 16.00", "11, 2.5, 20.00", "0, 3, 0.00"})
    void theShortLastLessonIsGoneToAsWell(int hours, BigDecimal perLesson, String travel) {
        Outcome outcome = of(family().hours(hours, hours).trip("4").perLesson(perLesson));
        assertEquals(exactly(travel), outcome.part(Kind.TRAVEL).amount());
    }

    @Test
    void whoWalksPaysNoTravelHoweverManyLessons() {
        assertEquals(Range.NOTHING, of(family().trip("0")).part(Kind.TRAVEL).amount());
    }

    /** Free attempts left for each part still to be passed; 50 euro for each attempt that is not free. */
    @ParameterizedTest(name = "free left {0}, {1} again: {2} to {3}, again {4} to {5}")
    @CsvSource({
        "'0 0 0 0 0', 0, 250, 250,   0,   0",
        "'2 2 2 2 2', 5,   0,   0,   0, 200",
        "'2 2',       1,   0,   0,   0,   0",
        "'2 0',       1,  50,  50,   0,  50",
        "'1 1 1',     2,   0,   0, 100, 100",
        "'1',         0,   0,   0,   0,   0",
        "'',          3,   0,   0,   0,   0"})
    void attemptsThatAreFreeAreNotPaid(String free, int again, String from, String to, String againFrom, String againTo) {
        List<Span> left = free.isBlank() ? List.of()
                : Stream.of(free.split(" ")).map(Integer::valueOf).map(Span::exactly).toList();
        Outcome outcome = of(new Case(ASYLUM).exams(left).retakes(again));
        assertEquals(range(from, to), outcome.part(Kind.EXAMS).amount());
        assertEquals(range(againFrom, againTo), outcome.part(Kind.RETAKES).amount());
    }

    @Test
    void howManyAttemptsAreFreeMayBeUnknown() {
        Outcome outcome = of(new Case(ASYLUM).exams(List.of(new Span(0, 2))).retakes(2));
        assertEquals(range("0", "50"), outcome.part(Kind.EXAMS).amount());
        assertEquals(range("50", "100"), outcome.part(Kind.RETAKES).amount(), "at best one of the two is free");
    }

    @Test
    void whoseLessonsTheMunicipalityPaysIsShownNoWayToPayThem() {
        Outcome outcome = of(new Case(ASYLUM).hours(600, 600));
        assertEquals(Range.NOTHING, outcome.part(Kind.LESSONS).amount());
        assertEquals(RuleKey.COURSE_PAID_BY, outcome.part(Kind.LESSONS).bases().get(0).getFact().key());
        assertEquals(List.of(), outcome.ways());
    }

    @Test
    void theZRouteHasNoExamsAndTheEducationRouteNoPriceByTheHour() {
        Outcome z = of(new Case(FAMILY_OR_OTHER, LearningRoute.Z).hours(800, 800));
        assertNull(z.part(Kind.EXAMS));
        assertNull(z.part(Kind.RETAKES));
        assertEquals(range("8800", "16000"), z.part(Kind.LESSONS).amount());
        assertEquals(range("17000", "18000"), of(new Case(FAMILY_OR_OTHER, LearningRoute.EDUCATION)).part(Kind.LESSONS).amount());
    }

    /** All beside each other: 7850 to 13250 in all, of which 6600 to 12000 for lessons and 1250 for the rest. */
    @Test
    void waysToPayStandBesideEachOtherInAFixedOrder() {
        Outcome outcome = of(elif().ways("5000", 12, null, null));
        assertEquals(List.of(Means.OWN, Means.INSTALMENTS, Means.PARTNER, Means.LOAN), outcome.ways().stream().map(Way::means).toList());
        assertEquals(new Way(Means.OWN, range("7850", "13250"), range("327.08", "552.08"), 24, null), way(outcome, Means.OWN));
        assertEquals(new Way(Means.INSTALMENTS, range("7850", "13250"), range("550", "1000"), 12, exactly("1250")),
                way(outcome, Means.INSTALMENTS));
        assertEquals(new Way(Means.PARTNER, range("2850", "8250"), range("118.75", "343.75"), 24, null), way(outcome, Means.PARTNER));
        assertNull(way(outcome, Means.LOAN).total(), "nobody knows the interest");
        assertEquals(exactly("1250"), way(outcome, Means.LOAN).sooner(), "the loan is paid to the school alone");
    }

    /**
     * A loan of the lessons. Without interest 6600 / 120 = 55 and 12000 / 120 = 100. At 12 per cent a year, 1 a month, in 12
     * months: 0.01 / (1 - 1.01^-12) = 0.0888487887, so 586.402 and 1066.185 a month, 7036.824 and 12794.226 in all.
     */
    @ParameterizedTest(name = "{0} per cent in {1} months: {2} to {3} a month, {4} to {5} in all")
    @CsvSource({"0, 120, 55.00, 100.00, 7850.00, 13250.00", "12, 12, 586.40, 1066.19, 8286.82, 14044.23"})
    void aLoanWithTheInterestThatWasTyped(BigDecimal interest, int months, String from, String to, String all, String allMost) {
        Way loan = way(of(elif().ways(null, null, interest, months)), Means.LOAN);
        assertEquals(range(from, to), loan.month());
        assertEquals(range(all, allMost), loan.total());
    }

    @Test
    void aPartnerWhoPaysMoreThanItCostsLeavesNothingToPay() {
        assertEquals(Range.NOTHING, way(of(elif().ways("20000", null, null, null)), Means.PARTNER).total());
    }

    @Test
    void oneExamAgainCostsOneExamMore() {
        Inputs inputs = elif().inputs();
        assertEquals(range("7900", "13300"), CostEstimate.of(inputs.failingOne(), LAW, TODAY).getTotal());
    }

    /** Alone: no lessons and no travel to them; the books that were typed and the exams stay: 150 + 250 + 50. */
    @Test
    void whoLearnsAlonePaysNoLessonsAndTheSameExams() {
        assertEquals(exactly("450"), CostEstimate.of(elif().inputs().alone(), LAW, TODAY).getTotal());
    }

    @Test
    void onADayOfWhichNoFactIsKnownNothingIsMadeUp() {
        Outcome before = CostEstimate.of(elif().inputs(), LAW, LocalDate.of(2021, 12, 31));
        assertEquals(List.of(Kind.LESSONS, Kind.EXAMS, Kind.RETAKES, Kind.CHILDCARE), before.getMissing());
    }

    @Test
    void aRangeIsNeverNegativeNorUpsideDown() {
        assertThrows(IllegalArgumentException.class, () -> range("-0.01", "1"));
        assertThrows(IllegalArgumentException.class, () -> range("2", "1"));
        assertThrows(IllegalArgumentException.class, () -> new Span(2, 1));
        assertFalse(range("1", "2").isExact());
    }

    private static Outcome of(Case someCase) {
        return CostEstimate.of(someCase.inputs(), LAW, TODAY);
    }

    private static Case family() {
        return new Case(FAMILY_OR_OTHER);
    }

    private static Case elif() {
        return family().hours(600, 600).trip("4").perLesson(BigDecimal.valueOf(3)).material("150")
                .exams(Collections.nCopies(5, Span.exactly(0))).retakes(1).months(24);
    }

    private static Way way(Outcome outcome, Means means) {
        return outcome.ways().stream().filter(way -> way.means() == means).findFirst().orElseThrow();
    }

    private static Range range(String from, String to) {
        return new Range(new BigDecimal(from), new BigDecimal(to));
    }

    private static Range exactly(String amount) {
        return Range.exactly(new BigDecimal(amount));
    }

    /** Somebody's case, filled in step by step; what is not filled in is not known. */
    private static final class Case {
        private final ParticipantGroup group;
        private final LearningRoute route;
        private Given<Span> hours;
        private Given<Inputs.Price> price;
        private Given<Range> material;
        private Given<BigDecimal> trip;
        private Given<BigDecimal> perLesson;
        private Given<List<Span>> exams;
        private int retakes;
        private Given<Integer> months;
        private Inputs.Ways ways = Inputs.Ways.none();

        Case(ParticipantGroup group) {
            this(group, LearningRoute.B1);
        }

        Case(ParticipantGroup group, LearningRoute route) {
            this.group = group;
            this.route = route;
        }

        Case hours(int from, int to) {
            hours = Given.said(new Span(from, to));
            return this;
        }

        Case price(BigDecimal amount) {
            price = amount == null ? null : Given.said(Inputs.Price.exactly(amount));
            return this;
        }

        Case material(String amount) {
            material = Given.said(exactly(amount));
            return this;
        }

        Case trip(String amount) {
            trip = Given.said(new BigDecimal(amount));
            return this;
        }

        Case perLesson(BigDecimal some) {
            perLesson = Given.said(some);
            return this;
        }

        Case exams(List<Span> free) {
            exams = Given.said(free);
            return this;
        }

        Case retakes(int number) {
            retakes = number;
            return this;
        }

        Case months(int number) {
            months = Given.said(number);
            return this;
        }

        Case ways(String partner, Integer instalments, BigDecimal interest, Integer payback) {
            ways = new Inputs.Ways(partner == null ? null : new BigDecimal(partner), instalments, interest, payback);
            return this;
        }

        Inputs inputs() {
            return new Inputs(group, route, hours, price, material, trip, perLesson, exams, retakes, null, months, ways);
        }
    }
}
