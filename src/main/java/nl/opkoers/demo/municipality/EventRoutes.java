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
        Long after = number(context.request().getParam("na"), "na", 0, Long.MAX_VALUE, mistakes);
        Long limit = number(context.request().getParam("limiet", USUAL_PAGE), "limiet", 1, LARGEST_PAGE, mistakes);
        if (mistakes.isEmpty()) {
            answers.json(context, feed.page(after, limit.intValue()).toString());
        } else {
            answers.problem(context, new Problem(400, mistakes));
        }
    }

    private static Long number(String value, String parameter, long least, long most, List<Problem.Mistake> mistakes) {
        boolean number = value != null && value.matches("-?\\d{1,18}");
        boolean within = number && Long.parseLong(value) >= least && Long.parseLong(value) <= most;
        if (!within) {
            mistakes.add(new Problem.Mistake(parameter, value == null ? "verplicht" : number ? "buiten-grenzen" : "geen-getal"));
        }
        return within ? Long.valueOf(value) : null;
    }
}
