package nl.opkoers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.CastPages;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Cast;
import nl.opkoers.demo.municipality.CastMember;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The number by which the state knows somebody is used once, and is afterwards nowhere (art. 46 UAVG). */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class NothingLeaksTest {

    private static final List<String> NUMBERS = Cast.all().stream().flatMap(member -> Stream.of(member.bsn(), member.vNumber()))
            .filter(Objects::nonNull).toList();

    DemoWorld world;

    @Inject
    SessionCookie sessions;

    @Inject
    CircuitBreakerMaintenance breakers;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Handler listener = new Listener(log);

    @BeforeEach
    void listen() {
        root().addHandler(listener);
        Rows.clear("account");
    }

    @AfterEach
    void stopListening() {
        root().removeHandler(listener);
        world.municipality().faults().clear();
        breakers.resetAll();
        TestClock.runOn();
        Rows.clear("dossier_snapshot");
    }

    @Test
    void noNumberOfTheCastIsAnywhereAfterEverybodyHasBeenEverywhere() {
        List<Portal> everybody = Cast.all().stream().map(NothingLeaksTest::goEverywhere).toList();

        assertEquals(21, NUMBERS.size());
        everybody.stream().flatMap(portal -> portal.answers().stream()).forEach(this::mustHoldNoNumber);
        everybody.forEach(portal -> portal.cookies().values().forEach(value -> mustHoldNoNumber("a cookie", value)));
        Rows.everything().forEach(row -> mustHoldNoNumber("a row", row));
        assertTrue(Rows.everything().stream().filter(row -> row.startsWith("public.account ")).count() >= 20, "and there are rows");
        log.forEach(line -> mustHoldNoNumber("the log", line));
    }

    @Test
    void noNumberIsInTheLogWhenSigningInGoesWrong() {
        for (Fault fault : List.of(Fault.error(), Fault.dropped(), Fault.truncated(), Fault.wrongJson())) {
            world.municipality().faults().set(Resource.SEARCH, fault);
            assertEquals(503, Portal.visitor(Language.NL).signIn("z-tigrinya", "/").status());
        }
        assertTrue(log.stream().anyMatch(line -> line.contains("cannot be reached")), "the log is listened to");
        log.forEach(line -> mustHoldNoNumber("the log", line));
    }

    private static Portal goEverywhere(CastMember member) {
        Portal portal = Portal.visitor(Language.NL);
        portal.signIn(member.key(), "/plan");
        CastPages.PATHS.forEach(portal::open);
        portal.get("/no-such-page");
        portal.post("/translation", Map.of("words", "x"));
        Answer page = portal.get("/schools");
        if (!page.document().select("form[action=/sign-out]").isEmpty()) {
            portal.follow(portal.submit(page, "/sign-out", Map.of()));
        }
        return portal;
    }

    private void mustHoldNoNumber(Answer answer) {
        mustHoldNoNumber("an address", answer.address().toString());
        mustHoldNoNumber("the headers of " + answer.path(), answer.headers().toString());
        answer.setCookies("session").stream().map(line -> line.replaceFirst("session=([^;]*).*", "$1"))
                .filter(value -> !value.isEmpty())
                .forEach(value -> mustHoldNoNumber("a session", sessions.decrypt(value).orElseThrow().toString()));
        mustHoldNoNumber(answer.path(), answer.body());
    }

    private static void mustHoldNoNumber(String where, String text) {
        NUMBERS.forEach(number -> assertTrue(!text.contains(number),
                () -> where + " holds the number that ends in " + number.substring(number.length() - 3)));
    }

    private static Logger root() {
        return LogManager.getLogManager().getLogger("");
    }

    private static final class Listener extends Handler {

        private final List<String> lines;

        Listener(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord line) {
            StringWriter told = new StringWriter();
            told.append(line.getLoggerName()).append(' ').append(new SimpleFormatter().formatMessage(line));
            if (line.getThrown() != null) {
                line.getThrown().printStackTrace(new PrintWriter(told));
            }
            lines.add(told.toString());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }
}
