package nl.opkoers.demo.municipality;

import io.vertx.ext.web.Router;

/** The resources of the municipal API that belong together. The token was checked before any of them is reached. */
interface RouteGroup {

    /** Adds these resources to the router, each behind the fault that may be switched on for it. */
    void register(Router router);
}
