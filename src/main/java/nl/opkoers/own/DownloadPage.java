package nl.opkoers.own;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Limit;
import nl.opkoers.identity.Limited;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.language.PageLanguage;

/** Where people take along all that is held of them (AVG articles 15 and 20). */
@Path(DownloadPage.PATH)
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class DownloadPage {

    static final String PATH = "/my-data/download";

    private final Holdings holdings;
    private final HoldingFiles files;
    private final SignedIn signedIn;
    private final PageLanguage pageLanguage;

    DownloadPage(Holdings holdings, HoldingFiles files, SignedIn signedIn, PageLanguage pageLanguage) {
        this.holdings = holdings;
        this.files = files;
        this.signedIn = signedIn;
        this.pageLanguage = pageLanguage;
    }

    @CheckedTemplate(basePath = "own")
    static class Templates {
        static native TemplateInstance download();

        private Templates() {
        }
    }

    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance download() {
        return Templates.download();
    }

    /** A form, so that no link from elsewhere puts it on somebody's phone. */
    @POST
    @Opens(For.PARTICIPANT)
    @Limited(Limit.DOWNLOAD)
    public Response all() {
        ParticipantKey key = signedIn.participant().key();
        Holding holding = holdings.of(key);
        String page = files.page(holding).setLocale(pageLanguage.current().tag()).render();
        LocalDate day = Dates.dayOf(holding.made());
        StreamingOutput zip = to -> files.write(key, holding, page, to);
        return Response.ok(zip, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"my-data-" + day + ".zip\"").build();
    }
}
