package nl.opkoers.schools;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.Seen;

/**
 * What the search page shows.
 *
 * @param mine       for whom
 * @param onlyPlaces whether only the places to practise are shown, all of them, instead of a few beside the courses
 * @param page       which page of what is shown at length, from 1
 * @param courses    those on this page
 * @param places     those on this page, or the first few
 * @param unknown    whether it cannot be said now what there is
 * @param placesUnknown whether it cannot be said now where one can practise, beside the courses
 * @param staleOf    of when what is shown is, while the municipality cannot be reached; otherwise {@code null}
 */
record Results(Filters filters, MyCase mine, boolean onlyPlaces, int page, Found<?> found,
        List<CourseCard> courses, List<PlaceCard> places, boolean unknown, boolean placesUnknown, Instant staleOf) {

    private static final String PLACES = "places";
    private static final int A_FEW = 3;

    static Results of(Filters filters, String kind, String page, MyCase mine, Seen<List<LessonCourse>> courses,
            Seen<List<PracticePlace>> places, Postcodes postcodes, LawBook law, LocalDate today) {
        LessonsAndWork work = new LessonsAndWork(mine.work(), today);
        Judge judge = new Judge(filters, today, postcodes, work);
        Found<LessonCourse> foundCourses = Search.of(courses.known().orElse(List.of()), filters, mine.group(), judge);
        Found<PracticePlace> foundPlaces = Search.of(places.known().orElse(List.of()), filters, mine.group(), judge);
        boolean onlyPlaces = PLACES.equals(kind);
        Found<?> found = onlyPlaces ? foundPlaces : foundCourses;
        int shown = found.nearest(number(page));
        Cards cards = new Cards(law, today, postcodes, work, filters.postcode());
        Seen<?> seen = onlyPlaces ? places : courses;
        return new Results(filters, mine, onlyPlaces, shown, found,
                onlyPlaces ? List.of() : foundCourses.on(shown).stream()
                        .map(hit -> cards.course(hit.offer(), hit.unknown())).toList(),
                (onlyPlaces ? foundPlaces.on(shown) : foundPlaces.first(A_FEW)).stream()
                        .map(hit -> cards.place(hit.offer(), hit.unknown())).toList(),
                seen.known().isEmpty(), !onlyPlaces && places.known().isEmpty(), seen.staleOf());
    }

    private static int number(String page) {
        try {
            return page == null ? 1 : Integer.parseInt(page);
        } catch (NumberFormatException noNumber) {
            return 1;
        }
    }

    /** Whether the form is shown at once: when it is the first thing to do, or something in it is wrong. */
    public boolean isFormOpen() {
        return filters.active().isEmpty() || !filters.mistakes().isEmpty();
    }

    /** A criterion with the address of the same search without it. */
    public record Chosen(Criterion criterion, String without, int more) {
    }

    /** What is looked for. */
    public List<Chosen> chosen() {
        return filters.active().stream().map(criterion -> chosen(criterion, 0)).toList();
    }

    /** What to give up when there is nothing, that which brings most first. */
    public List<Chosen> drop() {
        return found.without().entrySet().stream()
                .sorted(Map.Entry.<Criterion, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> chosen(entry.getKey(), entry.getValue())).toList();
    }

    private Chosen chosen(Criterion criterion, int more) {
        return new Chosen(criterion, address(criterion, onlyPlaces, 1), more);
    }

    /** The address of the page before; {@code null} on the first one. */
    public String previous() {
        return page == 1 ? null : address(null, onlyPlaces, page - 1);
    }

    /** The address of the page after; {@code null} on the last one. */
    public String next() {
        return page == found.pages() ? null : address(null, onlyPlaces, page + 1);
    }

    /** The address of the same search for the other kind: places to practise, or courses. */
    public String otherKind() {
        return address(null, !onlyPlaces, 1);
    }

    /** The address of everything of this kind. */
    public String all() {
        return onlyPlaces ? "/schools?kind=" + PLACES : "/schools";
    }

    private String address(Criterion without, boolean ofPlaces, int number) {
        List<String> more = new ArrayList<>();
        if (ofPlaces) {
            more.add("kind=" + PLACES);
        }
        if (number > 1) {
            more.add("page=" + number);
        }
        String address = filters.address(without);
        return (more.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + String.join("&", more)) + "#results";
    }
}
