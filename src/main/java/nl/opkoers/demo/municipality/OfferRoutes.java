package nl.opkoers.demo.municipality;

import java.util.Optional;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The schools with their courses, and the places to practise Dutch. */
final class OfferRoutes implements RouteGroup {

    private static final String PROVIDER = "[A-Za-z0-9-]{1,64}";

    private final OfferStore offers;
    private final FaultGate faults;
    private final Answers answers;

    OfferRoutes(OfferStore offers, FaultGate faults, Answers answers) {
        this.offers = offers;
        this.faults = faults;
        this.answers = answers;
    }

    @Override
    public void register(Router router) {
        router.get("/v1/aanbieders").produces(Routes.JSON)
                .handler(faults.before(Resource.PROVIDERS)).blockingHandler(this::providers, false);
        router.get("/v1/aanbieders/:id").produces(Routes.JSON)
                .handler(faults.before(Resource.PROVIDERS)).blockingHandler(this::provider, false);
        router.get("/v1/informeel-aanbod").produces(Routes.JSON)
                .handler(faults.before(Resource.INFORMAL_OFFER)).blockingHandler(this::practicePlaces, false);
    }

    private void providers(RoutingContext context) {
        answers.tagged(context, offers.providers());
    }

    private void provider(RoutingContext context) {
        String id = context.pathParam("id");
        answers.taggedOrNotFound(context, id.matches(PROVIDER) ? offers.provider(id) : Optional.empty());
    }

    private void practicePlaces(RoutingContext context) {
        answers.tagged(context, offers.practicePlaces());
    }
}
