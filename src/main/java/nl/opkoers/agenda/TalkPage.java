package nl.opkoers.agenda;

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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import nl.opkoers.dossier.Courses;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.PageLanguage;

/** Too much: where I ask for a talk about my week. It opens a talk and nothing else; nobody is warned, nothing is counted. */
@Path("/agenda/talk")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class TalkPage {

    private final Agendas agendas;
    private final WorkPatterns work;
    private final Courses courses;
    private final Talks talks;
    private final MyTalk mine;
    private final SignedIn signedIn;
    private final KeptForms keptForms;
    private final PageLanguage pageLanguage;
    private final Clock clock;

    TalkPage(Agendas agendas, WorkPatterns work, Courses courses, Talks talks, MyTalk mine, SignedIn signedIn,
            KeptForms keptForms, PageLanguage pageLanguage, Clock clock) {
        this.agendas = agendas;
        this.work = work;
        this.courses = courses;
        this.talks = talks;
        this.mine = mine;
        this.signedIn = signedIn;
        this.keptForms = keptForms;
        this.pageLanguage = pageLanguage;
        this.clock = clock;
    }

    /**
     * What there is to know before asking.
     *
     * @param helper       who helps with the plan now; {@code null} when that is not known
     * @param week         {@code null} when it is not known
     * @param answerBefore about before which day an answer comes when one asks now; {@code null} when that is not promised
     * @param staleOf      of when the week is, when the municipality cannot be reached now
     */
    record About(String helper, TalkWeek week, LocalDate answerBefore, Instant staleOf) {
    }

    @CheckedTemplate(basePath = "agenda")
    static class Templates {
        static native TemplateInstance talk(TalkForm form, About about);

        static native TemplateInstance talkAsked(AskedTalk asked, String helper);

        private Templates() {
        }
    }

    /** @param week a day in the week that it is about */
    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance talk(@QueryParam("week") String week, @QueryParam(KeptForms.PARAMETER) String kept) {
        return courses.instead().orElseGet(() -> {
            if (mine.isOpen()) {
                return Templates.talkAsked(mine.getLatest(), courses.helper().orElse(null));
            }
            Map<String, String> typed = keptForms.find(signedIn.participant(), kept);
            return typed.isEmpty() ? form(TalkForm.empty(pageLanguage.current()), week)
                    : form(TalkForm.of(typed), typed.get(TalkForm.WEEK));
        });
    }

    @POST
    @Opens(For.PARTICIPANT)
    public Response ask(MultivaluedMap<String, String> fields) {
        Map<String, String> typed = fields.keySet().stream().collect(Collectors.toMap(name -> name, fields::getFirst));
        TalkForm form = TalkForm.of(typed);
        String week = typed.get(TalkForm.WEEK);
        if (form.isMistaken()) {
            return Response.status(Response.Status.BAD_REQUEST).entity(form(form, week)).build();
        }
        talks.ask(key(), form, form.withWeek() ? week(week) : null);
        return Response.seeOther(URI.create("/agenda/talk")).build();
    }

    private TemplateInstance form(TalkForm form, String week) {
        return Templates.talk(form, new About(courses.helper().orElse(null), week(week),
                AskedTalk.answerBefore(clock.instant(), talks.promise()), agendas.mine().staleOf()));
    }

    private TalkWeek week(String asked) {
        return agendas.mine().known()
                .map(agenda -> TalkWeek.of(agenda, asked, work.mine(key()), LocalDate.now(clock))).orElse(null);
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }
}
