package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The schools with their courses, the places to practise Dutch, and what people report of them. */
final class OfferRoutes implements RouteGroup {

    private static final String ID = "[A-Za-z0-9-]{1,64}";

    private final OfferStore offers;
    private final Writes writes;
    private final FaultGate faults;
    private final Answers answers;
    private final ObjectMapper json;

    OfferRoutes(OfferStore offers, Writes writes, FaultGate faults, Answers answers, ObjectMapper json) {
        this.offers = offers;
        this.writes = writes;
        this.faults = faults;
        this.answers = answers;
        this.json = json;
    }

    @Override
    public void register(Router router) {
        router.get("/v1/aanbieders").produces(Routes.JSON)
                .handler(faults.before(Resource.PROVIDERS)).blockingHandler(this::providers, false);
        router.get("/v1/aanbieders/:id").produces(Routes.JSON)
                .handler(faults.before(Resource.PROVIDERS)).blockingHandler(this::provider, false);
        router.get("/v1/informeel-aanbod").produces(Routes.JSON)
                .handler(faults.before(Resource.INFORMAL_OFFER)).blockingHandler(this::practicePlaces, false);
        for (ReportedOffer about : ReportedOffer.values()) {
            router.post("/v1/" + about.collection() + "/:id/meldingen").consumes(Routes.JSON).produces(Routes.JSON)
                    .handler(faults.before(Resource.OFFER_REPORTS)).blockingHandler(context -> writes.handle(context,
                            (connection, call) -> report(about, context, connection, call)), false);
        }
    }

    private void providers(RoutingContext context) {
        answers.tagged(context, offers.providers());
    }

    private void provider(RoutingContext context) {
        String id = context.pathParam("id");
        answers.taggedOrNotFound(context, id.matches(ID) ? offers.provider(id) : Optional.empty());
    }

    private Written report(ReportedOffer about, RoutingContext context, Connection connection, Writes.Call call)
            throws SQLException {
        String subject = context.pathParam("id");
        if (!subject.matches(ID) || !OfferReports.knows(connection, about, subject)) {
            return writes.refused(Problem.of(404));
        }
        OfferReport report = OfferReport.read(about, context.body().asString(), json);
        if (!report.mistakes().isEmpty()) {
            return writes.refused(new Problem(400, report.mistakes()));
        }
        String id = UUID.randomUUID().toString();
        OfferReports.keep(connection, id, about, subject, report, call.at());
        Ledger.add(connection, new Effect(call.key(), Effect.Kind.OFFER_REPORT, null, id, call.at()));
        ObjectNode kept = Json.object().put("meldingId", id).put(about.idField(), subject);
        if (about.fields().contains("cursusId")) {
            kept.put("cursusId", report.course());
        }
        kept.put("soort", report.kind()).put("taal", report.language()).put("geregistreerdOp", call.at().toString());
        return writes.created("/v1/" + about.collection() + "/" + subject + "/meldingen/" + id, kept);
    }

    private void practicePlaces(RoutingContext context) {
        answers.tagged(context, offers.practicePlaces());
    }
}
