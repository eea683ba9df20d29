package nl.opkoers.schools;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;

/** A course as a test needs it: one that is wholly known, of which a test changes what it is about. */
final class Some {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private String id = "C-1";
    private String name = "Naar B1";
    private BigDecimal price = new BigDecimal("12.00");
    private BigDecimal inAll;
    private BigDecimal material;
    private List<WeekTime> times = List.of(time(DayOfWeek.TUESDAY, 19, 21), time(DayOfWeek.THURSDAY, 19, 21));
    private LessonCourse.Schedule schedule = LessonCourse.Schedule.WEEKLY;
    private Integer online = 0;
    private Boolean childcare = true;
    private LocalDate start = TODAY.plusWeeks(2);
    private Integer waiting = 2;
    private Set<ParticipantGroup> groups = Set.of(ParticipantGroup.ASYLUM, ParticipantGroup.FAMILY_OR_OTHER);
    private String postcode = "9899 DA";
    private String website;

    static Some course() {
        return new Some();
    }

    static WeekTime time(DayOfWeek day, int from, int until) {
        return new WeekTime(day, LocalTime.of(from, 0), LocalTime.of(until, 0));
    }

    Some named(String newName) {
        name = newName;
        id = "C-" + newName;
        return this;
    }

    Some price(String euro) {
        price = euro == null ? null : new BigDecimal(euro);
        return this;
    }

    /** What the whole course costs, and the books beside it. */
    Some inAll(String euro, String books) {
        inAll = new BigDecimal(euro);
        material = new BigDecimal(books);
        return this;
    }

    Some times(WeekTime... lessons) {
        times = List.of(lessons);
        return this;
    }

    Some timesUnknown() {
        times = null;
        return this;
    }

    Some schedule(LessonCourse.Schedule often) {
        schedule = often;
        return this;
    }

    Some online(Integer percent) {
        online = percent;
        return this;
    }

    Some childcare(Boolean there) {
        childcare = there;
        return this;
    }

    Some starts(LocalDate first, Integer weeks) {
        start = first;
        waiting = weeks;
        return this;
    }

    Some only(ParticipantGroup... whom) {
        groups = Set.of(whom);
        return this;
    }

    Some at(String place) {
        postcode = place;
        return this;
    }

    Some website(String address) {
        website = address;
        return this;
    }

    LessonCourse made() {
        School school = new School("A-1", "9901003", "Het Kompas", "Windroosplein 8", postcode, "Waterstad", null, null, website,
                true, null, "Gemeente Waterstad", null, TODAY.minusDays(5));
        return new LessonCourse(id, name, school, Set.of(LearningRoute.B1), Level.A2, Level.B1, price, inAll, 300, material == null, material,
                times, schedule, online, childcare, start, waiting, groups, List.of("nl", "tr"), false, true, false, 12,
                TODAY.minusDays(5));
    }

    static PracticePlace place(String name, String price) {
        return new PracticePlace("P-" + name, name, "Bibliotheek", PracticePlace.Kind.LIBRARY, "Bibliotheek", "Bibliotheek",
                "Marktgracht 1", "9899 MG", List.of(new WeekTime(DayOfWeek.MONDAY, LocalTime.of(10, 0), LocalTime.of(20, 0))),
                Set.of(Level.A2, Level.B1), null, null, true, Set.of(), price == null ? null : new BigDecimal(price), null,
                "Gemeente Waterstad", TODAY.minusDays(5));
    }
}
