package nl.opkoers.schools;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Limit;
import nl.opkoers.identity.Limited;
import nl.opkoers.identity.Opens;
import nl.opkoers.language.Dates;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.Seen;

/** Schools and places to practise, for everybody; for who is signed in as it fits their case. Nothing is kept of a visit. */
@Path("/schools")
@PermitAll
@Blocking
class SchoolsPage {

    private final Offers offers;
    private final MyCases cases;
    private final Postcodes postcodes;
    private final LawBook law;
    private final Clock clock;

    SchoolsPage(Offers offers, MyCases cases, Postcodes postcodes, LawBook law, Clock clock) {
        this.offers = offers;
        this.cases = cases;
        this.postcodes = postcodes;
        this.law = law;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "schools")
    static class Templates {
        static native TemplateInstance search(Results results, CostsInShort costs);

        static native TemplateInstance course(CourseCard card, MyCase mine, List<Counting.Line> lines, Instant staleOf);

        static native TemplateInstance place(PlaceCard card, List<Counting.Line> lines, Instant staleOf);

        private Templates() {
        }
    }

    /** What is free and what is paid in short, the search, and what it found. */
    @GET
    @Opens(For.ANYBODY)
    @Limited(Limit.SEARCH)
    public TemplateInstance search(@Context UriInfo uri) {
        return cases.instead().orElseGet(() -> {
            MyCase mine = cases.mine();
            Filters filters = Filters.of(name -> uri.getQueryParameters().getFirst(name), postcodes);
            Results results = Results.of(filters, uri.getQueryParameters().getFirst("kind"),
                    uri.getQueryParameters().getFirst("page"), mine, offers.courses(), offers.places(), postcodes, law, today());
            return Templates.search(results, new CostsInShort(mine.group(), mine.route(), law, today()));
        });
    }

    @GET
    @Path("{course}")
    @Opens(For.ANYBODY)
    public TemplateInstance course(@PathParam("course") String id) {
        return cases.instead().orElseGet(() -> {
            Seen<List<LessonCourse>> known = offers.courses();
            LessonCourse course = Offers.one(known, id).orElseThrow(NotFoundException::new);
            return Templates.course(cards().course(course, List.of()), cases.mine(),
                    Counting.of(course, cases.mine(), law, today()), known.staleOf());
        });
    }

    @GET
    @Path("places/{place}")
    @Opens(For.ANYBODY)
    public TemplateInstance place(@PathParam("place") String id) {
        return cases.instead().orElseGet(() -> {
            Seen<List<PracticePlace>> known = offers.places();
            PracticePlace place = Offers.one(known, id).orElseThrow(NotFoundException::new);
            return Templates.place(cards().place(place, List.of()), Counting.of(place, cases.mine(), law, today()),
                    known.staleOf());
        });
    }

    private Cards cards() {
        return new Cards(law, today(), postcodes, new LessonsAndWork(cases.mine().work(), today()), null);
    }

    private LocalDate today() {
        return Dates.today(clock);
    }
}
