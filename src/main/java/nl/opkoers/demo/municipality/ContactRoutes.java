package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** That help was asked for, and that there was contact. */
final class ContactRoutes implements RouteGroup {

    /** One of the two: where it comes in and where it is kept. */
    private enum Kind {
        HELP_REQUEST(Resource.HELP_REQUESTS, Effect.Kind.HELP_REQUEST, "hulpvragen", "Hulpvraag",
                "insert into hulpvraag (id, inburgeraar, geregistreerd_op, gegevens) values (?, ?, ?, ?::jsonb)",
                ContactRequest::helpRequest),
        CONTACT(Resource.CONTACTS, Effect.Kind.CONTACT, "klantcontacten", "Klantcontact",
                "insert into klantcontact (id, inburgeraar, geregistreerd_op, gegevens) values (?, ?, ?, ?::jsonb)",
                ContactRequest::contact);

        private final Resource resource;
        private final Effect.Kind effect;
        private final String path;
        private final String subject;
        private final String insert;
        private final BiFunction<String, ObjectMapper, ContactRequest> reader;

        Kind(Resource resource, Effect.Kind effect, String path, String subject, String insert,
             BiFunction<String, ObjectMapper, ContactRequest> reader) {
            this.resource = resource;
            this.effect = effect;
            this.path = path;
            this.subject = subject;
            this.insert = insert;
            this.reader = reader;
        }
    }

    private final Feed feed;
    private final Writes writes;
    private final FaultGate faults;
    private final ObjectMapper json;

    ContactRoutes(Feed feed, Writes writes, FaultGate faults, ObjectMapper json) {
        this.feed = feed;
        this.writes = writes;
        this.faults = faults;
        this.json = json;
    }

    @Override
    public void register(Router router) {
        for (Kind kind : Kind.values()) {
            router.post("/v1/inburgeraars/:id/" + kind.path).consumes(Routes.JSON).produces(Routes.JSON)
                    .handler(faults.before(kind.resource))
                    .blockingHandler(context -> writes.handle(context, (connection, call) -> keep(context, kind, connection, call)),
                            false);
        }
    }

    private Written keep(RoutingContext context, Kind kind, Connection connection, Writes.Call call) throws SQLException {
        String participant = context.pathParam("id");
        if (Store.lockedDossier(connection, participant).isEmpty()) {
            return writes.refused(Problem.of(404));
        }
        ContactRequest request = kind.reader.apply(context.body().asString(), json);
        if (!request.mistakes().isEmpty()) {
            return writes.refused(new Problem(400, request.mistakes()));
        }
        String id = UUID.randomUUID().toString();
        Sql.update(connection, kind.insert, id, participant, call.at(), request.content());
        Ledger.add(connection, new Effect(call.key(), kind.effect, participant, id, call.at()));
        feed.add(connection, new Event(Event.CONTACT_REGISTERED, participant, new Event.Subject(kind.subject, id, null)));
        ObjectNode kept = Json.object().put(kind.subject.toLowerCase(Locale.ROOT) + "Id", id);
        kept.setAll(request.content());
        return writes.created("/v1/inburgeraars/" + participant + "/" + kind.path + "/" + id,
                kept.put("geregistreerdOp", call.at().toString()));
    }
}
