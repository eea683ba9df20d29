package nl.opkoers.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.PersonMark;
import nl.opkoers.identity.Role;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.language.Texts;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Keeping a few pages on one's own phone. Nothing is kept unless the person asks for it; every page says whose it is, so
 * that what was kept for one person is gone as soon as another one signs in.
 */
@Path("/")
@Blocking
class Offline {

    /** What somebody on the bus wants: when and where, and whom to call. The first one opens the site. */
    private static final List<String> PAGES = List.of("/agenda", "/hours", "/people", "/emergency", "/hours/new", "/unsent");

    private final Assets assets;
    private final PersonMark mark;
    private final PageLanguage pageLanguage;

    Offline(Assets assets, PersonMark mark, PageLanguage pageLanguage) {
        this.assets = assets;
        this.mark = mark;
        this.pageLanguage = pageLanguage;
    }

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance offline(String person, String pages);

        static native TemplateInstance noConnection();

        private Templates() {
        }
    }

    /** On pages alone: what anybody may keep is nobody's. */
    @ServerResponseFilter
    void sayWhose(ContainerResponseContext response) {
        if (PageLocale.isPage(response)) {
            mark.current().ifPresent(person -> response.getHeaders().putSingle(PersonMark.HEADER, person));
        }
    }

    @GET
    @Path("offline")
    @RolesAllowed(Role.PARTICIPANT)
    @Opens(For.PARTICIPANT)
    public TemplateInstance offline() {
        return Templates.offline(mark.current().orElseThrow(), String.join(" ", PAGES));
    }

    /** What a phone shows instead of a page that it has not kept; fetched as by a stranger, so it is about nobody. */
    @GET
    @Path("no-connection")
    @PermitAll
    @Opens(For.ANYBODY)
    public TemplateInstance noConnection() {
        return Templates.noConnection();
    }

    /** At the top of the site, since a worker sees to what lies below it. */
    @GET
    @Path("worker.js")
    @PermitAll
    @Produces("text/javascript;charset=utf-8")
    @Opens(For.ANYBODY)
    public String worker() {
        return assets.getWorker();
    }

    /** What the home screen of a phone calls the site. */
    @GET
    @Path("manifest.webmanifest")
    @PermitAll
    @Produces("application/manifest+json;charset=utf-8")
    @Opens(For.ANYBODY)
    public Manifest manifest() {
        Language language = pageLanguage.current();
        String name = Texts.in(language).app_name();
        return new Manifest(name, name, language.tag(), language.direction().attribute(), "/", "/", "standalone", "#ffffff",
                "#154273", List.of(new Icon("/assets/icon.svg", "any", "image/svg+xml", "any")));
    }

    /** The members of a web application manifest (W3C), by its own names. */
    public record Manifest(String name, String short_name, String lang, String dir, String start_url, String scope,
            String display, String background_color, String theme_color, List<Icon> icons) {
    }

    /** An icon of the manifest. */
    public record Icon(String src, String sizes, String type, String purpose) {
    }
}
