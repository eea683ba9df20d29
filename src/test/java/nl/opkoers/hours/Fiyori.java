package nl.opkoers.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Hours of Fiyori, who helps in a community kitchen, and of the coach who judges them. */
final class Fiyori {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private Fiyori() {
    }

    static Written cooked(int minutes) {
        return new Written(Kind.PARTICIPATION, Activity.VOLUNTEERING, DAY, null, minutes, SpokeDutch.ALITTLE, null,
                "Buurthuis De Sluis", "Els", null, null);
    }

    static Act.Sent sent(UUID entry, int minutes) {
        return new Act.Sent(entry, NOW, cooked(minutes));
    }

    static Act.Sent corrected(int minutes) {
        return new Act.Sent(UUID.randomUUID(), NOW, cooked(minutes));
    }

    static Act.Accepted accepted(int seen) {
        return new Act.Accepted(UUID.randomUUID(), NOW, "M-1001", "Yusuf Demir", seen);
    }

    static Act.Refused refused(int seen) {
        return new Act.Refused(UUID.randomUUID(), NOW, "M-1001", "Yusuf Demir", seen, Reason.LESSON, null);
    }

    static Act.Asked asked(int seen) {
        return new Act.Asked(UUID.randomUUID(), NOW, "M-1001", "Yusuf Demir", seen, Reason.PROOF, "Heb je een foto?");
    }

    static Act.Undone undone(Act judgement) {
        return new Act.Undone(UUID.randomUUID(), NOW, "M-1001", "Yusuf Demir", judgement.id());
    }

    static Act.Withdrawn withdrawn() {
        return new Act.Withdrawn(UUID.randomUUID(), NOW);
    }
}
