package nl.opkoers.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Limit;
import nl.opkoers.identity.Limited;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.notice.NoticeForm.Mistake;
import nl.opkoers.page.Typed;

/** Where people say whether, where, when and in which language they want to hear that something waits. */
@Path(NoticePage.PATH)
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class NoticePage {

    static final String PATH = "/my-data/notices";

    private final SignedIn signedIn;
    private final Choices choices;
    private final Providers providers;
    private final PushProvider push;
    private final NoticeViews views;
    private final PageLanguage pageLanguage;

    NoticePage(SignedIn signedIn, Choices choices, Providers providers, PushProvider push, NoticeViews views,
            PageLanguage pageLanguage) {
        this.signedIn = signedIn;
        this.choices = choices;
        this.providers = providers;
        this.push = push;
        this.views = views;
        this.pageLanguage = pageLanguage;
    }

    @CheckedTemplate(basePath = "notice")
    static class Templates {
        static native TemplateInstance notices(NoticeView view);

        static native TemplateInstance code(String address, boolean wrong);

        private Templates() {
        }
    }

    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance notices(@QueryParam("saved") String saved) {
        return Templates.notices(views.of(key(), NoticeForm.empty(), saved != null));
    }

    /** Sends a code to an address, of which its owner then shows that they read it. */
    @POST
    @Path("address")
    @Opens(For.PARTICIPANT)
    @Limited(Limit.CODES)
    public Response ask(@FormParam("channel") String channel, @FormParam("mail") String mail, @FormParam("sms") String phone) {
        NoticeForm form = NoticeForm.of(channel, "MAIL".equals(channel) ? mail : phone);
        if (form.channel() == null || form.channel() == Channel.PUSH || !providers.channels().contains(form.channel())) {
            return again(form.with(Mistake.CHANNEL));
        }
        Optional<String> address = form.reachable();
        if (address.isEmpty()) {
            return again(form.with(form.unreachable()));
        }
        return choices.ask(key(), form.channel(), address.get(), pageLanguage.current())
                ? seeOther(PATH + "/code") : again(form.with(Mistake.MANY));
    }

    @GET
    @Path("code")
    @Opens(For.PARTICIPANT)
    public Response code() {
        return choices.asked(key()).map(asked -> Response.ok(Templates.code(views.shown(asked), false)).build())
                .orElseGet(() -> seeOther(PATH));
    }

    @POST
    @Path("code")
    @Opens(For.PARTICIPANT)
    public Response enter(@FormParam("code") String typed) {
        String code = Typed.plain(typed).replaceAll("\\s", "");
        return switch (choices.enter(key(), code)) {
            case RIGHT -> seeOther(PATH + "?saved=yes");
            case OVER -> again(NoticeForm.empty().with(Mistake.CODE));
            case WRONG -> choices.asked(key()).map(asked -> Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.code(views.shown(asked), true)).build())
                    .orElseGet(() -> again(NoticeForm.empty().with(Mistake.CODE)));
        };
    }

    /** This browser lets itself be woken. @param address its own at its push service */
    @POST
    @Path("push")
    @Opens(For.PARTICIPANT)
    public Response push(@FormParam("address") String address) {
        if (!providers.channels().contains(Channel.PUSH) || address == null || !push.isTrusted(address)) {
            return again(NoticeForm.empty().with(Mistake.PUSH));
        }
        choices.push(key(), push.withKey(address), pageLanguage.current());
        return seeOther(PATH + "?saved=yes");
    }

    @POST
    @Path("how")
    @Opens(For.PARTICIPANT)
    public Response how(@FormParam("language") String language, @FormParam("from") String from,
            @FormParam("until") String until) {
        HowForm typed = new HowForm(Language.ofTag(language).orElseGet(pageLanguage::current), Typed.text(from), Typed.text(until));
        Optional<QuietHours> quiet = typed.quiet();
        if (quiet.isEmpty()) {
            return again(views.of(key(), NoticeForm.empty().with(Mistake.TIMES), typed));
        }
        choices.save(key(), typed.language(), quiet.get());
        return seeOther(PATH + "?saved=yes");
    }

    @POST
    @Path("stop")
    @Opens(For.PARTICIPANT)
    @Limited(Limit.NONE)
    public Response stop() {
        choices.stop(key());
        return seeOther(PATH);
    }

    /** Who changes the language of the answer to a form, or comes back to it after signing in again, asks for it as a page. */
    @GET
    @Path("{form: address|push|how|stop}")
    @Opens(For.PARTICIPANT)
    public Response backToPage() {
        return seeOther(PATH);
    }

    private Response again(NoticeForm form) {
        return again(views.of(key(), form, false));
    }

    private static Response again(NoticeView view) {
        return Response.status(Response.Status.BAD_REQUEST).entity(Templates.notices(view)).build();
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
