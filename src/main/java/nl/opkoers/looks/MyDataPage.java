package nl.opkoers.looks;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.page.Typed;

/** What there is of me, who may see it and why, and who looked. */
@Path(MyDataPage.PATH)
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class MyDataPage {

    static final String PATH = "/my-data";

    /** The last of them, on a page about more; and as many as stay one page by themselves. */
    private static final int LAST = 5;
    private static final int ON_A_PAGE = 30;

    private final Looks looks;
    private final Viewers viewers;
    private final SignedIn signedIn;

    MyDataPage(Looks looks, Viewers viewers, SignedIn signedIn) {
        this.looks = looks;
        this.viewers = viewers;
        this.signedIn = signedIn;
    }

    /**
     * Some of who looked.
     *
     * @param days the latest first, each with its looks
     * @param page which page this is, from 1
     * @param more whether there are earlier ones
     */
    record Seen(Map<LocalDate, List<Looked>> days, int page, boolean more) {

        static Seen of(List<Looked> found, int page, int most) {
            return new Seen(found.stream().limit(most).collect(Collectors.groupingBy(Looked::day, LinkedHashMap::new, Collectors.toList())),
                    page, found.size() > most);
        }
    }

    @CheckedTemplate(basePath = "looks")
    static class Templates {
        static native TemplateInstance myData(Viewers viewers, Seen seen, List<Kind> kinds);

        static native TemplateInstance looked(Seen seen);

        private Templates() {
        }
    }

    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance mine() {
        return Templates.myData(viewers, seen(1, LAST), Arrays.asList(Kind.values()));
    }

    /** @param page which, from 1; anything else is the first */
    @GET
    @Path("looks")
    @Opens(For.PARTICIPANT)
    public TemplateInstance looked(@QueryParam("page") String page) {
        return Templates.looked(seen(Typed.page(page), ON_A_PAGE));
    }

    private Seen seen(int page, int most) {
        return Seen.of(looks.latest(signedIn.participant().key(), (page - 1) * most, most + 1), page, most);
    }
}
