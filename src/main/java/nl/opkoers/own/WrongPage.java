package nl.opkoers.own;

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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.contact.Expected;
import nl.opkoers.contact.HelpRequests;
import nl.opkoers.contact.Helper;
import nl.opkoers.contact.Topic;
import nl.opkoers.dossier.Courses;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.language.Texts;
import nl.opkoers.page.Typed;

/** Something is not right: where people ask for a correction (AVG article 16), which begins a conversation. */
@Path(WrongPage.PATH)
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class WrongPage {

    static final String PATH = "/my-data/wrong";

    private final HelpRequests requests;
    private final Helper helper;
    private final Courses courses;
    private final KeptForms keptForms;
    private final SignedIn signedIn;
    private final PageLanguage pageLanguage;

    WrongPage(HelpRequests requests, Helper helper, Courses courses, KeptForms keptForms, SignedIn signedIn, PageLanguage pageLanguage) {
        this.requests = requests;
        this.helper = helper;
        this.courses = courses;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
        this.pageLanguage = pageLanguage;
    }

    @CheckedTemplate(basePath = "own")
    static class Templates {
        /** @param many whether no more can be asked today */
        static native TemplateInstance wrong(WrongForm form, Expected expected, boolean many);

        private Templates() {
        }
    }

    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance wrong(@QueryParam(KeptForms.PARAMETER) String kept) {
        return courses.instead().orElseGet(() -> {
            Map<String, String> typed = keptForms.find(signedIn.participant(), kept);
            return page(typed.isEmpty() ? WrongForm.empty() : WrongForm.of(typed), false);
        });
    }

    @POST
    @Opens(For.PARTICIPANT)
    public Response ask(MultivaluedMap<String, String> fields) {
        WrongForm form = WrongForm.of(Typed.of(fields)).checked();
        if (!form.mistakes().isEmpty()) {
            return again(form, false);
        }
        Language language = pageLanguage.current();
        Optional<String> asked = requests.ask(signedIn.participant().key(), form.id(), Topic.DATA, language,
                language.ofWritten(form.says() + form.should()), words(form));
        return asked.map(address -> Response.seeOther(URI.create(address)).build()).orElseGet(() -> again(form, true));
    }

    /** What was typed, under the words of the form in the language of who asks and in Dutch for who answers. */
    private String words(WrongForm form) {
        return Stream.of(both(texts -> texts.about(form.about())), both(OwnMessages::says), form.says(), both(OwnMessages::should), form.should())
                .collect(Collectors.joining("\n"));
    }

    private String both(Function<OwnMessages, String> text) {
        return Stream.of(pageLanguage.current(), Language.NL).distinct().map(language -> text.apply(Texts.in(language, OwnMessages.class)))
                .collect(Collectors.joining(" · "));
    }

    private Response again(WrongForm form, boolean many) {
        return Response.status(Response.Status.BAD_REQUEST).entity(page(form, many)).build();
    }

    private TemplateInstance page(WrongForm form, boolean many) {
        return Templates.wrong(form, helper.expected(), many);
    }
}
