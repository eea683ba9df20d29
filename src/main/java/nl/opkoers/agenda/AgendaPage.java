package nl.opkoers.agenda;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Courses;
import nl.opkoers.dossier.Home;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;

/** Agenda: what I have when, week by week. */
@Path("/agenda")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class AgendaPage {

    private final Agendas agendas;
    private final Courses courses;
    private final OwnParts own;
    private final Clock clock;

    AgendaPage(Agendas agendas, Courses courses, OwnParts own, Clock clock) {
        this.agendas = agendas;
        this.courses = courses;
        this.own = own;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "agenda")
    static class Templates {
        static native TemplateInstance list(Timetable timetable, NoLessons noLessons, Instant staleOf);

        static native TemplateInstance withoutTimetable(Home home, Course course, boolean unreachable);

        private Templates() {
        }
    }

    /** @param from a day in the first week to show */
    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance list(@QueryParam("from") String from) {
        Seen<Agenda> seen = agendas.mine();
        if (seen.known().isEmpty()) {
            boolean unreachable = seen instanceof Seen.Unavailable<Agenda>;
            return courses.page((home, course) -> Templates.withoutTimetable(home, course, unreachable));
        }
        return courses.instead().orElseGet(() -> list(seen.known().get(), from, seen.staleOf()));
    }

    private TemplateInstance list(Agenda agenda, String from, Instant staleOf) {
        return Templates.list(Timetable.of(agenda, own.mine(), from, clock),
                NoLessons.of(agenda, courses.mine().known().orElse(null)), staleOf);
    }
}
