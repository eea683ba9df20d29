package nl.opkoers.demo.municipality;

import java.util.Optional;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** For whom somebody who works at the municipality is there. */
final class StaffRoutes implements RouteGroup {

    private static final String EMPLOYEE = "[A-Za-z0-9-]{1,64}";

    private final Caseloads caseloads;
    private final FaultGate faults;
    private final Answers answers;

    StaffRoutes(Caseloads caseloads, FaultGate faults, Answers answers) {
        this.caseloads = caseloads;
        this.faults = faults;
        this.answers = answers;
    }

    @Override
    public void register(Router router) {
        router.get("/v1/medewerkers/:id/inburgeraars").produces(Routes.JSON)
                .handler(faults.before(Resource.STAFF)).blockingHandler(this::caseload, false);
    }

    private void caseload(RoutingContext context) {
        String id = context.pathParam("id");
        answers.taggedOrNotFound(context, id.matches(EMPLOYEE) ? caseloads.of(id) : Optional.empty());
    }
}
