package nl.opkoers.schools;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Courses;
import nl.opkoers.law.LawBook;

/** Works out estimates and facts for who asks for a page. */
@RequestScoped
class Calculations {

    private static final int MOST_PLACES = 5;

    private final MyCases cases;
    private final Courses courses;
    private final Offers offers;
    private final LawBook law;
    private final Clock clock;

    Calculations(MyCases cases, Courses courses, Offers offers, LawBook law, Clock clock) {
        this.cases = cases;
        this.courses = courses;
        this.offers = offers;
        this.law = law;
        this.clock = clock;
    }

    /** What is free and what is paid. */
    CostFacts facts() {
        return new CostFacts(cases.mine(), law, today());
    }

    /** What comes out of a form. */
    Calculation of(CostForm form) {
        List<LessonCourse> listed = offers.courses().known().orElse(List.of());
        LessonCourse chosen = form.course().flatMap(id -> listed.stream().filter(course -> course.id().equals(id)).findFirst())
                .orElse(null);
        return Calculation.of(form, new MyCosts(cases.mine(), course(), chosen, listed, law, today()));
    }

    /** Learning without a school. */
    SelfStudy selfStudy(SelfCheck check) {
        List<PracticePlace> places = offers.places().known().orElse(List.of());
        return new SelfStudy(cases.mine(), course(), SelfStudy.fitting(places, cases.mine(), MOST_PLACES), check, law, today());
    }

    private Course course() {
        return cases.mine().personal() ? courses.mine().known().orElse(null) : null;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
