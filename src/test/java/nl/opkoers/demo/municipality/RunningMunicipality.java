package nl.opkoers.demo.municipality;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** A municipality of one's own, with a real database, a clock that can be put forward, and a caller. */
final class RunningMunicipality implements AutoCloseable {

    private final TestIssuer issuer = new TestIssuer();
    private final TestDatabase database = new TestDatabase();
    private final Ahead clock = new Ahead();
    private final ReferenceMunicipality municipality = ReferenceMunicipality.start(database.settings(issuer.uri(), clock));
    private final Caller caller = new Caller(municipality.port(), issuer.token());

    ReferenceMunicipality municipality() {
        return municipality;
    }

    Caller caller() {
        return caller;
    }

    String query(String sql) {
        return database.query(sql);
    }

    Instant now() {
        return clock.instant();
    }

    /** Lets the municipality believe that it is later; its tokens keep to the time of the issuer. */
    void putForward(Duration time) {
        clock.ahead = clock.ahead.plus(time);
    }

    String pathOf(String key) {
        return "/v1/inburgeraars/" + municipality.idOf(key);
    }

    JsonNode agenda(String key, LocalDate from, LocalDate until) throws IOException {
        return Caller.json(caller.get(pathOf(key) + "/agenda?van=" + from + "&tot=" + until));
    }

    HttpResponse<String> post(String path, UUID key, String body) throws IOException {
        return write("POST", path, key, body);
    }

    HttpResponse<String> put(String path, UUID key, String body) throws IOException {
        return write("PUT", path, key, body);
    }

    private HttpResponse<String> write(String method, String path, UUID key, String body) throws IOException {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (key != null) {
            headers.put("Idempotency-Key", key.toString());
        }
        return caller.call(method, path, body, headers);
    }

    @Override
    public void close() {
        municipality.close();
        database.close();
        issuer.close();
    }

    /** The real time and some more. */
    private static final class Ahead extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return RelativeDates.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }
}
