package nl.opkoers.scope;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;

/** A page that needs dossiers, and forgot to say whose: it tells how many came of it. */
@Path(ForgottenPart.PAGE)
@PermitAll
@Blocking
class ForgottenPart {

    static final String PAGE = "/forgotten-part";
    private static final Part PART = new Part("forgotten", Set.of(PAGE), List.of("it.participant"), "dossier_snapshot it");

    private final AtOnce atOnce;

    ForgottenPart(AtOnce atOnce) {
        this.atOnce = atOnce;
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    @GET
    @jakarta.ws.rs.Produces("text/plain")
    public String found() {
        return atOnce.take(PART).map(rows -> String.valueOf(rows.size())).orElse("nobody");
    }
}
