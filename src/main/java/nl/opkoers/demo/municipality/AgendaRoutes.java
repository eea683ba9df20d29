package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What somebody has at fixed times, and what that person lets know about it. */
final class AgendaRoutes implements RouteGroup {

    private static final int LONGEST_PERIOD_DAYS = 400;

    private final Store store;
    private final Feed feed;
    private final Writes writes;
    private final FaultGate faults;
    private final Answers answers;
    private final ObjectMapper json;

    AgendaRoutes(Store store, Feed feed, Writes writes, FaultGate faults, Answers answers, ObjectMapper json) {
        this.store = store;
        this.feed = feed;
        this.writes = writes;
        this.faults = faults;
        this.answers = answers;
        this.json = json;
    }

    @Override
    public void register(Router router) {
        router.get("/v1/inburgeraars/:id/agenda").produces(Routes.JSON)
                .handler(faults.before(Resource.AGENDA)).blockingHandler(this::agenda, false);
        for (ReplyRequest.Kind kind : ReplyRequest.Kind.values()) {
            router.post("/v1/inburgeraars/:id/agenda/:item/" + kind.path()).consumes(Routes.JSON).produces(Routes.JSON)
                    .handler(faults.before(Resource.AGENDA_REPLY))
                    .blockingHandler(context -> writes.handle(context, (connection, call) -> reply(context, kind, connection, call)),
                            false);
        }
    }

    private void agenda(RoutingContext context) {
        List<Problem.Mistake> mistakes = new ArrayList<>();
        LocalDate from = date(context, "van", mistakes);
        LocalDate until = date(context, "tot", mistakes);
        if (from != null && until != null) {
            long days = from.until(until, ChronoUnit.DAYS);
            if (days < 1) {
                mistakes.add(new Problem.Mistake("tot", "einde-voor-begin"));
            } else if (days > LONGEST_PERIOD_DAYS) {
                mistakes.add(new Problem.Mistake("tot", "periode-te-lang"));
            }
        }
        if (mistakes.isEmpty()) {
            Optional<PersonAgenda> agenda = store.inTransaction(connection -> find(context, connection));
            answers.taggedOrNotFound(context, agenda.map(found -> found.between(from, until).toString()));
        } else {
            answers.problem(context, new Problem(400, mistakes));
        }
    }

    private Written reply(RoutingContext context, ReplyRequest.Kind kind, Connection connection, Writes.Call call)
            throws SQLException {
        ReplyRequest reply = ReplyRequest.read(kind, context.body().asString(), json, call.at());
        if (!reply.mistakes().isEmpty()) {
            return writes.refused(new Problem(400, reply.mistakes()));
        }
        String participant = context.pathParam("id");
        if (Store.lockedDossier(connection, participant).isEmpty()) {
            return writes.refused(Problem.of(404));
        }
        Optional<AgendaItem> found = find(context, connection).orElseThrow().find(context.pathParam("item"));
        if (found.isEmpty()) {
            return writes.refused(Problem.of(404));
        }
        AgendaItem item = found.get();
        Optional<Problem> refusal = refusal(item, reply, call);
        if (refusal.isPresent()) {
            return writes.refused(refusal.get());
        }
        Agendas.reply(connection, participant, item.id(), reply, call.at());
        Ledger.add(connection, new Effect(call.key(), kind.effect(), participant, item.id(), call.at()));
        feed.add(connection, Event.ofReply(participant, item.id(), item.version()));
        return writes.ok(find(context, connection).orElseThrow().json(item));
    }

    private static Optional<Problem> refusal(AgendaItem item, ReplyRequest reply, Writes.Call call) {
        if (item.cancelled()) {
            return Optional.of(Problem.conflict("vervallen"));
        }
        if (!item.begin().isAfter(call.at())) {
            return Optional.of(Problem.conflict("voorbij"));
        }
        return reply.version() == item.version() ? Optional.empty() : Optional.of(Problem.conflict("versie-verouderd"));
    }

    private static Optional<PersonAgenda> find(RoutingContext context, Connection connection) throws SQLException {
        String id = context.pathParam("id");
        return Routes.isId(id) ? Agendas.of(connection, id) : Optional.empty();
    }

    private static LocalDate date(RoutingContext context, String parameter, List<Problem.Mistake> mistakes) {
        String value = context.request().getParam(parameter);
        if (value == null) {
            mistakes.add(new Problem.Mistake(parameter, "verplicht"));
            return null;
        }
        try {
            return Fields.day(value);
        } catch (DateTimeException e) {
            mistakes.add(new Problem.Mistake(parameter, "geen-datum"));
            return null;
        }
    }
}
