package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.opkoers.municipality.Refusal;

/**
 * What may happen to an entry, at random: what its owner and two coaches do, which of it arrives twice, late or in another order,
 * and what the municipality makes of it. At every step the entry is held beside {@link Model}.
 */
final class RandomHistory {

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int LONGEST_STEP_SECONDS = 40_000;

    /** Where acts go, and what comes of them. */
    interface Book {

        /** @return how the entry stands after it */
        Entry log(UUID entry, Act act);

        /** Lets the municipality decide about what is under way, if something is. */
        void settle(UUID entry, boolean taken, Random random);

        /**
         * What a coach does when the municipality goes on counting what no longer counts; nothing when it does not.
         *
         * @param settled whether they settle it with the municipality, and do not tell it once more
         */
        void afterRefusal(UUID entry, boolean settled);
    }

    private final UUID id = UUID.randomUUID();
    private final Random random;
    private final Model model = new Model(id);
    private final List<Act> all = new ArrayList<>();
    private final List<Act> late = new ArrayList<>();
    private final List<UUID> judgements = new ArrayList<>(List.of(UUID.randomUUID()));
    private Instant now;

    RandomHistory(Random random, Instant start) {
        this.random = random;
        this.now = start;
    }

    UUID id() {
        return id;
    }

    Model model() {
        return model;
    }

    Instant now() {
        return now;
    }

    /** Lets this much happen. */
    void happen(int steps, Book book) {
        for (int step = 0; step < steps; step++) {
            now = now.plusSeconds(random.nextInt(LONGEST_STEP_SECONDS));
            switch (random.nextInt(10)) {
                case 0 -> again(book);
                case 1 -> late.add(next());
                case 2, 3 -> settle(book);
                case 4 -> book.afterRefusal(id, random.nextInt(3) == 0);
                default -> deliver(next(), book);
            }
            if (!late.isEmpty() && random.nextInt(3) == 0) {
                deliver(late.remove(random.nextInt(late.size())), book);
            }
        }
    }

    private void settle(Book book) {
        book.settle(id, random.nextInt(4) != 0, random);
    }

    /** What the municipality did not take. */
    void returned(UUID judgement, Book book) {
        deliver(new Act.Returned(UUID.randomUUID(), now, judgement, new Refusal("urn:opkoers:probleem:x", List.of())), book);
    }

    private void again(Book book) {
        if (!all.isEmpty()) {
            deliver(all.get(random.nextInt(all.size())), book);
        }
    }

    private void deliver(Act act, Book book) {
        all.add(act);
        if (act instanceof Act.Judgement judgement) {
            judgements.add(judgement.id());
        }
        happened(act, book.log(id, act));
    }

    /** Holds an entry after an act beside what it should be. */
    void happened(Act act, Entry entry) {
        model.deliver(act);
        assertEquals(model.state(), entry.state(), () -> "after " + all);
        assertEquals(model.written(), entry.written());
        assertEquals(model.version(), entry.version());
    }

    private Act next() {
        UUID act = UUID.randomUUID();
        int seen = random.nextInt(5) == 0 ? random.nextInt(5) : model.version();
        UUID judgement = judgements.get(Math.max(0, judgements.size() - 1 - random.nextInt(2)));
        return switch (random.nextInt(12)) {
            case 0 -> new Act.Saved(act, now, written());
            case 1, 2 -> new Act.Sent(id, now, written());
            case 3, 4 -> new Act.Sent(act, now, written());
            case 5, 6, 7 -> new Act.Accepted(act, now, "M-1001", "Yusuf Demir", seen);
            case 8 -> new Act.Refused(act, now, "M-1002", "Sanne de Vries", seen, Reason.LESSON, null);
            case 9 -> new Act.Asked(act, now, "M-1002", "Sanne de Vries", seen, Reason.PROOF, null);
            case 10 -> new Act.Undone(act, now.minus(Duration.ofHours(random.nextInt(5))), "M-1001", "Yusuf Demir", judgement);
            default -> random.nextInt(3) == 0 ? new Act.Withdrawn(act, now) : new Act.Sent(act, now, written());
        };
    }

    private Written written() {
        return new Written(KINDS.get(random.nextInt(KINDS.size())), Activity.CARE, Fiyori.DAY.minusDays(random.nextInt(90)), null,
                Written.STEP * (1 + random.nextInt(96)), null, null, null, null, null, null);
    }
}
