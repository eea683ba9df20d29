package nl.opkoers.demo.municipality;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets every call that changes something take effect once, however often it arrives: its key is kept in the transaction
 * of the change itself, with the answer. A call that comes while the first is still busy waits for it.
 */
final class Writes {

    private static final String HEADER = "Idempotency-Key";
    private static final String KEY = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Duration KEPT = Duration.ofDays(7);

    /** The work of one call, in one transaction. Whatever it answers is kept; what it throws undoes everything. */
    interface Work {
        Written with(Connection connection, Call call) throws SQLException;
    }

    /** Which call it is and when it came, in whole milliseconds. */
    record Call(UUID key, Instant at) {
    }

    private final Store store;
    private final Answers answers;
    private final Clock clock;

    Writes(Store store, Answers answers, Clock clock) {
        this.store = store;
        this.answers = answers;
        this.clock = clock;
    }

    /** Does the work unless it was done before, and answers. */
    void handle(RoutingContext context, Work work) {
        String key = context.request().getHeader(HEADER);
        if (key == null || !key.matches(KEY)) {
            answers.problem(context, new Problem(400, List.of(new Problem.Mistake(HEADER, "geen-sleutel"))));
            return;
        }
        Call call = new Call(UUID.fromString(key), now());
        String request = fingerprint(context);
        answers.written(context, store.inTransaction(connection -> once(connection, call, request, work)));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Written ok(ObjectNode body) {
        return new Written(200, null, body.toString());
    }

    Written created(String location, ObjectNode body) {
        return new Written(201, location, body.toString());
    }

    Written refused(Problem problem) {
        return new Written(problem.status(), null, answers.body(problem).toString());
    }

    private Written once(Connection connection, Call call, String request, Work work) throws SQLException {
        Sql.update(connection, """
                delete from ontvangen where sleutel in
                (select sleutel from ontvangen where ontvangen_op < ? for update skip locked)""", call.at().minus(KEPT));
        int claimed = Sql.update(connection, """
                insert into ontvangen (sleutel, verzoek, ontvangen_op) values (?, ?, ?) on conflict do nothing""",
                call.key(), request, call.at());
        if (claimed == 0) {
            return again(connection, call, request);
        }
        Written written = work.with(connection, call);
        Sql.update(connection, "update ontvangen set status = ?, locatie = ?, antwoord = ? where sleutel = ?",
                written.status(), written.location(), written.body(), call.key());
        return written;
    }

    private Written again(Connection connection, Call call, String request) throws SQLException {
        Optional<Written> before = Sql.first(connection,
                "select status, locatie, antwoord from ontvangen where sleutel = ? and verzoek = ?",
                row -> new Written(row.getInt(1), row.getString(2), row.getString(3)), call.key(), request);
        return before.orElseGet(() -> refused(Problem.conflict("sleutel-hergebruikt")));
    }

    /** What tells this call from another: only its digest is kept, not what was said in it. */
    private static String fingerprint(RoutingContext context) {
        String body = context.body().asString();
        String call = context.request().method() + " " + context.normalizedPath() + "\n" + (body == null ? "" : body);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(call.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
