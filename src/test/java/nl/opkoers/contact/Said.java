package nl.opkoers.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What people of the scenarios say, at fixed times. */
final class Said {

    static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    static final Instant TUESDAY = Instant.parse("2026-11-17T09:00:00Z");
    static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");

    private Said() {
    }

    static Opening about(Topic topic, UUID id) {
        return new Opening(id, MONDAY, topic, false, topic.isSensitive(), "ti", true, null, Opening.Gender.WOMAN, null, null);
    }

    static Turn.Said asking(String text) {
        return new Turn.Said(UUID.randomUUID(), MONDAY, "ti", text, List.of(), FRIDAY);
    }

    static Turn.Answered marloes(String text) {
        return new Turn.Answered(UUID.randomUUID(), TUESDAY, "M-1001", "Marloes Hendriks", "nl", text, null, List.of(), false, null);
    }

    static Turn.Answered joost(String text) {
        return new Turn.Answered(UUID.randomUUID(), TUESDAY, "M-1002", "Joost van Wijk", "nl", text, null, List.of(), false, null);
    }

    static Turn.HandedOver toJoost() {
        return new Turn.HandedOver(UUID.randomUUID(), TUESDAY, "M-1001", "Marloes Hendriks", "M-1002", "Joost van Wijk", "Wil een man spreken");
    }

    static Turn.Closed closed() {
        return new Turn.Closed(UUID.randomUUID(), TUESDAY, "M-1001", "Marloes Hendriks", Closing.ANSWERED, null);
    }
}
