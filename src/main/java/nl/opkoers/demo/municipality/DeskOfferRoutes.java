package nl.opkoers.demo.municipality;

import java.util.List;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The desk's pages about schools, in a browser without script. */
final class DeskOfferRoutes implements RouteGroup {

    /** Where a file is sent to: it is read here, and not by what reads every other body. */
    static final String UPLOAD = "/beheer/aanbod/inlezen";

    private static final String OFFERS = "/beheer/aanbod";
    private static final int LARGEST_FILE = 3 * 1024 * 1024;
    private static final String ID = "[0-9a-f-]{36}";

    private final DeskOffers pages;
    private final Answers answers;

    DeskOfferRoutes(DeskOffers pages, Answers answers) {
        this.pages = pages;
        this.answers = answers;
    }

    @Override
    public void register(Router router) {
        router.get(OFFERS).blockingHandler(context -> DeskRoutes.html(context, 200, pages.quality(DeskRoutes.done(context))), false);
        router.get(OFFERS + "/aanbod.csv").blockingHandler(this::table, false);
        router.post(OFFERS + "/meldingen/:id").blockingHandler(this::dealtWith, false);
        router.get(UPLOAD).handler(context -> DeskRoutes.html(context, 200, pages.choose()));
        router.post(UPLOAD).handler(this::upload);
        router.post(UPLOAD + "/:id").blockingHandler(this::takeOver, false);
    }

    private void table(RoutingContext context) {
        context.response().putHeader("Content-Type", "text/csv; charset=utf-8")
                .putHeader("Content-Disposition", "attachment; filename=aanbod.csv").end(pages.table());
    }

    private void dealtWith(RoutingContext context) {
        String id = context.pathParam("id");
        if (id.matches(ID)) {
            pages.dealtWith(id);
        }
        DeskRoutes.lead(context, OFFERS + "?gedaan=melding");
    }

    /** Gathers the file in memory, up to what a table of schools can be. */
    private void upload(RoutingContext context) {
        HttpServerRequest request = context.request();
        Buffer file = Buffer.buffer();
        boolean[] tooLarge = new boolean[1];
        request.setExpectMultipart(true);
        request.uploadHandler(upload -> upload.handler(part -> {
            tooLarge[0] |= file.length() + part.length() > LARGEST_FILE;
            if (!tooLarge[0]) {
                file.appendBuffer(part);
            }
        }));
        request.exceptionHandler(context::fail);
        request.endHandler(read -> {
            if (tooLarge[0]) {
                answers.problem(context, new Problem(413, List.of()));
            } else {
                context.vertx().executeBlocking(() -> pages.preview(file.getBytes()), false)
                        .onSuccess(page -> DeskRoutes.html(context, page.status(), page.html()))
                        .onFailure(context::fail);
            }
        });
    }

    private void takeOver(RoutingContext context) {
        String id = context.pathParam("id");
        boolean taken = id.matches(ID) && pages.takeOver(id).isPresent();
        DeskRoutes.lead(context, OFFERS + "?gedaan=" + (taken ? "ingelezen" : "inlezing_weg"));
    }
}
