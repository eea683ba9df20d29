package nl.opkoers.hours;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.dossier.Course;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.page.Typed;

/** A whole week that was like the one before: what I did then, day by day, to be sent at once. */
@Path(WeekPage.PATH)
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class WeekPage {

    static final String PATH = "/hours/week";

    private final MyHours mine;
    private final HourDesk desk;
    private final HourShelf shelf;
    private final KeptForms keptForms;
    private final SignedIn signedIn;

    WeekPage(MyHours mine, HourDesk desk, HourShelf shelf, KeptForms keptForms, SignedIn signedIn) {
        this.mine = mine;
        this.desk = desk;
        this.shelf = shelf;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "hours")
    static class Templates {
        static native TemplateInstance week(WeekForm form);

        private Templates() {
        }
    }

    /**
     * A week to fill in; or the one that I sent when my session had ended.
     *
     * @param monday a day of the week to fill in; this week when it is none, or the one before when only that has something to propose
     */
    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance week(@QueryParam("of") String monday, @QueryParam(KeptForms.PARAMETER) String kept) {
        Map<String, String> late = keptForms.find(signedIn.participant(), kept);
        return mine.with(course -> {
            if (!MyHours.hasPlan(course)) {
                return HoursPage.Templates.notYet(course);
            }
            return Templates.week(late.isEmpty() ? form(course, monday) : WeekForm.of(late, course.today(), mine.find(WeekForm.ids(late))));
        });
    }

    private WeekForm form(Course course, String asked) {
        LocalDate present = Dates.mondayOf(course.today());
        LocalDate wanted = Typed.day(asked).map(Dates::mondayOf).orElse(null);
        LocalDate monday = wanted == null || wanted.isAfter(present) ? present : wanted;
        Weeks weeks = shelf.weeks(key(), monday);
        WeekForm form = form(course, monday, weeks);
        if (wanted != null || !form.rows().isEmpty()) {
            return form;
        }
        WeekForm last = form(course, present.minusWeeks(1), weeks);
        return last.rows().isEmpty() ? form : last;
    }

    private static WeekForm form(Course course, LocalDate monday, Weeks weeks) {
        List<Kind> kinds = Kinds.of(course);
        return WeekForm.of(monday, course.today(), weeks.before(monday, kinds), weeks.of(monday));
    }

    @POST
    @Opens(For.PARTICIPANT)
    public Response send(MultivaluedMap<String, String> fields) {
        Map<String, String> typed = Typed.of(fields);
        return mine.instead().map(page -> Response.ok(page).build()).orElseGet(() -> {
            Course course = mine.course();
            Map<UUID, Entry> kept = mine.find(WeekForm.ids(typed));
            WeekForm form = WeekForm.of(typed, course.today(), kept);
            List<WeekForm.Row> chosen = form.rows().stream().filter(WeekForm.Row::chosen).toList();
            WeekForm looked = chosen.isEmpty() ? form.withNothing()
                    : form.looked(look(course, chosen, kept), typed.get(EntryForm.SURE));
            return looked.isHeld() ? again(looked) : send(looked, chosen);
        });
    }

    /** What was sent before was looked at then, and is sent once however often this is. */
    private Map<UUID, Sense> look(Course course, List<WeekForm.Row> chosen, Map<UUID, Entry> kept) {
        Map<UUID, Written> first = new HashMap<>();
        chosen.stream().filter(row -> !kept.containsKey(row.id()) || !kept.get(row.id()).has(row.id()))
                .forEach(row -> first.putIfAbsent(row.id(), row.written()));
        return desk.look(key(), course, first);
    }

    private Response send(WeekForm form, List<WeekForm.Row> chosen) {
        for (WeekForm.Row row : chosen) {
            Handed handed = desk.sendLooked(key(), row.id(), row.id(), row.written());
            if (!handed.isTaken()) {
                return again(form.with(row, handed.sense()));
            }
        }
        long days = chosen.stream().map(WeekForm.Row::day).distinct().count();
        return Response.seeOther(URI.create(HoursPage.PATH + "?week=" + days)).build();
    }

    private static Response again(WeekForm form) {
        return Response.status(Response.Status.BAD_REQUEST).entity(Templates.week(form)).build();
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }
}
