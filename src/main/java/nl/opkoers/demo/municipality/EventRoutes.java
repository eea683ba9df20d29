package nl.opkoers.demo.municipality;

import java.util.ArrayList;
import java.util.List;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What happened, in order of number. */
final class EventRoutes implements RouteGroup {

    private static final int LARGEST_PAGE = 500;
    private static final String USUAL_PAGE = "100";

    private final Feed feed;
    private final FaultGate faults;
    private final Answers answers;

    EventRoutes(Feed feed, FaultGate faults, Answers answers) {
        this.feed = feed;
        this.faults = faults;
        this.answers = answers;
    }

    @Override
    public void register(Router router) {
        router.get("/v1/gebeurtenissen").produces(Routes.JSON)
                .handler(faults.before(Resource.EVENTS)).blockingHandler(this::events, false);
    }

    private void events(RoutingContext context) {
        List<Problem.Mistake> mistakes = new ArrayList<>();
        String after = context.request().getParam("na", "");
        String limit = context.request().getParam("limiet", USUAL_PAGE);
        if (!after.matches("\\d{1,18}")) {
            mistakes.add(new Problem.Mistake("na", "geen-volgnummer"));
        }
        if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > LARGEST_PAGE) {
            mistakes.add(new Problem.Mistake("limiet", "limiet-buiten-bereik"));
        }
        if (mistakes.isEmpty()) {
            answers.json(context, feed.page(Long.parseLong(after), Integer.parseInt(limit)).toString());
        } else {
            answers.problem(context, new Problem(400, mistakes));
        }
    }
}
