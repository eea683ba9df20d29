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
import java.util.Map;
import java.util.Optional;
import nl.opkoers.contact.Expected;
import nl.opkoers.contact.HelpRequests;
import nl.opkoers.contact.Helper;
import nl.opkoers.contact.MyConversation;
import nl.opkoers.contact.MyConversations;
import nl.opkoers.dossier.Courses;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.page.Typed;

/** Too much: where I ask for a talk about my week. It begins a conversation and nothing else; nobody is warned, nothing is counted. */
@Path(TalkPage.PATH)
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class TalkPage {

    static final String PATH = "/agenda/talk";

    private final Agendas agendas;
    private final Replies replies;
    private final WorkPatterns work;
    private final Courses courses;
    private final HelpRequests requests;
    private final MyConversations conversations;
    private final MyTalk before;
    private final Helper helper;
    private final SignedIn signedIn;
    private final KeptForms keptForms;
    private final PageLanguage pageLanguage;
    private final Clock clock;

    TalkPage(Agendas agendas, Replies replies, WorkPatterns work, Courses courses, HelpRequests requests,
            MyConversations conversations, MyTalk before, Helper helper, SignedIn signedIn, KeptForms keptForms, PageLanguage pageLanguage, Clock clock) {
        this.agendas = agendas;
        this.replies = replies;
        this.work = work;
        this.courses = courses;
        this.requests = requests;
        this.conversations = conversations;
        this.before = before;
        this.helper = helper;
        this.signedIn = signedIn;
        this.keptForms = keptForms;
        this.pageLanguage = pageLanguage;
        this.clock = clock;
    }

    /**
     * What there is to know before asking.
     *
     * @param week    {@code null} when it is not known
     * @param staleOf of when the week is, when the municipality cannot be reached now
     * @param many    whether no more can be asked today
     */
    record About(Expected expected, TalkWeek week, Instant staleOf, boolean many) {
    }

    @CheckedTemplate(basePath = "agenda")
    static class Templates {
        static native TemplateInstance talk(TalkForm form, About about);

        static native TemplateInstance talkAsked(AskedTalk asked, String helper);

        private Templates() {
        }
    }

    /**
     * The form, or what I asked already while I wait for an answer.
     *
     * @param week a day in the week that it is about
     */
    @GET
    @Opens(For.PARTICIPANT)
    public Response talk(@QueryParam("week") String week, @QueryParam(KeptForms.PARAMETER) String kept) {
        Optional<TemplateInstance> instead = courses.instead();
        Map<String, String> typed = keptForms.find(signedIn.participant(), kept);
        if (instead.isEmpty() && isAsked(typed)) {
            return Response.seeOther(URI.create(conversations.getTooMuch().address())).build();
        }
        return Response.ok(instead.orElseGet(() -> before.isOpen() ? Templates.talkAsked(before.getLatest(), helper.name())
                : form(week, typed))).build();
    }

    /** Whether it waits for an answer: what is said in confidence, by somebody whose session had ended, is not what others may read along. */
    private boolean isAsked(Map<String, String> typed) {
        MyConversation waiting = conversations.getTooMuch();
        return waiting != null && (waiting.conversation().opening().confidential() || typed.isEmpty() || !TalkForm.of(typed).confidential());
    }

    private TemplateInstance form(String week, Map<String, String> typed) {
        return typed.isEmpty() ? page(TalkForm.empty(pageLanguage.current()), week(week), false)
                : page(TalkForm.of(typed), week(typed.get(TalkForm.WEEK)), false);
    }

    @POST
    @Opens(For.PARTICIPANT)
    public Response ask(MultivaluedMap<String, String> fields) {
        Map<String, String> typed = Typed.of(fields);
        TalkForm form = TalkForm.of(typed);
        if (before.isOpen()) {
            return Response.seeOther(URI.create(PATH)).build();
        }
        TalkWeek week = week(typed.get(TalkForm.WEEK));
        if (form.how().isMistaken()) {
            return again(page(form, week, false));
        }
        Optional<String> asked = requests.ask(key(), form.asking(week));
        return asked.map(address -> Response.seeOther(URI.create(address)).build()).orElseGet(() -> again(page(form, week, true)));
    }

    private static Response again(TemplateInstance page) {
        return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
    }

    private TemplateInstance page(TalkForm form, TalkWeek week, boolean many) {
        return Templates.talk(form, new About(helper.expected(), week, agendas.mine().staleOf(), many));
    }

    private TalkWeek week(String asked) {
        return agendas.mine().known()
                .map(agenda -> TalkWeek.of(agenda, asked, work.mine(key()), Told.declined(agenda, replies.mine(key())), Dates.today(clock)))
                .orElse(null);
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }
}
