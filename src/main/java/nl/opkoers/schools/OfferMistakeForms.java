package nl.opkoers.schools;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.municipality.Sent;
import nl.opkoers.page.Typed;

/** The form by which somebody says that something is not right, the same for a course and for a place to practise. */
@ApplicationScoped
class OfferMistakeForms {

    private final OfferMistakes mistakes;
    private final SignedIn signedIn;
    private final KeptForms keptForms;
    private final PageLanguage pageLanguage;

    OfferMistakeForms(OfferMistakes mistakes, SignedIn signedIn, KeptForms keptForms, PageLanguage pageLanguage) {
        this.mistakes = mistakes;
        this.signedIn = signedIn;
        this.keptForms = keptForms;
        this.pageLanguage = pageLanguage;
    }

    @CheckedTemplate(basePath = "schools")
    static class Templates {
        static native TemplateInstance wrong(Doubted doubted, OfferMistake form, List<Sent> sent, boolean enough, int most);

        static native TemplateInstance wrongVisitor(Doubted doubted);

        private Templates() {
        }
    }

    /** The form, as it was typed before when that was kept; who is not signed in is told whom to call. */
    TemplateInstance show(Doubted doubted, String kept) {
        if (signedIn.session().filter(Session::participant).isEmpty()) {
            return Templates.wrongVisitor(doubted);
        }
        Map<String, String> typed = keptForms.find(signedIn.participant(), kept);
        return form(doubted, typed.isEmpty() ? OfferMistake.empty() : OfferMistake.of(typed));
    }

    /** Tells the municipality, or shows what is to be mended first. */
    Response tell(Doubted doubted, MultivaluedMap<String, String> fields) {
        OfferMistake form = OfferMistake.of(Typed.of(fields));
        if (form.isMistaken() || !mistakes.keep(key(), doubted, form, pageLanguage.current())) {
            return Response.status(Response.Status.BAD_REQUEST).entity(form(doubted, form)).build();
        }
        return Response.seeOther(URI.create(doubted.path() + "/wrong")).build();
    }

    private TemplateInstance form(Doubted doubted, OfferMistake form) {
        OfferMistakes.Said said = mistakes.said(key());
        return Templates.wrong(doubted, form, said.of(doubted), said.enough(), OfferMistake.LONGEST_NOTE);
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }
}
