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
import nl.opkoers.identity.For;
import nl.opkoers.identity.Limit;
import nl.opkoers.identity.Opens;
import nl.opkoers.page.Asker;
import nl.opkoers.page.Limits;

/**
 * Where whoever was shown a certificate asks whether it holds, without signing in: with its code, and the time that it states
 * for one kind of hours, so that no other can stand above a code that holds. They learn that and of which day it is: not whose it
 * is, nor what else is on it; and when the code is right and the time is not, not even that.
 */
@Path("/verify")
@PermitAll
@Blocking
class VerifyPage {

    private static final int TOO_MANY = 429;

    private final Certificates certificates;
    private final Limits limits;
    private final Asker asker;

    VerifyPage(Certificates certificates, Limits limits, Asker asker) {
        this.certificates = certificates;
        this.limits = limits;
        this.asker = asker;
    }

    /** What is answered. */
    public enum Outcome {
        /** Nothing was asked yet. */
        ASK,
        VALID, CHANGED, UNKNOWN,
        /** What was typed is not whole, or cannot be. */
        INCOMPLETE,
        /** Asked too often. */
        TOOOFTEN
    }

    @CheckedTemplate(basePath = "hours")
    static class Templates {
        static native TemplateInstance verify(VerifyForm form, Outcome outcome, LocalDate issued);

        private Templates() {
        }
    }

    @GET
    @Opens(For.ANYBODY)
    public Response verify(@QueryParam("code") String code, @QueryParam("kind") String kind, @QueryParam("hours") String hours,
            @QueryParam("minutes") String minutes, @Context RoutingContext context) {
        VerifyForm form = VerifyForm.of(code, kind, hours, minutes);
        if (form.code().isEmpty()) {
            return page(form, Outcome.ASK, null);
        }
        return form.claim().map(claim -> answer(claim, form, context)).orElseGet(() -> page(form, Outcome.INCOMPLETE, null));
    }

    /**
     * Counts before it tells. First what may be wrong, for each code by itself and whether or not it is somebody's, so that nobody
     * finds the hours by trying, nor learns from this that there is such a code. A code that is somebody's is counted by itself:
     * at a municipality many are asked for from one address, and nobody who tries codes there may keep the others from theirs.
     */
    private Response answer(Claim claim, VerifyForm form, RoutingContext context) {
        String code = claim.code().shown();
        Optional<Duration> tooManyTries = limits.spend(Limit.CERTIFICATE_TRIES, Limit.By.ITSELF, code);
        if (tooManyTries.isPresent()) {
            return tooOften(form, tooManyTries.get());
        }
        Verdict verdict = certificates.verify(claim);
        boolean unknown = verdict instanceof Verdict.Unknown;
        if (!unknown) {
            limits.giveBack(Limit.CERTIFICATE_TRIES, Limit.By.ITSELF, code);
        }
        Optional<Duration> wait = unknown ? limits.spend(Limit.CERTIFICATE, Limit.By.ADDRESS, asker.network(context))
                : limits.spend(Limit.CERTIFICATE, Limit.By.ITSELF, code);
        return wait.map(time -> tooOften(form, time)).orElseGet(() -> tell(form, verdict));
    }

    private static Response tell(VerifyForm form, Verdict verdict) {
        if (verdict instanceof Verdict.Valid valid) {
            return page(form, Outcome.VALID, valid.issued());
        }
        return verdict instanceof Verdict.Changed changed ? page(form, Outcome.CHANGED, changed.issued())
                : page(form, Outcome.UNKNOWN, null);
    }

    private static Response tooOften(VerifyForm form, Duration wait) {
        return Response.status(TOO_MANY).header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                .entity(Templates.verify(form, Outcome.TOOOFTEN, null)).build();
    }

    private static Response page(VerifyForm form, Outcome outcome, LocalDate issued) {
        return Response.ok(Templates.verify(form, outcome, issued)).build();
    }
}
