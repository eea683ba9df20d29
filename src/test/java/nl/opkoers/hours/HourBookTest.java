package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.hours.Logged.Outcome;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of everybody's hours, once and for them alone. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class HourBookTest {

    private static final ParticipantKey FIYORI = new ParticipantKey("9901", "fiyori");
    private static final ParticipantKey MUSTAFA = new ParticipantKey("9901", "mustafa");
    private static final ParticipantKey ANOTHER_FIYORI = new ParticipantKey("9902", "fiyori");

    @Inject
    HourBook book;

    @AfterEach
    void nothingIsLeft() {
        Stream.of("hour_entry", "hour_act", "hour_told", "outbox", "notice", "notice_event", "notice_choice").forEach(Rows::clear);
    }

    @Test
    void whatIsSentWaitsUntilACoachAcceptsIt() {
        UUID entry = UUID.randomUUID();
        assertEquals(Outcome.DONE, book.log(FIYORI, entry, Fiyori.sent(entry, 90)).outcome());
        assertEquals(new Totals.Sum(0, 90, 0, 0, 0, 0, 0), book.totals(FIYORI, null).of(Kind.PARTICIPATION));

        Entry accepted = book.log(FIYORI, entry, Fiyori.accepted(1)).entry().orElseThrow();

        assertEquals(State.ACCEPTED, accepted.state());
        assertEquals(List.of(accepted), book.of(FIYORI, Fiyori.DAY, Fiyori.DAY.plusDays(1)));
        assertEquals(accepted, book.find(FIYORI, entry).orElseThrow());
        assertEquals(new Totals.Sum(90, 0, 0, 0, 0, 90, 0), book.totals(FIYORI, null).of(Kind.PARTICIPATION));
        assertEquals(Totals.Sum.NONE, book.totals(FIYORI, null).of(Kind.VOLUNTARY));
    }

    @Test
    void aQuestionOrARefusalIsWorthANoticeAndAnAcceptanceIsNot() {
        Rows.run("insert into notice_choice (municipality, participant, channel, address, language, quiet_from, quiet_until,"
                + " stop, chosen_at) values ('9901', 'fiyori', 'SMS', '\\x00', 'ti', '21:00', '08:00', gen_random_uuid(), now())");
        UUID accepted = UUID.randomUUID();
        book.log(FIYORI, accepted, Fiyori.sent(accepted, 60));
        book.log(FIYORI, accepted, Fiyori.accepted(1));
        assertEquals(List.of(), Rows.of("select event from notice_event"));

        UUID refused = UUID.randomUUID();
        book.log(FIYORI, refused, Fiyori.sent(refused, 60));
        Act refusal = Fiyori.refused(1);
        book.log(FIYORI, refused, refusal);
        book.log(FIYORI, refused, refusal);
        assertEquals(List.of(refusal.id().toString()), Rows.of("select event from notice_event"));
    }

    @Test
    void twoTapsTwoTabsAndALostAnswerAreOneEntry() {
        UUID entry = UUID.randomUUID();
        Act sent = Fiyori.sent(entry, 60);
        List<Outcome> outcomes = Stream.generate(() -> CompletableFuture.supplyAsync(() -> Scope.portal(() -> book.log(FIYORI, entry, sent).outcome())))
                .limit(8).toList().stream().map(CompletableFuture::join).toList();

        assertEquals(1, outcomes.stream().filter(Outcome.DONE::equals).count());
        assertEquals(7, outcomes.stream().filter(Outcome.AGAIN::equals).count());
        assertEquals(60, book.totals(FIYORI, null).of(Kind.PARTICIPATION).waiting());
    }

    @Test
    void ofTwoCoachesAtOnceTheSecondIsTold() {
        UUID entry = UUID.randomUUID();
        book.log(FIYORI, entry, Fiyori.sent(entry, 60));
        List<Outcome> outcomes = Stream.of(Fiyori.accepted(1), Fiyori.refused(1))
                .map(act -> CompletableFuture.supplyAsync(() -> Scope.portal(() -> book.log(FIYORI, entry, act).outcome())))
                .toList().stream().map(CompletableFuture::join).sorted().toList();

        assertEquals(List.of(Outcome.DONE, Outcome.UNFIT), outcomes);
    }

    @Test
    void nobodyReachesAnEntryOfSomebodyElse() {
        UUID entry = UUID.randomUUID();
        book.log(FIYORI, entry, Fiyori.sent(entry, 60));
        for (ParticipantKey other : List.of(MUSTAFA, ANOTHER_FIYORI)) {
            assertTrue(book.find(other, entry).isEmpty());
            assertEquals(Logged.without(Outcome.ABSENT), book.log(other, entry, Fiyori.withdrawn()));
            assertEquals(List.of(), book.of(other, Fiyori.DAY, Fiyori.DAY.plusDays(1)));
            assertEquals(Outcome.DONE, book.log(other, entry, Fiyori.sent(entry, 15)).outcome(), "that is an entry of their own");
        }
        assertEquals(60, book.totals(FIYORI, null).of(Kind.PARTICIPATION).waiting());
    }

    @Test
    void theQueueHoldsWhatWaitsOfThesePeopleTheOldestFirst() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID judged = UUID.randomUUID();
        book.log(MUSTAFA, second, new Act.Sent(second, Fiyori.NOW.plusSeconds(60), Fiyori.cooked(30)));
        book.log(FIYORI, first, Fiyori.sent(first, 45));
        book.log(FIYORI, judged, Fiyori.sent(judged, 45));
        book.log(FIYORI, judged, Fiyori.accepted(1));
        book.log(ANOTHER_FIYORI, first, Fiyori.sent(first, 45));

        List<Waiting> queue = book.waiting("9901", List.of("fiyori", "mustafa", "nobody"));

        assertEquals(List.of("fiyori", "mustafa"), queue.stream().map(Waiting::participant).toList());
        assertEquals(List.of(first, second), queue.stream().map(waiting -> waiting.entry().id()).toList());
        assertEquals(1, book.waiting("9901", List.of("mustafa")).size());
        assertEquals(List.of(), book.waiting("9901", List.of()));
    }

    @Test
    void thereIsALimitToWhatSomebodyBeginsInADay() {
        IntStream.range(0, HourBook.MOST_A_DAY).forEach(number -> {
            UUID entry = UUID.randomUUID();
            assertTrue(book.log(FIYORI, entry, Fiyori.sent(entry, 15)).isThere());
        });
        UUID oneMore = UUID.randomUUID();

        assertEquals(Logged.without(Outcome.MANYTODAY), book.log(FIYORI, oneMore, Fiyori.sent(oneMore, 15)));
        assertFalse(book.find(FIYORI, oneMore).isPresent());
        assertTrue(book.log(MUSTAFA, oneMore, Fiyori.sent(oneMore, 15)).isThere());
    }
}
