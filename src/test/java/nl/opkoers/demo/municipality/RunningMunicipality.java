package nl.opkoers.demo.municipality;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

/** A municipality of one's own, with a real database and a caller. */
public final class RunningMunicipality implements AutoCloseable {

    private final TestIssuer issuer = new TestIssuer();
    private final TestDatabase database = new TestDatabase();
    private final Clock clock = Clock.systemUTC();
    private final ReferenceMunicipality municipality;
    private final Caller caller;

    public RunningMunicipality() {
        this(settings -> settings);
    }

    private RunningMunicipality(UnaryOperator<Settings> change) {
        municipality = ReferenceMunicipality.start(change.apply(database.settings(issuer.uri(), clock)));
        caller = new Caller(municipality.port(), issuer.token());
    }

    /** One that has a maintenance desk, as in the demo. */
    static RunningMunicipality withDesk() {
        return new RunningMunicipality(Settings::withDemoControls);
    }

    public ReferenceMunicipality municipality() {
        return municipality;
    }

    /** A token that is good for a few minutes. */
    public String token() {
        return issuer.token();
    }

    Caller caller() {
        return caller;
    }

    public String query(String sql) {
        return database.query(sql);
    }

    Instant now() {
        return clock.instant();
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

    /** An answer that is meant to be wrong, and so is not held against the contract. */
    HttpResponse<String> spoilt(String method, String path, UUID key, String body) throws IOException {
        return caller.callSpoilt(method, path, body, headers(key));
    }

    private HttpResponse<String> write(String method, String path, UUID key, String body) throws IOException {
        return caller.call(method, path, body, headers(key));
    }

    private static Map<String, String> headers(UUID key) {
        return Map.of("Content-Type", "application/json", "Idempotency-Key", key.toString());
    }

    @Override
    public void close() {
        municipality.close();
        database.close();
        issuer.close();
    }
}
