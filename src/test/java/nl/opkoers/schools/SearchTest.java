package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import nl.opkoers.law.ParticipantGroup;
import org.junit.jupiter.api.Test;

/** Finding a school: in an order that nobody can buy, without taking what is not known for a no. */
class SearchTest {

    private static final Postcodes PLACES = Postcodes.of("/postcodes/demo.txt");

    @Test
    void whatIsFreeComesFirstThenTheCheapestAndWhatHasNoKnownPriceLast() {
        List<LessonCourse> offers = List.of(course("d").price(null).made(), course("c").price("14.50").made(),
                course("b").price("12.00").made(), course("a").price("12.00").made(), course("e").price("0").made());

        for (int seed = 0; seed < 20; seed++) {
            List<LessonCourse> shuffled = new ArrayList<>(offers);
            Collections.shuffle(shuffled, new Random(seed));
            assertEquals(List.of("e", "a", "b", "c", "d"), names(search("/schools", shuffled)));
        }
    }

    /** 300 hours: 3000 euro is 10 an hour, 4500 is 15. */
    @Test
    void aPriceOfTheWholeCourseIsAPrice() {
        LessonCourse cheap = course("cheap").price(null).inAll("3000", "0").made();
        List<LessonCourse> offers = List.of(course("unknown").price(null).made(), course("dear").price(null).inAll("4500", "0").made(),
                course("by the hour").price("12.00").made(), cheap, course("nothing an hour").price("0").inAll("4000", "0").made(),
                course("free").price(null).inAll("0", "0").made());

        assertEquals(List.of("free", "cheap", "by the hour", "nothing an hour", "dear", "unknown"), names(search("/schools", offers)));
        assertEquals(List.of("free", "cheap", "unknown"), names(search("/schools?month=200", offers)));
        assertEquals("173.33", MonthlyPrice.of(cheap).toPlainString());
    }

    @Test
    void whatMayFitComesAfterWhatFitsAndSaysWhatIsNotKnown() {
        Found<LessonCourse> found = search("/schools?childcare=yes", List.of(course("cheap").price("11").childcare(null).made(),
                course("sure").price("15").made(), course("no").childcare(false).made()));

        assertEquals(List.of("sure", "cheap"), names(found));
        assertEquals(List.of(List.of(), List.of(Criterion.CHILDCARE)), found.hits().stream().map(Found.Hit::unknown).toList());
    }

    @Test
    void inTheEveningMeansEveryLesson() {
        LessonCourse half = course("half").times(Some.time(DayOfWeek.MONDAY, 19, 21), Some.time(DayOfWeek.WEDNESDAY, 9, 12)).made();
        LessonCourse saturday = course("saturday").times(Some.time(DayOfWeek.SATURDAY, 10, 13)).made();
        LessonCourse own = course("own").times().schedule(LessonCourse.Schedule.OWN_CHOICE).made();
        LessonCourse unknown = course("unknown").timesUnknown().made();
        List<LessonCourse> all = List.of(half, saturday, own, unknown, course("evening").made());

        assertEquals(List.of("evening", "own", "unknown"), names(search("/schools?evening=yes", all)));
        assertEquals(List.of("own", "saturday", "unknown"), names(search("/schools?weekend=yes", all)));
        assertEquals(List.of("evening", "own", "saturday", "unknown"), names(search("/schools?evening=yes&weekend=yes", all)));
    }

    @Test
    void startsWithinEightWeeks() {
        List<LessonCourse> all = List.of(course("soon").starts(Some.TODAY.plusWeeks(8), null).made(),
                course("late").starts(Some.TODAY.plusWeeks(9), 0).made(), course("waits").starts(null, 3).made(),
                course("past").starts(Some.TODAY.minusDays(1), null).made());

        assertEquals(List.of("soon", "waits", "past"), names(search("/schools?weeks=8", all)));
    }

    @Test
    void atMostSoMuchAMonth() {
        LessonCourse fourHours = course("four hours a week").price("12.00").made();
        LessonCourse everyOther = course("half of that").price("12.00").schedule(LessonCourse.Schedule.EVERY_OTHER_WEEK).made();

        assertEquals("208.00", MonthlyPrice.of(fourHours).toPlainString());
        assertEquals("104.00", MonthlyPrice.of(everyOther).toPlainString());
        assertEquals(List.of("half of that"), names(search("/schools?month=207", List.of(fourHours, everyOther))));
        assertEquals(2, search("/schools?month=208", List.of(fourHours, everyOther)).total());
    }

