package nl.opkoers.demo.municipality;

import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Who somebody is here, what is known of that person, and what the municipality tells about itself. */
final class DossierRoutes implements RouteGroup {

    private final Store store;
    private final FaultGate faults;
    private final Answers answers;
    private final ObjectMapper json;

    DossierRoutes(Store store, FaultGate faults, Answers answers, ObjectMapper json) {
        this.store = store;
        this.faults = faults;
        this.answers = answers;
        this.json = json;
    }

    @Override
    public void register(Router router) {
        router.post("/v1/inburgeraars/_zoek").consumes(Routes.JSON).produces(Routes.JSON)
                .handler(faults.before(Resource.SEARCH)).blockingHandler(this::search, false);
        router.get("/v1/inburgeraars/:id").produces(Routes.JSON)
                .handler(faults.before(Resource.PARTICIPANT)).blockingHandler(this::participant, false);
        router.get("/v1/gemeente").produces(Routes.JSON)
                .handler(faults.before(Resource.MUNICIPALITY)).blockingHandler(this::municipality, false);
    }

    private void search(RoutingContext context) {
        SearchRequest request = SearchRequest.read(context.body().asString(), json);
        if (!request.mistakes().isEmpty()) {
            answers.problem(context, new Problem(400, request.mistakes()));
            return;
        }
        Optional<String> id = request.bsn() == null ? store.idOfVNumber(request.vNumber()) : store.idOfBsn(request.bsn());
        id.ifPresentOrElse(
                found -> answers.json(context, json.createObjectNode().put("id", found).toString()),
                () -> answers.problem(context, Problem.of(404)));
    }

    private void participant(RoutingContext context) {
        String id = context.pathParam("id");
        answers.taggedOrNotFound(context, Routes.isId(id) ? store.dossier(id) : Optional.empty());
    }

    private void municipality(RoutingContext context) {
        answers.taggedOrNotFound(context, store.municipality());
    }
}
