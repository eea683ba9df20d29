package nl.opkoers.demo.municipality;

import java.time.Clock;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The maintenance desk, for a demo only: lets one change things as a back office would, in a browser at {@code /beheer} or
 * with JSON at {@code /demo}. It asks for no token, is no part of the contract, and is there only with the demo controls.
 */
final class Desk {

    private Desk() {
    }

    static RouteGroup routes(Store store, Feed feed, Clock clock, Faults faults, ObjectMapper json, Answers answers) {
        DeskActs acts = new DeskActs(new BackOffice(store, feed, clock), json);
        DeskPeople people = new DeskPeople(store, clock);
        FaultControls controls = new FaultControls(faults, json, answers);
        DeskGuard guard = new DeskGuard(answers);
        DeskTemplates templates = new DeskTemplates();
        Texts texts = Texts.read("desk.properties");
        DeskPages pages = new DeskPages(templates, texts, people, feed, faults, answers);
        DeskOffers offers = new DeskOffers(templates, texts, store, clock);
        return router -> {
            guard.register(router);
            new DeskApi(acts, people, feed, controls, answers).register(router);
            new DeskOfferRoutes(offers, answers).register(router);
            new DeskRoutes(acts, people, feed, faults, controls, pages).register(router);
        };
    }
}
