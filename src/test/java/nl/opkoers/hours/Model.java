package nl.opkoers.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** How an entry should stand, kept step by step in another way than {@link Entry} does: to hold the two beside each other. */
final class Model {

    private final UUID id;
    private final Set<UUID> effective = new HashSet<>();
    private State state = State.CONCEPT;
    private Written written;
    private boolean sent;
    private UUID judgement;
    private Instant judgedAt;

    Model(UUID id) {
        this.id = id;
    }

    State state() {
        return state;
    }

    Written written() {
        return written;
    }

    int version() {
        return effective.size();
    }

    /** @return whether it takes effect */
    boolean deliver(Act act) {
        boolean takes = !effective.contains(act.id()) && takes(act);
        if (takes) {
            effective.add(act.id());
        }
        return takes;
    }

    private boolean takes(Act act) {
        if (act instanceof Act.Saved saved) {
            return state == State.CONCEPT && move(State.CONCEPT, saved.written());
        }
        if (act instanceof Act.Sent first && first.id().equals(id) && sent) {
            return false;
        }
        if (act instanceof Act.Sent any) {
            sent |= state != State.WITHDRAWN;
            return state != State.WITHDRAWN && move(State.WAITING, any.written());
        }
        if (act instanceof Act.Withdrawn) {
            return written != null && state != State.WITHDRAWN && move(State.WITHDRAWN, written);
        }
        if (act instanceof Act.Judgement decided) {
            return judge(decided);
        }
        if (act instanceof Act.Undone undone) {
            return undone.judgement().equals(judgement) && !undone.at().isAfter(judgedAt.plus(Duration.ofDays(1)))
                    && move(State.WAITING, written);
        }
        return ((Act.Returned) act).judgement().equals(judgement) && state == State.ACCEPTED && move(State.WAITING, written);
    }

    private boolean judge(Act.Judgement decided) {
        if (state != State.WAITING || decided.seen() != version()) {
            return false;
        }
        State next = decided instanceof Act.Accepted ? State.ACCEPTED
                : decided instanceof Act.Refused ? State.REFUSED : State.ASKED;
        move(next, written);
        judgement = decided.id();
        judgedAt = decided.at();
        return true;
    }

    private boolean move(State next, Written now) {
        state = next;
        written = now;
        judgement = null;
        return true;
    }
}
