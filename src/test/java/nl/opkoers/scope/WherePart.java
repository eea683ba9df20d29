package nl.opkoers.scope;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;

/** A page that tells where it was read, by whom, and of how many dossiers; and one of which a stream would have said that it is new. */
@Path(WherePart.PAGE)
@PermitAll
@Blocking
class WherePart {

    static final String PAGE = "/where-part";
    static final String LIVE = PAGE + "/live";
    private static final Part PART = new Part("where", Set.of(PAGE, LIVE), List.of("case when pg_is_in_recovery() then 'replica' else 'itself' end",
            "asks_participant()", "(select count(*) from dossier_snapshot)", "current_setting('default_transaction_read_only')"), "(select) it");

    private final AtOnce atOnce;

    WherePart(AtOnce atOnce) {
        this.atOnce = atOnce;
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    @GET
    @jakarta.ws.rs.Produces("text/plain")
    public String page() {
        return atOnce.take(PART).map(rows -> String.join(" ", rows.get(0).columns().subList(0, PART.columns().size()))).orElse("nobody");
    }

    @GET
    @Path("live")
    @jakarta.ws.rs.Produces("text/plain")
    public String live() {
        return page();
    }
}