    @Test
    void nearMeIsAsTheCrowFliesAndOnlineIsNearEverywhere() {
        List<LessonCourse> all = List.of(course("here").made(), course("sluis").at("9897 AB").made(),
                course("bergveen").at("9893 BV").made(), course("online").at("9893 BV").online(100).made(),
                course("nowhere").at("1000 AA").made());

        assertEquals(List.of("here", "online", "sluis", "nowhere"), names(search("/schools?postcode=9899&km=5", all)));
        assertEquals(9.4, PLACES.kilometres("9899 DA", "9893").orElseThrow(), 0.1);
    }

    @Test
    void everyGroupOfDutchPostcodesHasAPlace() {
        Postcodes netherlands = Postcodes.of("/postcodes/nl.txt");

        assertEquals(57, netherlands.kilometres("1012", "3011 AB").orElseThrow(), 3, "Amsterdam to Rotterdam");
        assertEquals(4, netherlands.kilometres("2513", "2289").orElseThrow(), 3, "The Hague to Rijswijk");
        assertEquals(0, netherlands.kilometres("9711", "9712").orElseThrow(), "too near to tell apart");
        assertTrue(netherlands.knows("6211") && !netherlands.knows("0999"));
    }

    @Test
    void whenThereIsNothingItSaysWhichChoiceToGiveUp() {
        Found<LessonCourse> found = search("/schools?evening=yes&childcare=yes&women=yes",
                List.of(course("mixed group").made(), course("no childcare, mixed").childcare(false).made()));

        assertEquals(0, found.total());
        assertEquals(Map.of(Criterion.WOMEN, 1), found.without());
    }

    @Test
    void whatIsForAnotherGroupIsLeftOutAndCounted() {
        List<LessonCourse> all = List.of(course("asylum").only(ParticipantGroup.ASYLUM).made(), course("all").made(),
                course("not known").only().made());
        Found<LessonCourse> elif = Search.of(all, Filters.none(), ParticipantGroup.FAMILY_OR_OTHER, judge(Filters.none()));

        assertEquals(List.of("all", "not known"), names(elif));
        assertEquals(1, elif.forOthers());
        assertEquals(3, search("/schools", all).total(), "in general everything is shown");
    }

    @Test
    void aPlaceToPractiseBearsNoMarkAndItsChildcareIsNotKnown() {
        List<PracticePlace> places = List.of(Some.place("library", "0"));
        Filters childcare = FiltersTest.filters("/schools?childcare=yes&evening=yes");

        assertEquals(List.of(Criterion.CHILDCARE), Search.of(places, childcare, ParticipantGroup.UNKNOWN, judge(childcare))
                .hits().get(0).unknown());
        Filters mark = FiltersTest.filters("/schools?mark=yes");
        assertEquals(0, Search.of(places, mark, ParticipantGroup.UNKNOWN, judge(mark)).total());
    }

    @Test
    void pagesHoldTwentyAndAPageThatIsNotThereIsTheNearestOne() {
        Found<LessonCourse> found = search("/schools",
                IntStream.range(0, 45).mapToObj(number -> course("c" + (100 + number)).made()).toList());

        assertEquals(3, found.pages());
        assertEquals(20, found.on(1).size());
        assertEquals(5, found.on(3).size());
        assertEquals(found.on(3), found.on(99));
        assertEquals(found.on(1), found.on(-7));
        assertTrue(search("/schools", List.of()).on(1).isEmpty());
    }

    private static Some course(String name) {
        return Some.course().named(name);
    }

    private static Found<LessonCourse> search(String address, List<LessonCourse> offers) {
        Filters filters = FiltersTest.filters(address);
        return Search.of(offers, filters, ParticipantGroup.UNKNOWN, judge(filters));
    }

    private static Judge judge(Filters filters) {
        return new Judge(filters, Some.TODAY, PLACES, new LessonsAndWork(List.of(), Some.TODAY));
    }

    private static List<String> names(Found<LessonCourse> found) {
        return found.hits().stream().map(hit -> hit.offer().name()).toList();
    }
}
