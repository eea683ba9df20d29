package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Delivered;
import nl.opkoers.municipality.Outgoing;
import nl.opkoers.municipality.Refusal;
import nl.opkoers.scope.Scope;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The totals are one sum in the database; it is held beside the entries themselves. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class HourTotalsTest {

    private static final int HISTORIES = 10_000;
    /** With two histories each. */
    private static final int LIVED = 100;
    private static final int STEPS = 12;

    @Inject
    HourBook book;
    @Inject
    Event<Delivered> delivered;
    @Inject
    StatelessSession rows;

    @AfterEach
    void nothingIsLeft() {
        TestClock.runOn();
        Stream.of("outbox", "hour_entry", "hour_act", "hour_told").forEach(Rows::clear);
    }

    @Test
    void theSumInTheDatabaseIsThatOfTheEntriesOverTenThousandHistories() {
        List<Person> people = IntStream.range(0, HISTORIES).mapToObj(Person::new).toList();
        IntStream.range(0, HISTORIES / 500).forEach(part -> insert(people.subList(part * 500, (part + 1) * 500)));
        Rows.run("analyze hour_entry, hour_told");

        people.forEach(person -> {
            Totals expected = person.paper.totals(person.asked);
            Totals totals = book.totals(person.key, person.asked);
            Stream.of(Kind.values()).forEach(kind -> assertEquals(expected.of(kind), totals.of(kind), () -> person.key + " " + kind));
        });

        long counted = people.stream().filter(person -> Stream.of(Kind.values()).map(person.paper.totals(person.asked)::of)
                .anyMatch(sum -> sum.onTop() != sum.accepted())).count();
        assertTrue(counted > HISTORIES / 10, "often the municipality counts something already");
    }

    @Test
    void itIsSoTooWhenEverythingIsLivedThroughInTheDatabase() {
        for (int seed = 0; seed < LIVED; seed++) {
            Random random = new Random(seed);
            Lived lived = new Lived(new ParticipantKey("9901", "person " + seed), random);
            List<RandomHistory> histories = List.of(lived.begin(random), lived.begin(random));
            histories.forEach(history -> history.happen(STEPS, lived));
            Totals totals = book.totals(lived.key, null);
            for (Kind kind : Kind.values()) {
                Totals.Sum sum = totals.of(kind);
                assertEquals(sum(histories, kind, State.ACCEPTED), sum.accepted());
                assertEquals(sum(histories, kind, State.WAITING), sum.waiting());
                assertEquals(sum(histories, kind, State.ASKED), sum.asked());
                assertEquals(sum(histories, kind, State.REFUSED), sum.refused());
                assertEquals(sum(histories, kind, State.CONCEPT), sum.concept());
            }
            allThatIsAcceptedIsCountedOnceAllIsSettled(lived, histories, random);
        }
    }

    private void allThatIsAcceptedIsCountedOnceAllIsSettled(Lived lived, List<RandomHistory> histories, Random random) {
        for (int more = 0; more < 4; more++) {
            histories.forEach(history -> {
                lived.settle(history.id(), true, random);
                lived.afterRefusal(history.id(), random.nextBoolean());
            });
        }
        TestClock.advance(Duration.ofMinutes(1));
        Totals totals = book.totals(lived.key, TestClock.now());
        Stream.of(Kind.values()).forEach(kind -> {
            assertEquals(0, totals.of(kind).onTop());
            assertEquals(0, totals.of(kind).still());
        });
    }

    private static long sum(List<RandomHistory> histories, Kind kind, State state) {
        return histories.stream().map(RandomHistory::model)
                .filter(model -> model.state() == state && model.written() != null && model.written().kind() == kind)
                .mapToLong(model -> model.written().minutes()).sum();
    }

    private static void insert(List<Person> people) {
        List<String> entries = new ArrayList<>();
        List<String> told = new ArrayList<>();
        people.forEach(person -> person.rows(entries, told));
        Rows.run("insert into hour_entry (municipality, participant, id, kind, day, minutes, state, version, logged_at) values "
                + String.join(", ", entries));
        Rows.run("insert into hour_told (municipality, participant, id, entry, judgement, kind, minutes, content, since, settled_at,"
                + " taken) values " + String.join(", ", told));
    }

    /** The message and its acceptance. */
    private List<String> underWay(UUID entry) {
        return QuarkusTransaction.requiringNew().call(() -> rows.createNativeQuery("select id || ' ' || judgement from hour_told"
                        + " where taken is null and entry = :entry", String.class)
                .setParameter("entry", entry).getResultList());
    }

    /** Somebody whose hours are kept on paper, to be laid beside the database. */
    private static final class Person {

        final ParticipantKey key;
        final Paper paper = new Paper();
        final Instant asked;

        Person(int seed) {
            Random random = new Random(seed);
            key = new ParticipantKey("9901", "person " + seed);
            List<RandomHistory> histories = List.of(paper.begin(random, Fiyori.NOW), paper.begin(random, Fiyori.NOW));
            histories.forEach(history -> history.happen(STEPS, paper));
            asked = random.nextInt(10) == 0 ? null : Fiyori.NOW.plusSeconds(random.nextInt(400_000));
        }

        void rows(List<String> entries, List<String> told) {
            String whose = "('" + key.municipality() + "', '" + key.participant() + "', '";
            paper.entries().forEach(entry -> entries.add(whose + entry.id() + "', '" + entry.written().kind() + "', '"
                    + entry.written().day() + "', " + entry.written().minutes() + ", '" + entry.state() + "', " + entry.version()
                    + ", now())"));
            paper.told().forEach(one -> told.add(whose + one.telling().id() + "', '" + one.entry() + "', '"
                    + one.telling().judgement() + "', '" + one.kind() + "', " + one.minutes() + ", '{}', '" + one.since() + "', "
                    + (one.settled() == null ? "null" : "'" + one.settled() + "'") + ", " + one.telling().taken() + ")"));
        }
    }

    /** What the municipality did not take off, and was not told again. */
    private static List<String> kept(UUID entry) {
        return Rows.of("select id from hour_told kept where entry = '" + entry + "' and not taken and minutes = 0 and not exists"
                + " (select from hour_told later where later.entry = kept.entry and later.position > kept.position)");
    }

    /** Somebody whose hours are kept in the database; some of what they do comes twice at the same moment. */
    private final class Lived implements RandomHistory.Book {

        final ParticipantKey key;
        private final Random random;
        private final List<RandomHistory> histories = new ArrayList<>();

        Lived(ParticipantKey key, Random random) {
            this.key = key;
            this.random = random;
        }

        RandomHistory begin(Random chance) {
            RandomHistory history = new RandomHistory(chance, Fiyori.NOW);
            histories.add(history);
            return history;
        }

        @Override
        public Entry log(UUID entry, Act act) {
            CompletableFuture<Logged> twin = random.nextInt(4) != 0 ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.supplyAsync(() -> Scope.portal(() -> book.log(key, entry, act)));
            Entry logged = book.log(key, entry, act).entry().orElse(Entry.blank(entry));
            twin.join();
            return logged;
        }

        @Override
        public void afterRefusal(UUID entry, boolean settled) {
            for (String seen : kept(entry)) {
                if (settled) {
                    book.settle(key, entry, UUID.fromString(seen), "M-1001", "Yusuf Demir");
                } else {
                    book.tellAgain(key, entry, UUID.fromString(seen));
                }
            }
        }

        @Override
        public void settle(UUID entry, boolean taken, Random chance) {
            TestClock.advance(Duration.ofSeconds(chance.nextInt(20)));
            for (String row : underWay(entry)) {
                String[] told = row.split(" ");
                Refusal refusal = taken ? null : new Refusal("urn:opkoers:probleem:x", List.of());
                QuarkusTransaction.requiringNew().run(() -> delivered.fire(new Delivered(key.municipality(), key.participant(),
                        UUID.fromString(told[0]), Outgoing.Kind.HOURS, entry.toString(), taken ? "given" : null, refusal)));
                if (!taken) {
                    Act returned = new Act.Returned(UUID.fromString(told[0]), Fiyori.NOW, UUID.fromString(told[1]), refusal);
                    histories.stream().filter(history -> history.id().equals(entry))
                            .forEach(history -> history.happened(returned, book.find(key, entry).orElseThrow()));
                }
            }
        }
    }
}
