package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.contact.Spoken.Outcome;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said is there once, for who may read it. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class ConversationsTest {

    private static final ParticipantKey FIYORI = new ParticipantKey("9901", "fiyori");
    private static final ParticipantKey MUSTAFA = new ParticipantKey("9901", "mustafa");

    private static final Conversation.Contact MARLOES = new Conversation.Contact("M-1001", "Marloes Hendriks");
    private static final Conversation.Contact FEMKE = new Conversation.Contact("M-1005", "Femke Noordhof");

    @Inject
    Conversations conversations;

    @AfterEach
    void nothingIsLeft() {
        Stream.of("conversation", "conversation_turn", "conversation_reader", "outbox").forEach(Rows::clear);
    }

    @Test
    void aQuestionAndItsAnswerAreReadBack() {
        UUID id = ask(FIYORI, Topic.LETTER);
        Conversation asked = conversations.find(FIYORI, id).orElseThrow();
        assertEquals(Said.about(Topic.LETTER, id), asked.opening());
        assertTrue(asked.standing().isWaiting());

        assertEquals(Outcome.DONE, conversations.answer(FIYORI, id, Said.marloes("Dat is reclame."), 1).outcome());

        assertEquals(List.of(1, 2), conversations.turns(FIYORI, id, Integer.MAX_VALUE, 50).stream().map(Numbered::position).toList());
        assertFalse(conversations.find(FIYORI, id).orElseThrow().standing().isWaiting());
        assertEquals(List.of(2), conversations.turnsAfter(FIYORI, id, 1, 50).stream().map(Numbered::position).toList());
    }

    /** While this version comes up, and when it is taken back. */
    @ParameterizedTest
    @EnumSource(Topic.class)
    void aTopicThatOlderVersionsDoNotKnowIsSomethingElseToThem(Topic topic) {
        UUID id = ask(FIYORI, topic);

        assertEquals(topic, conversations.find(FIYORI, id).orElseThrow().opening().topic());
        boolean newer = Set.of("LESSON", "PLAN").contains(topic.name());
        assertEquals(List.of(newer ? "OTHER " + topic : topic.name()),
                Rows.of("select concat_ws(' ', opening ->> 'topic', opening ->> 'nearer') from conversation"));
    }

    @Test
    void aTopicThatThisVersionDoesNotKnowIsSomethingElse() {
        UUID id = ask(FIYORI, Topic.PLAN);
        Rows.run("update conversation set opening = jsonb_set(opening, '{nearer}', '\"LATER\"')");

        assertEquals(Topic.OTHER, conversations.find(FIYORI, id).orElseThrow().opening().topic());
    }

    @Test
    void eightTapsAtOnceAreOneTurn() {
        UUID id = ask(FIYORI, Topic.LETTER);
        Turn more = Said.asking("Nog iets");
        List<Outcome> outcomes = Stream.generate(() -> CompletableFuture.supplyAsync(() -> Scope.portal(() -> conversations.take(FIYORI, id, more).outcome())))
                .limit(8).toList().stream().map(CompletableFuture::join).toList();

        assertEquals(1, outcomes.stream().filter(Outcome.DONE::equals).count());
        assertEquals(7, outcomes.stream().filter(Outcome.AGAIN::equals).count());
        assertEquals(2, conversations.turns(FIYORI, id, Integer.MAX_VALUE, 50).size());
    }

    @Test
    void ofTwoCoachesAtOnceTheSecondSeesTheAnswerOfTheFirst() {
        UUID id = ask(FIYORI, Topic.LETTER);
        List<Outcome> outcomes = Stream.of(Said.marloes("Reclame."), Said.joost("Weggooien."))
                .map(answer -> CompletableFuture.supplyAsync(() -> Scope.portal(() -> conversations.answer(FIYORI, id, answer, 1).outcome())))
                .toList().stream().map(CompletableFuture::join).sorted().toList();

        assertEquals(List.of(Outcome.DONE, Outcome.OVERTAKEN), outcomes);
    }

    @Test
    void nobodyAnswersOrClosesOverWhatTheyHaveNotRead() {
        UUID id = ask(FIYORI, Topic.LETTER);
        conversations.take(FIYORI, id, Said.asking("En deze dan?"));

        assertEquals(Outcome.OVERTAKEN, conversations.answer(FIYORI, id, Said.closed(), 1).outcome());
        assertEquals(Outcome.OVERTAKEN, conversations.answer(FIYORI, id, Said.marloes("Dat is reclame."), 1).outcome());
        assertTrue(conversations.find(FIYORI, id).orElseThrow().standing().isWaiting());
        assertEquals(Outcome.DONE, conversations.answer(FIYORI, id, Said.closed(), 2).outcome());
    }

    @Test
    void nobodyReachesAConversationOfSomebodyElse() {
        UUID id = ask(FIYORI, Topic.LETTER);

        assertTrue(conversations.find(MUSTAFA, id).isEmpty());
        assertEquals(Outcome.ABSENT, conversations.take(MUSTAFA, id, Said.asking("?")).outcome());
        assertEquals(List.of(), conversations.turns(MUSTAFA, id, Integer.MAX_VALUE, 50));
        assertEquals(List.of(), conversations.latest(MUSTAFA, 10));
    }

    @Test
    void whatWaitsIsInTheOrderOfWhatWasPromised() {
        UUID first = ask(FIYORI, Topic.LETTER);
        UUID second = ask(MUSTAFA, Topic.WORK);
        UUID answered = ask(MUSTAFA, Topic.HOUSING);
        conversations.answer(MUSTAFA, answered, Said.marloes("Ja."), 1);

        assertEquals(Set.of(first, second), waiting(List.of("fiyori", "mustafa"), "M-1001"));
        assertEquals(Set.of(second), waiting(List.of("mustafa"), "M-1001"));
        assertEquals(Set.of(), waiting(List.of(), "M-1001"));
    }

    @Test
    void whatIsHandedOverIsSeenByTheColleagueAloneUntilItsDayHasPassed() {
        UUID id = ask(FIYORI, Topic.LETTER);
        conversations.answer(FIYORI, id, Said.toJoost(), 1);
        Rows.run("update conversation set answer_before = current_date + 2");

        assertEquals(Set.of(id), waiting(List.of(), "M-1002"));
        assertEquals(Set.of(), waiting(List.of("fiyori"), "M-1001"));

        Rows.run("update conversation set answer_before = current_date - 2");
        assertEquals(Set.of(id), waiting(List.of("fiyori"), "M-1001"));
    }

    @Test
    void aNewContactIsAnnouncedOnceAndTakesTheOpenQuestionsAlong() {
        UUID id = ask(FIYORI, Topic.LETTER);
        conversations.contactIs(FIYORI, MARLOES, null);
        assertEquals(1, conversations.turns(FIYORI, id, Integer.MAX_VALUE, 50).size());

        conversations.contactIs(FIYORI, FEMKE, Said.FRIDAY.plusDays(7));
        conversations.contactIs(FIYORI, FEMKE, Said.FRIDAY.plusDays(7));

        List<Numbered> turns = conversations.turns(FIYORI, id, Integer.MAX_VALUE, 50);
        assertEquals(2, turns.size());
        Turn.TakenOver over = (Turn.TakenOver) turns.get(1).turn();
        assertEquals(List.of("Marloes Hendriks", "Femke Noordhof"), List.of(over.fromName(), over.toName()));
        assertEquals(Said.FRIDAY, conversations.find(FIYORI, id).orElseThrow().standing().answerBefore());
    }

    @Test
    void whatWasSentOnToAColleagueStaysWithThemWhoeverIsTheContact() {
        UUID id = ask(FIYORI, Topic.FEELING);
        conversations.contactIs(FIYORI, MARLOES, null);
        conversations.answer(FIYORI, id, Said.toJoost(), 1);

        conversations.contactIs(FIYORI, FEMKE, Said.FRIDAY.plusDays(7));

        assertEquals("M-1002", conversations.find(FIYORI, id).orElseThrow().standing().assignedTo());
        assertEquals(2, conversations.turns(FIYORI, id, Integer.MAX_VALUE, 50).size());
    }

    @Test
    void seenNeverGoesBack() {
        UUID id = ask(FIYORI, Topic.LETTER);
        IntStream.of(2, 1).forEach(position -> conversations.seen(FIYORI, id, "M-1001", "Marloes Hendriks", position));

        assertEquals(List.of(2), conversations.readers(FIYORI, id).stream().map(Reader::position).toList());
    }

    private UUID ask(ParticipantKey key, Topic topic) {
        UUID id = UUID.randomUUID();
        assertEquals(Outcome.DONE, conversations.begin(key, Said.about(topic, id), Said.asking("Wat staat hier?"), MARLOES).outcome());
        return id;
    }

    private Set<UUID> waiting(List<String> participants, String employee) {
        return Set.copyOf(conversations.waiting("9901", participants, List.of(employee)).stream().map(each -> each.opening().id()).toList());
    }
}
