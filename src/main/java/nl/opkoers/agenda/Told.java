package nl.opkoers.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.opkoers.municipality.Delivery;
import nl.opkoers.municipality.Outgoing;
import nl.opkoers.municipality.Refusal;
import nl.opkoers.municipality.Sent;
import nl.opkoers.municipality.contract.Agenda;

/**
 * What somebody last let know about an item, and how far that has come.
 *
 * @param what  {@code null} when the municipality heard something that is not recognised
 * @param older whether it was about the item as it was before it changed
 * @param at    when it was sent, or settled, or heard
 * @param sent  when it was sent from here; {@code null} when the municipality heard it in another way
 */
public record Told(Outgoing.Kind what, State state, boolean older, Instant at, Instant sent) {

    /** How far it has come. */
    public enum State {
        /** Kept here, and nothing more. */
        SAVED,
        /** Tried, and not answered yet. */
        UNDERWAY,
        /** The municipality has it. */
        ARRIVED,
        /** Not taken: the item had changed since. */
        CHANGED,
        /** Not taken: the item was cancelled. */
        CANCELLED,
        /** Not taken: the item had begun. */
        BEGUN,
        /** Not taken: of an official exam this is arranged with DUO. */
        ATDUO,
        /** Not taken for another reason. */
        NOTTAKEN;

        private static final Map<String, State> REFUSED = Map.of(
                Refusal.OUTDATED_VERSION, CHANGED, Refusal.CANCELLED, CANCELLED, Refusal.PAST, BEGUN);

        static State of(Delivery delivery) {
            if (delivery instanceof Delivery.Refused refused) {
                return Optional.ofNullable(refused.refusal().type()).map(REFUSED::get).orElse(NOTTAKEN);
            }
            if (delivery instanceof Delivery.Arrived) {
                return ARRIVED;
            }
            return delivery instanceof Delivery.Saved ? SAVED : UNDERWAY;
        }
    }

    /**
     * What was last let know about this item: by what was sent from here or, where the municipality heard something later
     * (by telephone, say), by that.
     *
     * @param sent what the person sent from here, the newest first
     */
    static Optional<Told> about(Agenda.Item item, List<Sent> sent) {
        Optional<Told> here = sent.stream().filter(each -> each.subject().equals(item.id())).findFirst()
                .map(each -> sent(each, item));
        Optional<Told> there = Optional.ofNullable(item.reply()).map(reply -> heard(reply, item));
        return here.filter(told -> there.isEmpty() || told.waiting() || !there.get().after(told)).or(() -> there);
    }

    /**
     * The keys of what somebody said not to come to, as it is now: it takes none of their time. An exam does, until DUO hears that they
     * do not come.
     *
     * @param sent as for {@link #about}
     */
    static Set<String> declined(Agenda agenda, List<Sent> sent) {
        return agenda.items().stream().filter(item -> item.begin() != null && item.kind() != Agenda.Kind.EXAM)
                .filter(item -> about(item, sent).filter(told -> told.says(Outgoing.Kind.DECLINE)).isPresent())
                .map(item -> new Entry.Arranged(item).key()).collect(Collectors.toUnmodifiableSet());
    }

    private static Told sent(Sent sent, Agenda.Item item) {
        return sent(sent, sent.version() != null && sent.version() < item.version());
    }

    /** @param older whether what it is about changed since; not, as far as is known, when that is in no agenda */
    static Told sent(Sent sent, boolean older) {
        return new Told(sent.kind(), State.of(sent.delivery()), older, settled(sent), sent.at());
    }

    private static Instant settled(Sent sent) {
        if (sent.delivery() instanceof Delivery.Arrived arrived) {
            return arrived.at();
        }
        return sent.delivery() instanceof Delivery.Refused refused ? refused.at() : sent.at();
    }

    private static Told heard(Agenda.Reply reply, Agenda.Item item) {
        Outgoing.Kind what = switch (reply.kind()) {
            case CONFIRMED -> Outgoing.Kind.CONFIRM;
            case DECLINED -> Outgoing.Kind.DECLINE;
            case MOVE_ASKED -> Outgoing.Kind.MOVE;
            case OTHER -> null;
        };
        return new Told(what, State.ARRIVED, reply.version() < item.version(), reply.receivedAt(), null);
    }

    /** What was let know, in words; {@code null} when that is not recognised. */
    public Said getSaid() {
        return what == null ? null : Said.of(what);
    }

    private boolean waiting() {
        return state == State.SAVED || state == State.UNDERWAY;
    }

    private boolean after(Told other) {
        return at != null && at.isAfter(other.at);
    }

    /** Whether the municipality took it or may still do so. */
    public boolean standing() {
        return waiting() || state == State.ARRIVED;
    }

    /** Whether this was let know already about the item as it is now. */
    boolean says(Outgoing.Kind kind) {
        return what == kind && standing() && !older;
    }
}
