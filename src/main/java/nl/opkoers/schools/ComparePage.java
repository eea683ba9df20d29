package nl.opkoers.schools;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.language.Dates;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.Seen;

/** Courses side by side. They stand in the address, and nothing is kept of who compares what. */
@Path("/schools/compare")
@PermitAll
@Blocking
class ComparePage {

    /** More do not fit beside each other on a phone. */
    private static final int MOST = 3;

    private final Offers offers;
    private final MyCases cases;
    private final Postcodes postcodes;
    private final LawBook law;
    private final Clock clock;

    ComparePage(Offers offers, MyCases cases, Postcodes postcodes, LawBook law, Clock clock) {
        this.offers = offers;
        this.cases = cases;
        this.postcodes = postcodes;
        this.law = law;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "schools")
    static class Templates {
        static native TemplateInstance compare(Comparison comparison, Instant staleOf);

        private Templates() {
        }
    }

    /** @param chosen the ids of the courses; the first three that are there are shown */
    @GET
    @Opens(For.ANYBODY)
    public TemplateInstance compare(@QueryParam("course") List<String> chosen) {
        return cases.instead().orElseGet(() -> {
            Seen<List<LessonCourse>> known = offers.courses();
            List<String> ids = chosen.stream().distinct().toList();
            List<LessonCourse> found = Offers.among(known, ids);
            Cards cards = new Cards(law, today(), postcodes, new LessonsAndWork(cases.mine().work(), today()), null);
            List<CourseCard> sides = found.stream().limit(MOST).map(course -> cards.course(course, List.of())).toList();
            return Templates.compare(new Comparison(sides, Comparison.counting(sides, cases.mine(), law, today()),
                    found.size() > MOST ? found : List.of(), found.size() < ids.size()), known.staleOf());
        });
    }

    private LocalDate today() {
        return Dates.today(clock);
    }
}
