package nl.opkoers.demo.municipality;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The desk in a browser, without script. A form that was carried out leads on to a page (303), so that going back or
 * loading again does nothing twice; one that was refused is shown again as it was filled in, with what is wrong.
 */
final class DeskRoutes implements RouteGroup {

    private static final String PERSON = "/beheer/personen/:wie";
    private static final String EVENTS = "/beheer/gebeurtenissen";
    private static final String FAULTS = "/beheer/storingen";

    private final DeskActs acts;
    private final DeskPeople people;
    private final Feed feed;
    private final Faults faults;
    private final FaultControls controls;
    private final DeskPages pages;

    DeskRoutes(DeskActs acts, DeskPeople people, Feed feed, Faults faults, FaultControls controls, DeskPages pages) {
        this.acts = acts;
        this.people = people;
        this.feed = feed;
        this.faults = faults;
        this.controls = controls;
        this.pages = pages;
    }

    @Override
    public void register(Router router) {
        router.get("/beheer/desk.css").handler(context -> send(context, 200, "text/css", pages.styles()));
        router.get("/beheer").blockingHandler(this::choose, false);
        router.get(PERSON).blockingHandler(this::person, false);
        router.get(PERSON + "/:handeling").blockingHandler(this::backToPerson, false);
        router.post(PERSON + "/:handeling").blockingHandler(this::act, false);
        router.get(EVENTS).blockingHandler(context -> html(context, 200, pages.events(done(context))), false);
        router.post(EVENTS + "/opnieuw").blockingHandler(this::restart, false);
        router.get(FAULTS).handler(context -> html(context, 200, pages.faults(done(context), Map.of(), null)));
        router.post(FAULTS).handler(this::switchFaults);
        router.post(FAULTS + "/uit").handler(this::clearFaults);
        router.get("/beheer/*").handler(this::missing);
    }

    private void choose(RoutingContext context) {
        html(context, 200, pages.choose(context.request().getParam("naam", "").strip()));
    }

    private void person(RoutingContext context) {
        people.find(context.pathParam("wie")).ifPresentOrElse(
                person -> html(context, 200, pages.person(person, done(context), null)), () -> missing(context));
    }

    /** Who loads the address of a form that was refused. */
    private void backToPerson(RoutingContext context) {
        people.find(context.pathParam("wie")).ifPresentOrElse(
                person -> lead(context, "/beheer/personen/" + person.called()), () -> missing(context));
    }

    private void act(RoutingContext context) {
        Optional<DeskAct> act = DeskAct.named(context.pathParam("handeling"));
        Optional<DeskPeople.Person> person = people.find(context.pathParam("wie"));
        if (act.isEmpty() || person.isEmpty()) {
            missing(context);
            return;
        }
        Map<String, String> typed = typed(context);
        acts.perform(act.get(), person.get().id(), DeskForms.body(act.get(), typed).toString()).ifPresentOrElse(
                problem -> html(context, problem.status(),
                        pages.person(person.get(), "", new DeskForms.Refused(act.get(), typed, problem))),
                () -> lead(context, "/beheer/personen/" + person.get().called() + "?gedaan=" + act.get().wireName()));
    }

    private void restart(RoutingContext context) {
        feed.restart();
        lead(context, EVENTS + "?gedaan=opnieuw");
    }

    private void switchFaults(RoutingContext context) {
        Map<String, String> typed = typed(context);
        controls.apply(DeskForms.faults(typed).toString()).ifPresentOrElse(
                problem -> html(context, problem.status(), pages.faults("", typed, problem)),
                () -> lead(context, FAULTS + "?gedaan=storingen"));
    }

    private void clearFaults(RoutingContext context) {
        faults.clear();
        lead(context, FAULTS + "?gedaan=uit");
    }

    private void missing(RoutingContext context) {
        html(context, 404, pages.missing());
    }

    static String done(RoutingContext context) {
        return context.request().getParam("gedaan", "");
    }

    private static Map<String, String> typed(RoutingContext context) {
        Map<String, String> typed = new HashMap<>();
        context.request().formAttributes().forEach(field -> typed.putIfAbsent(field.getKey(), field.getValue().strip()));
        return typed;
    }

    static void lead(RoutingContext context, String address) {
        context.response().setStatusCode(303).putHeader("Location", address).end();
    }

    static void html(RoutingContext context, int status, String page) {
        send(context, status, "text/html", page);
    }

    private static void send(RoutingContext context, int status, String type, String body) {
        context.response().setStatusCode(status)
                .putHeader("Content-Type", type + "; charset=utf-8").end(body);
    }
}
