package nl.opkoers.demo.municipality;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The desk in JSON, for scripts. A change is answered with 204, or with a problem as the municipal API has them. */
final class DeskApi implements RouteGroup {

    static final int LATEST = 20;

    private final DeskActs acts;
    private final DeskPeople people;
    private final Feed feed;
    private final FaultControls controls;
    private final Answers answers;

    DeskApi(DeskActs acts, DeskPeople people, Feed feed, FaultControls controls, Answers answers) {
        this.acts = acts;
        this.people = people;
        this.feed = feed;
        this.controls = controls;
        this.answers = answers;
    }

    @Override
    public void register(Router router) {
        router.get("/demo/personen").blockingHandler(this::find, false);
        router.get("/demo/personen/:wie/agenda").blockingHandler(this::agenda, false);
        router.post("/demo/personen/:wie/:handeling").consumes(Routes.JSON).blockingHandler(this::act, false);
        router.get("/demo/gebeurtenissen").blockingHandler(this::events, false);
        router.post("/demo/gebeurtenissen/_opnieuw").blockingHandler(this::restart, false);
        router.put("/demo/storingen").consumes(Routes.JSON).handler(controls::put);
    }

    private void find(RoutingContext context) {
        String name = context.request().getParam("naam", "").strip();
        List<DeskPeople.Person> found = name.isEmpty() ? people.cast() : people.search(name);
        ObjectNode body = Json.object();
        ArrayNode all = body.putArray("personen");
        found.forEach(person -> all.addObject().put("id", person.id()).put("sleutel", person.key()).put("naam", person.name()));
        answers.json(context, body.toString());
    }

    private void agenda(RoutingContext context) {
        people.find(context.pathParam("wie")).ifPresentOrElse(person -> {
            ObjectNode body = Json.object();
            body.putArray("onderdelen").addAll(people.agenda(person));
            answers.json(context, body.toString());
        }, () -> answers.problem(context, Problem.of(404)));
    }

    private void act(RoutingContext context) {
        Optional<DeskAct> act = DeskAct.named(context.pathParam("handeling"));
        Optional<DeskPeople.Person> person = people.find(context.pathParam("wie"));
        Optional<Problem> problem = act.isEmpty() || person.isEmpty() ? Optional.of(Problem.of(404))
                : acts.perform(act.get(), person.get().id(), context.body().asString());
        problem.ifPresentOrElse(told -> answers.problem(context, told), () -> done(context));
    }

    private void events(RoutingContext context) {
        ObjectNode body = Json.object();
        body.putArray("gebeurtenissen").addAll(feed.latest(LATEST));
        answers.json(context, body.toString());
    }

    private void restart(RoutingContext context) {
        feed.restart();
        done(context);
    }

    private static void done(RoutingContext context) {
        context.response().setStatusCode(204).end();
    }
}
