package nl.opkoers.dossier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.scope.AtOnce;

/** Home: where I stand. Who is not signed in finds a welcome there. */
@Path("/")
@Blocking
class HomePage {

    private final SignedIn signedIn;
    private final Courses courses;
    private final Newsroom newsroom;
    private final AgendaNews agendaNews;
    private final HoursNews hoursNews;
    private final KnownAgenda agendas;
    private final AtOnce atOnce;
    private final Clock clock;

    HomePage(SignedIn signedIn, Courses courses, Newsroom newsroom, AgendaNews agendaNews, HoursNews hoursNews, KnownAgenda agendas,
            AtOnce atOnce, Clock clock) {
        this.signedIn = signedIn;
        this.courses = courses;
        this.newsroom = newsroom;
        this.agendaNews = agendaNews;
        this.hoursNews = hoursNews;
        this.agendas = agendas;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "dossier")
    static class Templates {
        static native TemplateInstance welcome(boolean cancelled);

        static native TemplateInstance home(Home home, Course course, Soon soon, boolean declined, List<Change> changes,
                List<HoursNews.What> hours, HoursNews.What asked);

        static native TemplateInstance plan(Home home, Course course);

        private Templates() {
        }
    }

    /** @param cancelled whether somebody comes back from their identity provider without having signed in */
    @GET
    @PermitAll
    @Opens(For.ANYBODY)
    public Response home(@QueryParam("cancelled") boolean cancelled) {
        if (signedIn.session().isEmpty()) {
            return Response.ok(Templates.welcome(cancelled)).build();
        }
        if (signedIn.session().filter(Session::participant).isEmpty()) {
            return Response.seeOther(URI.create("/coach")).build();
        }
        return Response.ok(courses.page(this::home)).build();
    }

    private TemplateInstance home(Home home, Course course) {
        List<HoursNews.What> hours = hours(home);
        Optional<Seen.Stale<Agenda>> agenda = agendas.last(signedIn.participant().key(), atOnce);
        return Templates.home(home, course, agenda.flatMap(seen -> soon(seen, course)).orElse(null), isDeclined(agenda, course), changes(home),
                hours.stream().filter(what -> what != HoursNews.What.ASKED).toList(),
                hours.contains(HoursNews.What.ASKED) ? HoursNews.What.ASKED : null);
    }

    /** Empty when nothing is known to come before what the dossier tells of. */
    private Optional<Soon> soon(Seen.Stale<Agenda> agenda, Course course) {
        return Soon.of(agenda, course.planned(), clock.instant());
    }

    /** Whether they said not to come to what the dossier has next. */
    private static boolean isDeclined(Optional<Seen.Stale<Agenda>> agenda, Course course) {
        return course.getNext() != null && agenda.filter(seen -> Soon.isDeclined(seen.value(), course.getNext())).isPresent();
    }

    private List<Change> changes(Home home) {
        ParticipantKey key = signedIn.participant().key();
        List<News> news = home.previousVisit().map(then -> newsroom.since(key, then)).orElse(List.of());
        return home.changes(news, agendaNews.items(key, news));
    }

    private List<HoursNews.What> hours(Home home) {
        return home.previousVisit().map(then -> hoursNews.since(signedIn.participant().key(), then)).orElse(List.of());
    }

    @GET
    @Path("plan")
    @RolesAllowed(Role.PARTICIPANT)
    @Opens(For.PARTICIPANT)
    public TemplateInstance plan() {
        return courses.page(Templates::plan);
    }
}
