package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.dossier.Waiting;
import nl.opkoers.identity.ParticipantKey;
import org.junit.jupiter.api.Test;

/** A question that somebody asked here comes back in what the municipality tells: then it is shown once. */
class MyConversationTest {

    private static final LocalDate ASKED = LocalDate.parse("2026-11-21");

    @Test
    void theQuestionThatTheMunicipalityWasToldOfIsKnownByItsSubjectAndDay() {
        assertTrue(about(Topic.HOUSING).isToldAs(told("Wonen", ASKED)));
        assertTrue(about(Topic.FEELING).isToldAs(told("Hulpvraag", ASKED)));
        assertFalse(about(Topic.HOUSING).isToldAs(told("Wonen", ASKED.minusDays(1))));
        assertFalse(about(Topic.HOUSING).isToldAs(told("Nieuwe datum voor de PVT", ASKED)));
        assertFalse(about(Topic.HOUSING).isToldAs(told("Wonen", null)));
    }

    @Test
    void whatWasSomethingElseMayHaveBeenGivenANameThere() {
        assertTrue(about(Topic.OTHER).isToldAs(told("Nieuwe datum voor de PVT", ASKED)));
        assertFalse(about(Topic.OTHER).isToldAs(told("Nieuwe datum voor de PVT", ASKED.plusDays(1))));
    }

    @Test
    void whatIsPrivateIsToldWithoutItsSubjectAndWasToldWithItBefore() {
        assertTrue(about(Topic.HOUSING, true).isToldAs(told("Hulpvraag", ASKED)));
        assertTrue(about(Topic.HOUSING, true).isToldAs(told("Wonen", ASKED)));
        assertFalse(about(Topic.HOUSING, true).isToldAs(told("Werk", ASKED)));
        assertFalse(about(Topic.HOUSING).isToldAs(told("Hulpvraag", ASKED)));
    }

    @Test
    void ofTwoQuestionsOfThatDayTheOneThatWasNotAskedHereStays() {
        Waiting other = told("Nieuwe datum voor de PVT", ASKED);
        assertEquals(List.of(other), MyConversations.besides(new ArrayList<>(List.of(about(Topic.OTHER))), List.of(told("Wonen", ASKED), other)));
    }

    @Test
    void whatTheMunicipalityBeganItIsNotToldOf() {
        Opening opening = new Opening(UUID.randomUUID(), Instant.parse("2026-11-20T23:30:00Z"), Topic.OTHER, "nl",
                new Opening.Begun("M-1001", "Marloes Hendriks", "Klantmanager"));
        MyConversation begun = MyConversation.of(new Conversation(new ParticipantKey("9901", "selam"), opening, Standing.begin(), null, null),
                false, ASKED);

        assertFalse(begun.isToldAs(told("Iets anders", ASKED)));
    }

    private static Waiting told(String about, LocalDate since) {
        return new Waiting(Waiting.Kind.ANSWER, null, since, Optional.empty(), about, null);
    }

    /** Asked half an hour after midnight in the Netherlands, when it is the day before in UTC. */
    private static MyConversation about(Topic topic) {
        return about(topic, false);
    }

    private static MyConversation about(Topic topic, boolean confidential) {
        Opening opening = new Opening(UUID.randomUUID(), Instant.parse("2026-11-20T23:30:00Z"), topic, false, confidential, "nl", false,
                null, null, null, null);
        return MyConversation.of(new Conversation(new ParticipantKey("9901", "selam"), opening, Standing.begin(), null, null), false, ASKED);
    }
}
