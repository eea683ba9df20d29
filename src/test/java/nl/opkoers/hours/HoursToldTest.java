package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Effect;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.hours.Logged.Outcome;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.Contract;
import nl.opkoers.municipality.Dispatcher;
import nl.opkoers.municipality.MunicipalClient;
import nl.opkoers.municipality.Reply;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.municipality.contract.Hours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a coach accepts reaches the real reference municipality once, whatever goes wrong on the way, and is corrected there. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class HoursToldTest {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    DemoWorld world;

    @Inject
    HourBook book;
    @Inject
    Standings standings;
    @Inject
    Dispatcher dispatcher;
    @Inject
    MunicipalClient client;
    @Inject
    Contract contract;
    @Inject
    CircuitBreakerMaintenance breakers;

    private ParticipantKey fiyori;
    private int before;
    private int effectsBefore;

    static Stream<Fault> everyWayToFail() {
        return Stream.of(Fault.slow(Duration.ofSeconds(6)), Fault.error(), Fault.busy(Duration.ofSeconds(30)), Fault.dropped(),
                Fault.truncated(), Fault.wrongJson());
    }

    @BeforeEach
    void somebodyWithHours() {
        everythingIsWell();
        fiyori = new ParticipantKey("9901", world.municipality().idOf("z-tigrinya"));
        before = counted(fiyori, Hours.Kind.PARTICIPATION);
        effectsBefore = world.municipality().effects().size();
    }

    @AfterEach
    void everythingIsWell() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        Stream.of("outbox", "hour_entry", "hour_act", "hour_told").forEach(Rows::clear);
    }

    @Test
    void acceptedHoursAreCountedByTheMunicipality() {
        UUID entry = accepted(fiyori, Kind.PARTICIPATION, 120);

        dispatcher.deliverDue();

        assertEquals(before + 2, counted(fiyori, Hours.Kind.PARTICIPATION));
        assertEquals(List.of(Effect.Kind.HOURS_REPORTED), effects());
        assertEquals(State.ACCEPTED, book.find(fiyori, entry).orElseThrow().state());
    }

    @ParameterizedTest
    @MethodSource("everyWayToFail")
    void whateverGoesWrongTheyCountOnceWhenTheMunicipalityIsBack(Fault fault) {
        world.municipality().faults().set(Resource.PARTICIPATION_HOURS, fault);
        accepted(fiyori, Kind.PARTICIPATION, 120);
        assertEquals(1, dispatcher.deliverDue());
        assertEquals(List.of("f"), Rows.of("select taken is not null from hour_told"), "nothing is decided yet");

        world.municipality().faults().clear();
        TestClock.advance(LONGEST_PAUSE);
        dispatcher.deliverDue();

        assertEquals(List.of("t"), Rows.of("select taken from hour_told"));
        assertEquals(List.of(Effect.Kind.HOURS_REPORTED), effects());
        assertEquals(before + 2, counted(fiyori, Hours.Kind.PARTICIPATION));
    }

    @Test
    void aCorrectionTakesThemOffUntilTheyAreAcceptedAgain() {
        UUID entry = accepted(fiyori, Kind.PARTICIPATION, 120);
        dispatcher.deliverDue();
        book.log(fiyori, entry, new Act.Sent(UUID.randomUUID(), TestClock.now(), written(Kind.PARTICIPATION, 180)));
        dispatcher.deliverDue();
        assertEquals(before, counted(fiyori, Hours.Kind.PARTICIPATION));

        book.log(fiyori, entry, acceptance(3));
        dispatcher.deliverDue();

        assertEquals(before + 3, counted(fiyori, Hours.Kind.PARTICIPATION));
        assertEquals(List.of(Effect.Kind.HOURS_REPORTED, Effect.Kind.HOURS_CORRECTED, Effect.Kind.HOURS_CORRECTED), effects());
    }

    @Test
    void whatChangesWhileItIsUnderWayIsToldAfterwardsWithoutWhatCameInBetween() {
        world.municipality().faults().set(Resource.PARTICIPATION_HOURS, Fault.dropped());
        UUID entry = accepted(fiyori, Kind.PARTICIPATION, 120);
        dispatcher.deliverDue();
        for (int version = 2; version < 8; version += 2) {
            book.log(fiyori, entry, new Act.Sent(UUID.randomUUID(), TestClock.now(), written(Kind.PARTICIPATION, 60 * version)));
            book.log(fiyori, entry, acceptance(version + 1));
        }

        world.municipality().faults().clear();
        TestClock.advance(LONGEST_PAUSE);
        dispatcher.deliverDue();

        assertEquals(List.of(Effect.Kind.HOURS_REPORTED, Effect.Kind.HOURS_CORRECTED), effects());
        assertEquals(before + 6, counted(fiyori, Hours.Kind.PARTICIPATION));
    }

    @Test
    void whatIsUndoneOrWithdrawnNoLongerCounts() {
        UUID undone = accepted(fiyori, Kind.PARTICIPATION, 120);
        UUID withdrawn = accepted(fiyori, Kind.PARTICIPATION, 60);
        dispatcher.deliverDue();
        Act.Judgement judgement = book.find(fiyori, undone).orElseThrow().judgement().orElseThrow();
        book.log(fiyori, undone, new Act.Undone(UUID.randomUUID(), TestClock.now(), "M-1001", "Yusuf Demir", judgement.id()));
        book.log(fiyori, withdrawn, new Act.Withdrawn(UUID.randomUUID(), TestClock.now()));

        dispatcher.deliverDue();

        assertEquals(before, counted(fiyori, Hours.Kind.PARTICIPATION));
    }

    @Test
    void whatTheMunicipalityDoesNotTakeIsAQuestionToTheCoach() {
        UUID entry = UUID.randomUUID();
        Written longAgo = new Written(Kind.PARTICIPATION, Activity.CARE, LocalDate.of(2020, 1, 1), null, 60, null, null, null, null, null,
                null);
        book.log(fiyori, entry, new Act.Sent(entry, TestClock.now(), longAgo));
        book.log(fiyori, entry, acceptance(1));

        dispatcher.deliverDue();

        Entry returned = book.find(fiyori, entry).orElseThrow();
        assertEquals(State.WAITING, returned.state());
        assertEquals(List.of("voor-eerste-plan"), returned.returned().orElseThrow().refusal().codes());
        assertEquals(1, book.waiting("9901", List.of(fiyori.participant())).size());
        assertEquals(0, dispatcher.deliverDue(), "it is not told again");

        book.log(fiyori, entry, new Act.Sent(UUID.randomUUID(), TestClock.now(), written(Kind.PARTICIPATION, 60)));
        assertEquals(Outcome.DONE, book.log(fiyori, entry, acceptance(4)).outcome());
        dispatcher.deliverDue();
        assertEquals(before + 1, counted(fiyori, Hours.Kind.PARTICIPATION));
    }

    @Test
    void whatItDoesNotTakeOffWaitsForACoachWhoTellsItAgain() {
        UUID entry = accepted(fiyori, Kind.PARTICIPATION, 120);
        dispatcher.deliverDue();
        Rows.run("update hour_told set given = given || '-closed'");
        book.log(fiyori, entry, new Act.Withdrawn(UUID.randomUUID(), TestClock.now()));
        dispatcher.deliverDue();

        StillCounted still = still(entry).orElseThrow();
        assertEquals(Duration.ofHours(2), still.getTime());
        assertEquals(before + 2, counted(fiyori, Hours.Kind.PARTICIPATION), "it counts them");
        assertEquals(120, book.totals(fiyori, TestClock.now()).of(Kind.PARTICIPATION).still());
        assertEquals(List.of(entry), book.stillCounted(fiyori).stream().map(Entry::id).toList());
        assertEquals(0, dispatcher.deliverDue(), "it is not told again by itself");

        Rows.run("update hour_told set given = replace(given, '-closed', '')");
        IntStream.range(0, 2).forEach(twice -> book.tellAgain(fiyori, entry, still.getSeen()));
        book.settle(fiyori, entry, still.getSeen(), "M-1001", "Yusuf Demir");
        assertTrue(still(entry).orElseThrow().again());
        assertEquals(1, dispatcher.deliverDue(), "it is told once");

        assertEquals(before, counted(fiyori, Hours.Kind.PARTICIPATION));
        assertEquals(Optional.empty(), still(entry));
        assertEquals(List.of(), book.stillCounted(fiyori));
        assertEquals(0, book.totals(fiyori, TestClock.now()).of(Kind.PARTICIPATION).still());
    }

    @Test
    void whatACoachSettledWithItIsNotToldAndNoLongerCounts() {
        UUID entry = accepted(fiyori, Kind.PARTICIPATION, 120);
        dispatcher.deliverDue();
        Rows.run("update hour_told set given = given || '-closed'");
        Act.Judgement judgement = book.find(fiyori, entry).orElseThrow().judgement().orElseThrow();
        book.log(fiyori, entry, new Act.Undone(UUID.randomUUID(), TestClock.now(), "M-1001", "Yusuf Demir", judgement.id()));
        dispatcher.deliverDue();
        UUID seen = still(entry).orElseThrow().getSeen();
        TestClock.advance(Duration.ofMinutes(1));

        IntStream.range(0, 2).forEach(twice -> book.settle(fiyori, entry, seen, "M-1001", "Yusuf Demir"));
        book.tellAgain(fiyori, entry, seen);

        assertEquals(0, dispatcher.deliverDue());
        assertEquals(Optional.empty(), still(entry));
        assertEquals(List.of("Yusuf Demir"), Rows.of("select settled_by_name from hour_told where settled_by = 'M-1001' and taken"));
        assertEquals(0, book.totals(fiyori, TestClock.now()).of(Kind.PARTICIPATION).onTop(), "it is not in its count any more");
        Instant earlier = TestClock.now().minusSeconds(30);
        assertEquals(-120, book.totals(fiyori, earlier).of(Kind.PARTICIPATION).onTop(), "it was until then");
    }

    private Optional<StillCounted> still(UUID entry) {
        Entry kept = book.find(fiyori, entry).orElseThrow();
        return StillCounted.of(kept, book.told(fiyori, List.of(kept)).getOrDefault(entry, List.of()));
    }

    @Test
    void kindsAreCountedApart() {
        ParticipantKey yahya = new ParticipantKey("9901", world.municipality().idOf("b1-arabic-exam"));
        int practice = dossier(yahya).map().practiceHoursFollowed();
        accepted(yahya, Kind.PRACTICE, 120);
        accepted(yahya, Kind.VOLUNTARY, 180);

        dispatcher.deliverDue();

        assertEquals(List.of(Effect.Kind.HOURS_REPORTED, Effect.Kind.HOURS_REPORTED), effects());
        assertEquals(practice + 2, dossier(yahya).map().practiceHoursFollowed());
        assertEquals(Optional.empty(), dossier(yahya).hours().of(Hours.Kind.PARTICIPATION), "nobody is given a total they do not owe");
        assertEquals(before, counted(fiyori, Hours.Kind.PARTICIPATION));
    }

    @Test
    void whatTheMunicipalityCountsAndWhatItDoesNotYetCountAddUpToTheSameAllAlong() {
        Dossier then = dossier(fiyori);
        Instant confirmed = TestClock.now();
        long empty = standing(then, confirmed).getMinutes();
        TestClock.advance(Duration.ofMinutes(1));
        accepted(fiyori, Kind.PARTICIPATION, 120);
        assertEquals(empty + 120, standing(then, confirmed).getMinutes(), "it comes on top");

        world.municipality().faults().set(Resource.PARTICIPATION_HOURS, Fault.dropped());
        dispatcher.deliverDue();
        TestClock.advance(LONGEST_PAUSE);
        assertTrue(standing(dossier(fiyori), TestClock.now()).getMinutes() <= empty + 120, "it may be there: nothing is shown twice");
        assertEquals(empty + 120, standing(then, confirmed).getMinutes(), "it was not there then");

        world.municipality().faults().clear();
        dispatcher.deliverDue();
        TestClock.advance(Duration.ofMinutes(1));
        Standing told = standing(dossier(fiyori), TestClock.now());
        assertEquals(empty + 120, told.getMinutes());
        assertEquals(0, told.sum().onTop());
    }

    private Standing standing(Dossier dossier, Instant confirmedAt) {
        return standings.of(fiyori, Cast.of(dossier, Clock.fixed(confirmedAt, Dates.AMSTERDAM)), confirmedAt).get(0);
    }

    private UUID accepted(ParticipantKey key, Kind kind, int minutes) {
        UUID entry = UUID.randomUUID();
        book.log(key, entry, new Act.Sent(entry, TestClock.now(), written(kind, minutes)));
        book.log(key, entry, acceptance(1));
        return entry;
    }

    private static Act acceptance(int seen) {
        return new Act.Accepted(UUID.randomUUID(), TestClock.now(), "M-1001", "Yusuf Demir", seen);
    }

    private static Written written(Kind kind, int minutes) {
        return new Written(kind, Activity.VOLUNTEERING, TestClock.today().minusDays(1), null, minutes, SpokeDutch.ALITTLE, null,
                "Buurthuis De Sluis", "Els", "mijn eigen woorden", null);
    }

    private List<Effect.Kind> effects() {
        List<Effect> all = world.municipality().effects();
        return all.subList(effectsBefore, all.size()).stream().map(Effect::kind).toList();
    }

    private int counted(ParticipantKey key, Hours.Kind kind) {
        return dossier(key).hours().of(kind).orElseThrow().hours();
    }

    private Dossier dossier(ParticipantKey key) {
        return contract.read(((Reply.Found) client.dossier(key.participant(), null)).body(), Dossier.class);
    }
}
