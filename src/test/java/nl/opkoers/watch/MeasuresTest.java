package nl.opkoers.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.binder.http.Outcome;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.Answer;
import nl.opkoers.Numbers;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Cast;
import nl.opkoers.demo.municipality.CastMember;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.Dispatcher;
import nl.opkoers.municipality.EventFeed;
import nl.opkoers.scope.Scope;
import nl.opkoers.watch.Measures.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the portal tells who keeps it running: whether somebody waits, and never who. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class MeasuresTest {

    private static final String HERE = "9901";
    private static final Map<String, String> OF_HERE = Map.of("municipality", HERE);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> TABLES = List.of("conversation_turn", "conversation", "owed_answer", "outbox", "notice", "feed_gap");

    /**
     * What is told elsewhere: here is neither a replica nor a mail server, nothing is between here and the municipality, nobody asks too
     * often, and every page can be made.
     */
    private static final List<Sample> NOT_HERE = List.of(
            new Sample("opkoers_dependency_up", Map.of("dependency", Surrounding.REPLICA.shown()), 1),
            new Sample("opkoers_dependency_up", Map.of("dependency", Surrounding.MAIL.shown()), 1),
            new Sample("opkoers_municipality_calls_seconds_count", Map.of("outcome", "unclear"), 1),
            new Sample("http_server_requests_seconds_count", Map.of("outcome", Outcome.SERVER_ERROR.name()), 1),
            new Sample("http_server_requests_seconds_count",
                    Map.of("status", String.valueOf(Response.Status.TOO_MANY_REQUESTS.getStatusCode())), 1));

    @TestHTTPResource(value = "/", management = true)
    URI operations;

    DemoWorld world;

    @Inject
    Waiting waiting;

    @Inject
    Around around;

    @Inject
    EventFeed feed;

    @Inject
    Dispatcher dispatcher;

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    @AfterEach
    void nothingWaits() {
        world.municipality().faults().clear();
        breakers.resetAll();
        TABLES.forEach(Rows::clear);
    }

    @Test
    void whoWaitsTooLongForAnAnswerIsCounted() throws IOException, InterruptedException {
        feed.readOn();
        conversation("now() - interval '3 days'", "current_date - 1");
        conversation("now() - interval '9 days'", "current_date - 2");
        conversation("now()", "current_date + 4");
        conversation("null", "null");

        Measures told = afterReading();

        assertEquals(3, told.value("opkoers_answers_waiting", OF_HERE).orElseThrow());
        assertEquals(2, told.value("opkoers_answers_overdue", OF_HERE).orElseThrow());
        assertEquals(9 * 86_400, told.value("opkoers_answers_oldest_seconds", OF_HERE).orElseThrow(), 60);
        double overdue = told.value("opkoers_answers_overdue_oldest_seconds", OF_HERE).orElseThrow();
        assertTrue(overdue >= 2 * 86_400 - 3600 && overdue <= 3 * 86_400 + 3600, () -> "since the day before yesterday began: " + overdue);
    }

    @Test
    void whereNothingWaitsThatIsSaid() throws IOException, InterruptedException {
        feed.readOn();
        Measures told = afterReading();
        for (String name : List.of("opkoers_answers_overdue", "opkoers_outbox_waiting", "opkoers_feed_gaps", "opkoers_notices_waiting")) {
            assertEquals(0, told.value(name, OF_HERE).orElseThrow(), name);
        }
        assertTrue(told.value("opkoers_feed_lag_seconds", OF_HERE).orElseThrow() < 30);
        assertTrue(told.value("opkoers_watch_age_seconds", Map.of()).orElseThrow() < 30);
    }

    /** What fails is tried again within a quarter of an hour, each time: it is overdue all the same. */
    @Test
    void aNoticeThatNobodyTakesIsSeenToWait() throws IOException, InterruptedException {
        notice("WAITING", "now() - interval '3 hours'", "now() + interval '10 minutes'", "now() - interval '2 hours'", "null");

        Measures told = afterReading();

        assertEquals(1, told.value("opkoers_notices_waiting", OF_HERE).orElseThrow());
        assertEquals(2 * 3600, told.value("opkoers_notices_oldest_seconds", OF_HERE).orElseThrow(), 60);
    }

    @Test
    void aNoticeForWhichNewsIsStillCollectedIsNotOverdue() throws IOException, InterruptedException {
        notice("WAITING", "now()", "now() + interval '5 minutes'", "null", "null");
        assertEquals(0, afterReading().value("opkoers_notices_waiting", OF_HERE).orElseThrow());
    }

    @Test
    void aNoticeThatIsGivenUpIsCountedFromThenOn() throws IOException, InterruptedException {
        notice("FAILED", "now() - interval '35 hours'", "null", "now() - interval '25 hours'", "now()");
        notice("FAILED", "now() - interval '70 hours'", "null", "now() - interval '60 hours'", "now() - interval '36 hours'");

        assertEquals(1, afterReading().value("opkoers_notices_failed", Map.of("municipality", HERE, "channel", "MAIL", "state", "FAILED"))
                .orElseThrow());
    }

    @Test
    void whatTheMunicipalityDoesNotTakeWaitsAndWhatItTakesIsCounted() throws IOException, InterruptedException {
        feed.readOn();
        afterReading();
        world.municipality().faults().set(Resource.OFFER_REPORTS, Fault.error());
        sendSomething();
        dispatcher.deliverDue();
        assertEquals(1, afterReading().value("opkoers_outbox_waiting", OF_HERE).orElseThrow());

        double before = settled();
        world.municipality().faults().clear();
        breakers.resetAll();
        Rows.run("update outbox set next_at = now()");
        dispatcher.deliverDue();
        assertEquals(0, afterReading().value("opkoers_outbox_waiting", OF_HERE).orElseThrow());
        assertEquals(before + 1, settled());
    }

    private double settled() throws IOException, InterruptedException {
        return scrape().value("opkoers_outbox_settled_total", Map.of("municipality", HERE, "outcome", "arrived")).orElseThrow();
    }

    @Test
    void whoSignsInIsCountedByTheDoorAndByHowItEnded() throws IOException, InterruptedException {
        Map<String, String> in = Map.of("entrance", "participants", "outcome", "signed-in");
        Map<String, String> unknown = Map.of("entrance", "participants", "outcome", "unknown");
        Measures before = scrape();
        Portal.signedIn("z-tigrinya", Language.TI);
        Portal.visitor(Language.NL).signIn(Cast.UNKNOWN_PERSON, "/");
        Measures after = scrape();
        assertEquals(before.value("opkoers_sign_ins_total", in).orElseThrow() + 1, after.value("opkoers_sign_ins_total", in).orElseThrow());
        assertEquals(before.value("opkoers_sign_ins_total", unknown).orElseThrow() + 1,
                after.value("opkoers_sign_ins_total", unknown).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"/sign-in,participants", "/staff/sign-in,staff"})
    void whoseBrowserForgotThatItWentThereIsNotCountedAsIn(String door, String entrance) throws IOException, InterruptedException {
        Map<String, String> in = Map.of("entrance", entrance, "outcome", "signed-in");
        double before = scrape().value("opkoers_sign_ins_total", in).orElseThrow();

        assertEquals(door + "/forgotten", Portal.visitor(Language.NL).open(door + "/callback?code=abc&state=def").path());

        Measures after = scrape();
        assertEquals(before, after.value("opkoers_sign_ins_total", in).orElseThrow());
        assertTrue(after.value("opkoers_sign_ins_total", Map.of("entrance", entrance, "outcome", "forgotten")).orElse(0.0) >= 1);
    }

    /** The measures of an address with an id in it are those of its pattern; what strangers make up is of one name together. */
    @Test
    void nobodyMakesMeasuresByAskingForMuch() throws IOException, InterruptedException {
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
        askForMuch(selam);
        long before = scrape().all().size();
        askForMuch(selam);
        Measures after = scrape();
        assertEquals(before, after.all().size());
        assertTrue(after.all().stream().noneMatch(each -> each.labels().containsValue("FETCH1")));
    }

    private static void askForMuch(Portal selam) throws IOException, InterruptedException {
        for (int time = 0; time < 5; time++) {
            selam.get("/messages/" + UUID.randomUUID());
            selam.get("/agenda/" + UUID.randomUUID());
            selam.get("/no-such-page-" + UUID.randomUUID());
            selam.get("/assets/" + UUID.randomUUID());
            selam.get("/calendar/" + UUID.randomUUID() + ".ics");
            HTTP.send(HttpRequest.newBuilder(URI.create(Portal.base() + "/")).method("FETCH" + time, HttpRequest.BodyPublishers.noBody())
                    .build(), HttpResponse.BodyHandlers.discarding());
        }
    }

    @Test
    void nobodyIsInTheMeasures() throws IOException, InterruptedException {
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
        List.of("/plan", "/agenda", "/messages", "/people", "/my-data").forEach(selam::get);
        Portal.signedIn("coach-a", Language.NL).get("/coach/participants/" + world.municipality().idOf("z-tigrinya"));
        feed.readOn();
        Scope.portal(waiting::read);
        around.look();
        String text = text();
        assertTrue(Numbers.ofTheCast().in(text).isEmpty());
        for (CastMember member : withDossier()) {
            String id = world.municipality().idOf(member.key());
            assertEquals(List.of(), text.lines().filter(line -> line.contains(id)).toList(), member.key());
        }
    }

    @Test
    void measuresAreNotWherePeopleAre() {
        assertEquals(404, Portal.visitor(Language.NL).get("/q/metrics").status());
    }

    /** A panel that speaks of a measure that is not there shows nothing, and an alert never comes: neither would be noticed. */
    @Test
    void allThatPanelsAndAlertsSpeakOfIsTold() throws IOException, InterruptedException {
        Measures told = afterMuch();
        List<String> missing = new ArrayList<>();
        List<String> questions = Monitoring.questions();
        assertTrue(questions.size() > 40, questions::toString);
        questions.forEach(question -> new Question(question).unansweredBy(told).forEach(each -> missing.add(question + ": " + each)));
        assertEquals(List.of(), missing);
    }

    /** Of a label that is there no value is asked for, or left out, that nobody tells. */
    @Test
    void eachValueThatPanelsAndAlertsChooseIsTold() throws IOException, InterruptedException {
        Measures told = afterMuch().and(NOT_HERE).and(Monitoring.jobs().stream().map(job -> new Sample("up", Map.of("job", job), 1)).toList());
        List<String> unknown = new ArrayList<>();
        Monitoring.questions().forEach(question -> new Question(question).valuesUnknownTo(told).forEach(each -> unknown.add(question + ": " + each)));
        assertEquals(List.of(), unknown);
    }

    /** Something of all that can be told happens. */
    private Measures afterMuch() throws IOException, InterruptedException {
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
        Answer asked = selam.submit(selam.get("/help/ask?topic=letter"), "/help/ask", Map.of("words", "Wat is dit?", "language", "nl"));
        List.of("/plan", "/still-here", URI.create(asked.location()).getPath() + "/turns/live").forEach(selam::get);
        Portal.visitor(Language.NL).get("/session-ended");
        sendSomething();
        dispatcher.deliverDue();
        notice("FAILED", "now()", "null", "null", "now()");
        theMunicipalityIsAwayUntilItIsSpared();
        feed.readOn();
        around.look();
        return afterReading();
    }

    private void theMunicipalityIsAwayUntilItIsSpared() {
        world.municipality().faults().set(Resource.EVENTS, Fault.error());
        for (int time = 0; time < 20; time++) {
            feed.readOn();
        }
        world.municipality().faults().clear();
        breakers.resetAll();
    }

    private static void sendSomething() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
        Answer form = selam.get("/schools/C-1003-5/wrong");
        selam.submit(form, "/schools/C-1003-5/wrong", Map.of("kind", "GONE"));
    }

    private static void notice(String state, String created, String due, String failingSince, String settled) {
        Rows.run("insert into notice (municipality, participant, id, kind, channel, language, state, created_at, due_at, failing_since,"
                + " settled_at) values ('9901', 'x', gen_random_uuid(), 'NUDGE', 'MAIL', 'nl', '" + state + "', " + created + ", " + due + ", "
                + failingSince + ", " + settled + ")");
    }

    private static void conversation(String since, String before) {
        Rows.run("insert into conversation (municipality, participant, id, opening, open, waiting_since, answer_before, theirs, turns,"
                + " opened_at, last_at) values ('9901', 'x', gen_random_uuid(), '{}', true, " + since + ", " + before
                + ", true, 1, now(), now())");
    }

    private Measures afterReading() throws IOException, InterruptedException {
        Scope.portal(waiting::read);
        return scrape();
    }

    private Measures scrape() throws IOException, InterruptedException {
        return Measures.read(text());
    }

    private String text() throws IOException, InterruptedException {
        HttpResponse<String> told = HTTP.send(HttpRequest.newBuilder(operations.resolve("/q/metrics")).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, told.statusCode());
        return told.body();
    }

    private static List<CastMember> withDossier() {
        return Cast.all().stream().filter(member -> member.kind() == CastMember.Kind.PARTICIPANT && !member.key().equals(Cast.UNKNOWN_PERSON))
                .toList();
    }
}
