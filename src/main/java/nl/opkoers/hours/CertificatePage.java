package nl.opkoers.hours;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Courses;
import nl.opkoers.hours.Certificate.Stated;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.PortalAddress;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.contract.Municipality;
import nl.opkoers.page.Paper;

/** What I can show of my hours to somebody else: what will be on the paper, and the paper itself. */
@Path("/hours")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class CertificatePage {

    static final String PATH = "/hours/certificate";

    private static final MediaType PDF = new MediaType("application", "pdf");

    private final Certificates certificates;
    private final Courses courses;
    private final Municipalities municipalities;
    private final SignedIn signedIn;
    private final PageLanguage pageLanguage;
    private final PortalAddress portal;
    private final Clock clock;

    CertificatePage(Certificates certificates, Courses courses, Municipalities municipalities, SignedIn signedIn,
            PageLanguage pageLanguage, PortalAddress portal, Clock clock) {
        this.certificates = certificates;
        this.courses = courses;
        this.municipalities = municipalities;
        this.signedIn = signedIn;
        this.pageLanguage = pageLanguage;
        this.portal = portal;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "hours")
    static class Templates {
        static native TemplateInstance certificate(Certificate certificate, Language language);

        static native TemplateInstance certificatePaper(Certificate certificate, Language language, boolean both, String code,
                String address);

        private Templates() {
        }
    }

    @GET
    @Path("certificate")
    @Opens(For.PARTICIPANT)
    public TemplateInstance about() {
        return courses.instead()
                .orElseGet(() -> Templates.certificate(mine(certificates.accepted(key())), pageLanguage.current()));
    }

    /** In Dutch, with my own language beside it. */
    @GET
    @Path("certificate.pdf")
    @Opens(For.PARTICIPANT)
    public Response print(@Context UriInfo here) {
        List<Stated> stated = certificates.accepted(key());
        if (stated.isEmpty()) {
            return Response.seeOther(URI.create(PATH)).build();
        }
        Language own = pageLanguage.current();
        String code = certificates.issue(key(), stated).shown();
        String address = portal.of(here, "verify").toString();
        String paper = Templates.certificatePaper(mine(stated), own, own != Language.NL, code, address).setLocale(own.tag()).render();
        return Response.ok(Paper.print(paper), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"uren.pdf\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.NL.tag()).build();
    }

    private Certificate mine(List<Stated> stated) {
        String name = courses.mine().known().map(Course::dossier).map(dossier -> dossier.person())
                .map(person -> person.name()).orElse(null);
        String municipality = municipalities.here().known().map(Municipality::name).orElse(null);
        return Certificate.of(name, municipality, Dates.today(clock), stated);
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }
}
