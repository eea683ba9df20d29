package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.file.Documents;
import nl.opkoers.identity.ParticipantKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fiyori and Marloes read the same conversation, each from their own side. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class TurnsViewTest {

    private static final ParticipantKey FIYORI = new ParticipantKey("9901", "fiyori");
    private static final Viewer HERSELF = Viewer.person("/messages/1");
    private static final Viewer COACH = Viewer.staff("Fiyori", "/coach/conversations/fiyori/1");

    private final Conversations conversations;
    private final TurnsViews views;
    private final Documents documents;
    private final UUID id = UUID.randomUUID();

    TurnsViewTest(Conversations conversations, TurnsViews views, Documents documents) {
        this.conversations = conversations;
        this.views = views;
        this.documents = documents;
    }

    @AfterEach
    void nothingIsLeft() {
        Stream.of("conversation", "conversation_turn", "conversation_reader", "outbox", "document").forEach(Rows::clear);
    }

    @Test
    void whatIsMineForOneIsTheirsForTheOther() {
        begin(Said.asking("Wat staat hier?"));
        conversations.answer(FIYORI, id, Said.marloes("Dat is reclame."), 1);

        assertEquals(List.of(true, false), see(HERSELF).turns().stream().map(ShownTurn::mine).toList());
        assertEquals(List.of(false, true), see(COACH).turns().stream().map(ShownTurn::mine).toList());
        assertNull(see(HERSELF).turns().get(0).author());
        assertEquals(List.of("Fiyori", "Marloes Hendriks"), see(COACH).turns().stream().map(ShownTurn::author).toList());
    }

    @Test
    void whoSaidTheLastThingIsToldWhetherItWasSeen() {
        begin(Said.asking("Wat staat hier?"));
        assertTrue(see(HERSELF).unseen());
        assertFalse(see(COACH).unseen());

        conversations.seen(FIYORI, id, "M-1001", "Marloes Hendriks", 1);
        assertEquals(List.of("Marloes Hendriks"), see(HERSELF).seenBy());

        conversations.answer(FIYORI, id, Said.marloes("Dat is reclame."), 1);
        assertEquals(List.of(), see(HERSELF).seenBy());
        assertTrue(see(COACH).unseen());
        conversations.seen(FIYORI, id, "fiyori", null, 2);
        assertEquals(List.of("Fiyori"), see(COACH).seenBy());
    }

    @Test
    void simplerWordsAreAskedForOnce() {
        begin(Said.asking("Wat staat hier?"));
        Turn.Answered answer = Said.marloes("Een beschikking.");
        conversations.answer(FIYORI, id, answer, 1);
        assertTrue(see(HERSELF).turns().get(1).isExplainable());

        conversations.take(FIYORI, id, new Turn.NotUnderstood(UUID.randomUUID(), Said.TUESDAY, answer.id(), null));

        assertFalse(see(HERSELF).turns().get(1).isExplainable());
        assertEquals(ShownTurn.Step.Kind.UNCLEAR, see(COACH).turns().get(2).step().kind());
    }

    @Test
    void aPdfIsToldFromAPhotoAndTheStepsAreLines() throws IOException {
        UUID letter = UUID.randomUUID();
        UUID photo = UUID.randomUUID();
        documents.keep(FIYORI, letter, Files.writeString(Files.createTempFile("brief", ".pdf"), "%PDF-1.7 brief"));
        begin(new Turn.Said(UUID.randomUUID(), Said.MONDAY, "ti", null, List.of(letter, photo), Said.FRIDAY));
        conversations.answer(FIYORI, id, Said.toJoost(), 1);

        ShownTurn first = see(HERSELF).turns().get(0);
        assertEquals(List.of(true, false), first.words().files().stream().map(ShownTurn.Attached::document).toList());
        ShownTurn.Step over = see(HERSELF).turns().get(1).step();
        assertEquals(List.of("Marloes Hendriks", "Joost van Wijk", "Wil een man spreken"), List.of(over.by(), over.to(), over.note()));
    }

    private void begin(Turn.Said first) {
        conversations.begin(FIYORI, Said.about(Topic.LETTER, id), first, null);
    }

    private TurnsView see(Viewer viewer) {
        return views.of(conversations.find(FIYORI, id).orElseThrow(), conversations.turns(FIYORI, id, Integer.MAX_VALUE, 50), viewer,
                () -> conversations.readers(FIYORI, id));
    }
}
