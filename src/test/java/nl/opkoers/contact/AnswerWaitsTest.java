package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fiyori is told of what her coach writes, and not of what she writes herself. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class AnswerWaitsTest {

    private static final ParticipantKey FIYORI = new ParticipantKey("9901", "fiyori");

    @Inject
    Conversations conversations;

    @BeforeEach
    void fiyoriWantsNotices() {
        nothingIsLeft();
        Rows.run("insert into notice_choice (municipality, participant, channel, address, language, quiet_from, quiet_until,"
                + " stop, chosen_at) values ('9901', 'fiyori', 'SMS', '\\x00', 'ti', '21:00', '08:00', gen_random_uuid(), now())");
    }

    @AfterEach
    void nothingIsLeft() {
        Stream.of("conversation", "conversation_turn", "conversation_reader", "outbox", "notice", "notice_event", "notice_choice")
                .forEach(Rows::clear);
    }

    @Test
    void anAnswerOfTheCoachIsWorthANoticeAndHerOwnQuestionIsNot() {
        UUID id = UUID.randomUUID();
        conversations.begin(FIYORI, Said.about(Topic.LETTER, id), Said.asking("?"), null);
        conversations.take(FIYORI, id, new Turn.TakenOver(UUID.randomUUID(), Said.TUESDAY, "Marloes Hendriks", "Joost van Wijk"));
        assertEquals(List.of(), waiting());

        Turn.Answered answer = Said.marloes("Dat is reclame.");
        conversations.answer(FIYORI, id, answer, 2);
        conversations.answer(FIYORI, id, answer, 2);

        assertEquals(List.of(answer.id().toString()), waiting());
    }

    private static List<String> waiting() {
        return Rows.of("select event from notice_event join notice using (municipality, participant)");
    }
}
