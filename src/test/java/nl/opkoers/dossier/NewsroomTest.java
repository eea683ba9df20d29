package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.municipality.AnythingMayHaveHappened;
import nl.opkoers.municipality.Happened;
import nl.opkoers.municipality.contract.Events;
import nl.opkoers.own.Retention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of what happened: of whom this portal knows, once, and only together with the page that told it. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class NewsroomTest {

    private static final String HERE = "9901";
    private static final Events.Subject PLAN = new Events.Subject("Pip", "p7", 2);

    @Inject
    Event<Happened> happened;

    @Inject
    Event<AnythingMayHaveHappened> anything;

    @Inject
    Retention retention;

    @BeforeEach
    @AfterEach
    void nobodyIsKnown() {
        TestClock.runOn();
        Stream.of("news", "account", "dossier_snapshot").forEach(Rows::clear);
    }

    @Test
    void newsIsKeptOfWhomThePortalKnowsAndOfNobodyElse() {
        knownByAccount(HERE, "a");
        knownByDossier(HERE, "b");
        knownByAccount("9902", "c");
        happen(event("a", "OK203"), event("b", "SS199"), event("c", "OK203"), event("d", "OK203"), event(null, "OK206"));
        assertEquals(List.of("a OK203 Pip p7", "b SS199 Pip p7"), news());
    }

    @Test
    void anEventThatIsToldAgainIsNoNews() {
        knownByAccount(HERE, "a");
        Events.Event event = event("a", "OK203");
        happen(event, event);
        happen(event);
        assertEquals(List.of("a OK203 Pip p7"), news());
    }

    @Test
    void aCodeThatIsNotKnownIsKeptAndAnEventThatCannotBeKnownAgainIsNot() {
        knownByAccount(HERE, "a");
        happen(event("a", "OK\0999"), new Events.Event(1L, null, "OK203", TestClock.now(), "a", PLAN),
                new Events.Event(1L, UUID.randomUUID(), null, TestClock.now(), "a", PLAN));
        assertEquals(List.of("a OK999 Pip p7"), news());
    }

    @Test
    void aMomentThatCannotBeIsTheMomentOfHearingAndOldNewsIsNone() {
        knownByAccount(HERE, "a");
        happen(at(null), at(Instant.MAX), at(TestClock.now().plus(Duration.ofDays(1))), at(Instant.MIN),
                at(TestClock.now().minus(Duration.ofDays(181))));
        assertEquals(List.of("t", "t", "t"), Rows.of("select happened_at = noted_at from news"));
    }

    @Test
    void afterHalfAYearNewsIsForgotten() {
        knownByAccount(HERE, "a");
        happen(event("a", "OK203"));
        TestClock.advance(Duration.ofDays(179));
        retention.takeAwayTheOld();
        assertEquals(1, news().size());
        TestClock.advance(Duration.ofDays(2));
        retention.takeAwayTheOld();
        assertEquals(List.of(), news());
    }

    @Test
    void whatWasKeptOfThemIsOutdatedWithOneStatementForAll() {
        Rows.run("insert into dossier_snapshot (municipality, participant, body, confirmed_at) "
                + "select '9901', 'p' || person, '{}', now() from generate_series(0, 599) person");
        knownByDossier("9902", "p7");
        happen(IntStream.range(0, 500).mapToObj(person -> event("p" + person, "OK999")).toArray(Events.Event[]::new));
        happen(event("p7", "OK203"), event("p7", "OK204"));
        assertEquals(List.of("0 101", "1 499", "2 1"), counted());
    }

    @Test
    void whereAnythingMayHaveHappenedEveryDossierIsOutdated() {
        knownByDossier(HERE, "a");
        knownByDossier(HERE, "b");
        knownByDossier("9902", "a");
        QuarkusTransaction.requiringNew().run(() -> anything.fire(new AnythingMayHaveHappened(HERE)));
        assertEquals(List.of("0 1", "1 2"), counted());
    }

    @Test
    void whatIsHeardIsForgottenWithThePageThatDidNotCount() {
        knownByDossier(HERE, "a");
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
            happened.fire(new Happened(HERE, List.of(event("a", "OK203"))));
            throw new IllegalStateException("the end came first");
        }));
        assertEquals(List.of(), news());
        assertEquals(List.of("0 1"), counted());
    }

    private void happen(Events.Event... events) {
        QuarkusTransaction.requiringNew().run(() -> happened.fire(new Happened(HERE, Arrays.asList(events))));
    }

    private static Events.Event event(String participant, String code) {
        return new Events.Event(1L, UUID.randomUUID(), code, TestClock.now().minusSeconds(5), participant, PLAN);
    }

    private static Events.Event at(Instant moment) {
        return new Events.Event(1L, UUID.randomUUID(), "OK203", moment, "a", null);
    }

    private static void knownByAccount(String municipality, String participant) {
        Rows.run("insert into account values ('%s', 'issuer', '%s', '%s')".formatted(municipality, participant, participant));
    }

    private static void knownByDossier(String municipality, String participant) {
        Rows.run("insert into dossier_snapshot (municipality, participant, body, confirmed_at) values ('%s', '%s', '{}', now())"
                .formatted(municipality, participant));
    }

    private static List<String> news() {
        return Rows.of("select concat_ws(' ', participant, code, subject_kind, subject_id) from news order by 1");
    }

    /** How often dossiers were heard to have changed, each with how many there are. */
    private static List<String> counted() {
        return Rows.of("select changes || ' ' || count(*) from dossier_snapshot group by changes order by changes");
    }
}
