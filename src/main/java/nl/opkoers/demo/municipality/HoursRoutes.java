package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Hours that were accepted, corrected or withdrawn. */
final class HoursRoutes implements RouteGroup {

    private static final String PATH = "/v1/inburgeraars/:id/participatie-uren";

    private final ParticipationHours hours;
    private final Writes writes;
    private final FaultGate faults;
    private final ObjectMapper json;

    HoursRoutes(ParticipationHours hours, Writes writes, FaultGate faults, ObjectMapper json) {
        this.hours = hours;
        this.writes = writes;
        this.faults = faults;
        this.json = json;
    }

    @Override
    public void register(Router router) {
        router.post(PATH).consumes(Routes.JSON).produces(Routes.JSON).handler(faults.before(Resource.PARTICIPATION_HOURS))
                .blockingHandler(context -> writes.handle(context, (connection, call) -> report(context, connection, call)), false);
        router.put(PATH + "/:uren").consumes(Routes.JSON).produces(Routes.JSON).handler(faults.before(Resource.PARTICIPATION_HOURS))
                .blockingHandler(context -> writes.handle(context, (connection, call) -> correct(context, connection, call)), false);
    }

    private Written report(RoutingContext context, Connection connection, Writes.Call call) throws SQLException {
        String participant = context.pathParam("id");
        Optional<ObjectNode> dossier = Store.lockedDossier(connection, participant);
        if (dossier.isEmpty()) {
            return writes.refused(Problem.of(404));
        }
        HoursReport report = HoursReport.read(context.body().asString(), json, false, dates(dossier.get(), call));
        if (!report.mistakes().isEmpty()) {
            return writes.refused(new Problem(400, report.mistakes()));
        }
        String id = UUID.randomUUID().toString();
        Ledger.add(connection, new Effect(call.key(), Effect.Kind.HOURS_REPORTED, participant, id, call.at()));
        ObjectNode kept = hours.keep(connection, participant, id, 1, report, call.at());
        return writes.created("/v1/inburgeraars/" + participant + "/participatie-uren/" + id, kept);
    }

    private Written correct(RoutingContext context, Connection connection, Writes.Call call) throws SQLException {
        String participant = context.pathParam("id");
        String id = context.pathParam("uren");
        Optional<ObjectNode> dossier = Store.lockedDossier(connection, participant);
        Optional<Integer> version = dossier.isEmpty() || !Routes.isId(id)
                ? Optional.empty() : ParticipationHours.version(connection, participant, id);
        if (version.isEmpty()) {
            return writes.refused(Problem.of(404));
        }
        HoursReport report = HoursReport.read(context.body().asString(), json, true, dates(dossier.get(), call));
        if (!report.mistakes().isEmpty()) {
            return writes.refused(new Problem(400, report.mistakes()));
        }
        Ledger.add(connection, new Effect(call.key(), Effect.Kind.HOURS_CORRECTED, participant, id, call.at()));
        return writes.ok(hours.keep(connection, participant, id, version.get() + 1, report, call.at()));
    }

    private static DossierDates dates(ObjectNode dossier, Writes.Call call) {
        return new DossierDates(dossier, LocalDate.ofInstant(call.at(), RelativeDates.ZONE));
    }
}
