package nl.opkoers.hours;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import nl.opkoers.hours.Certificates.Verdict;
import nl.opkoers.page.Asker;
import nl.opkoers.page.HourlyCounts;

/**
 * Where whoever was shown a certificate asks whether it holds, without signing in. They learn that and of which day it is: not
 * whose it is, nor what is on it.
 */
@Path("/verify")
@PermitAll
@Blocking
class VerifyPage {

    private static final int MOST_AN_HOUR = 60;
    private static final int TOO_MANY = 429;

    private final Certificates certificates;
    private final HourlyCounts counts;

    VerifyPage(Certificates certificates, HourlyCounts counts) {
        this.certificates = certificates;
        this.counts = counts;
    }

    /** What is answered. */
    public enum Outcome {
        /** Nothing was asked yet. */
        ASK,
        VALID, CHANGED, UNKNOWN,
        /** What was typed can be no code. */
        NOCODE,
        /** Asked too often. */
        TOOOFTEN
    }

    @CheckedTemplate(basePath = "hours")
    static class Templates {
        static native TemplateInstance verify(String typed, Outcome outcome, LocalDate issued);

        private Templates() {
        }
    }

    @GET
    public Response verify(@QueryParam("code") String typed, @Context RoutingContext context) {
        if (typed == null || typed.isBlank()) {
            return Response.ok(Templates.verify("", Outcome.ASK, null)).build();
        }
        return CertificateCode.read(typed).map(code -> answer(code, context))
                .orElseGet(() -> Response.ok(Templates.verify(typed, Outcome.NOCODE, null)).build());
    }

    /**
     * Counts before it tells. A code that is somebody's is counted by itself: at a municipality many are asked for from one
     * address, and nobody who tries codes there may keep the others from theirs.
     */
    private Response answer(CertificateCode code, RoutingContext context) {
        Verdict verdict = certificates.verify(code);
        byte[] counted = verdict instanceof Verdict.Unknown ? Asker.of(context, "certificate") : code.hash();
        Optional<Duration> wait = counts.oneMore(counted, MOST_AN_HOUR);
        if (wait.isPresent()) {
            return Response.status(TOO_MANY).header(HttpHeaders.RETRY_AFTER, wait.get().toSeconds() + 1)
                    .entity(Templates.verify(code.shown(), Outcome.TOOOFTEN, null)).build();
        }
        if (verdict instanceof Verdict.Valid valid) {
            return Response.ok(Templates.verify(code.shown(), Outcome.VALID, valid.issued())).build();
        }
        return verdict instanceof Verdict.Changed changed
                ? Response.ok(Templates.verify(code.shown(), Outcome.CHANGED, changed.issued())).build()
                : Response.ok(Templates.verify(code.shown(), Outcome.UNKNOWN, null)).build();
    }
}
