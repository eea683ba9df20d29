package nl.opkoers.schools;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Courses;
import nl.opkoers.language.Dates;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.Seen;

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
        Seen<List<LessonCourse>> listed = offers.courses();
        LessonCourse chosen = form.course().flatMap(id -> listed.known().stream().flatMap(List::stream)
                .filter(course -> course.id().equals(id)).findFirst()).orElse(null);
        return Calculation.of(form, new MyCosts(cases.mine(), course(), chosen, listed, law, today()));
    }

    /** Learning without a school. */
    SelfStudy selfStudy(SelfCheck check) {
        Seen<List<PracticePlace>> places = offers.places().map(all -> SelfStudy.fitting(all, cases.mine(), MOST_PLACES));
        return new SelfStudy(cases.mine(), course(), places, check, law, today());
    }

    private Course course() {
        return cases.mine().personal() ? courses.mine().known().orElse(null) : null;
    }

    private LocalDate today() {
        return Dates.today(clock);
    }
}
