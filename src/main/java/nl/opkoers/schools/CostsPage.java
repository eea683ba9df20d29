package nl.opkoers.schools;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.page.Typed;

/** What it costs; also for who is not signed in, then in general, and nothing is kept of that visit. */
@Path("/costs")
@PermitAll
@Blocking
class CostsPage {

    private static final String FULL = "full";

    private final MyCases cases;
    private final Calculations calculations;
    private final SavedCalculations saved;
    private final SignedIn signedIn;

    CostsPage(MyCases cases, Calculations calculations, SavedCalculations saved, SignedIn signedIn) {
        this.cases = cases;
        this.calculations = calculations;
        this.saved = saved;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "schools")
    static class Templates {
        static native TemplateInstance costs(CostFacts facts, List<SavedCalculations.Saved> saved);

        static native TemplateInstance calculate(Calculation calculation, Saving saving);

        static native TemplateInstance printed(Calculation calculation);

        static native TemplateInstance selfStudy(SelfStudy study);

        private Templates() {
        }
    }

    /**
     * Whether a calculation can be kept.
     *
     * @param id   of the form that keeps it
     * @param full whether there was no room for it; {@code most} is how much room there is
     */
    record Saving(UUID id, boolean full, int most) {
    }

    /** What is free and what is paid. */
    @GET
    @Opens(For.ANYBODY)
    public TemplateInstance costs() {
        return cases.instead().orElseGet(() -> Templates.costs(calculations.facts(),
                isParticipant() ? saved.of(signedIn.participant().key()) : List.of()));
    }

    /** The calculator, filled in as the address says. */
    @GET
    @Path("calculate")
    @Opens(For.ANYBODY)
    public Response calculate(@Context UriInfo address) {
        return cases.instead().map(page -> Response.ok(page).build()).orElseGet(() -> calculator(form(address),
                isParticipant() && address.getQueryParameters().containsKey(FULL)));
    }

    /** The address of the calculator with this in it, when there is no room to keep it. */
    static String full(CostForm form) {
        return UriBuilder.fromUri(form.getAddress()).queryParam(FULL, "yes").build().toString();
    }

    /** The calculator with this in it; said to be mistaken when it cannot be reckoned with. */
    private Response calculator(CostForm form, boolean full) {
        Calculation calculation = calculations.of(form);
        boolean right = form.getMistakes().isEmpty() && !full;
        Saving saving = isParticipant() ? new Saving(UUID.randomUUID(), full, SavedCalculations.MOST) : null;
        return Response.status(right ? Response.Status.OK : Response.Status.BAD_REQUEST)
                .entity(Templates.calculate(calculation, saving)).build();
    }

    /** The same without the form, to put on paper. */
    @GET
    @Path("print")
    @Opens(For.ANYBODY)
    public Response print(@Context UriInfo address) {
        CostForm form = form(address);
        return cases.instead().map(page -> Response.ok(page).build())
                .orElseGet(() -> form.getMistakes().isEmpty() ? Response.ok(Templates.printed(calculations.of(form))).build()
                        : calculator(form, false));
    }

    /** Learning without a school. */
    @GET
    @Path("self-study")
    @Opens(For.ANYBODY)
    public TemplateInstance selfStudy(@Context UriInfo address) {
        return cases.instead().orElseGet(() -> Templates.selfStudy(calculations.selfStudy(SelfCheck.of(single(address)))));
    }

    private boolean isParticipant() {
        return signedIn.session().filter(Session::participant).isPresent();
    }

    private static CostForm form(UriInfo address) {
        return CostForm.of(single(address));
    }

    private static Map<String, String> single(UriInfo address) {
        return single(address.getQueryParameters());
    }

    static Map<String, String> single(MultivaluedMap<String, String> fields) {
        return Typed.of(fields);
    }
}
