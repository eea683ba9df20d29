package nl.opkoers.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.scope.OneAtATime;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/** How people want to hear that something waits. An address counts from when its owner has shown that they read it. */
@ApplicationScoped
class Choices {

    /** Codes cost money, and could be sent to somebody else to annoy them. */
    static final int MOST_CODES_A_DAY = 5;

    /** For so long a code that is asked for again is the same one: mail and phone need a moment to show it. */
    private static final Duration SAME_TAP_FOR = Duration.ofMinutes(1);

    private static final String TRY = """
            update notice_address set tries = tries + 1 where municipality = :municipality and participant = :participant
            and tries < :most and asked_at > :since""";

    /** What there is of somebody, and nothing of what there is not. */
    private static final String WHOLE = """
            select {choice.*}, {asked.*}, {last.*}
            from (values (cast(:municipality as text), cast(:participant as text))) who (municipality, participant)
            left join notice_choice choice using (municipality, participant)
            left join notice_address asked using (municipality, participant)
            left join lateral (
                select * from notice it where it.municipality = who.municipality and it.participant = who.participant
                    and it.kind = 'NUDGE' and it.state not in ('WAITING', 'SENDING')
                order by it.created_at desc limit 1) last on true""";

    /** What came of entering a code. */
    enum Entered {
        RIGHT, WRONG,
        /** There is no address to confirm: too late, or mistyped too often. */
        OVER
    }

    /**
     * How it stands with somebody's notices.
     *
     * @param choice how they want to hear that something waits; empty when they never said
     * @param asked  the address that waits for its code
     * @param last   the last nudge of which is known what became of it
     */
    record Whole(Optional<Choice> choice, Optional<AskedAddress> asked, Optional<NoticeRow> last) {
    }

    private final StatelessSession rows;
    private final WaitingRoom room;
    private final Seal seal;
    private final Municipalities municipalities;
    private final Clock clock;

    Choices(StatelessSession rows, WaitingRoom room, Seal seal, Municipalities municipalities, Clock clock) {
        this.rows = rows;
        this.room = room;
        this.seal = seal;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    Optional<Choice> of(ParticipantKey key) {
        return QuarkusTransaction.requiringNew().call(() -> Optional.ofNullable(rows.get(Choice.class, key)));
    }

    /** The address that waits for its code; empty when none does. */
    Optional<AskedAddress> asked(ParticipantKey key) {
        return QuarkusTransaction.requiringNew().call(() -> Optional.ofNullable(rows.get(AskedAddress.class, key)))
                .filter(asked -> asked.isOpen(clock.instant()));
    }

    /**
     * Sends a code to an address.
     *
     * @return whether it does: not to more addresses than anybody has, nor to one without end
     */
    boolean ask(ParticipantKey key, Channel channel, String address, Language language) {
        AskedAddress asked = new AskedAddress();
        asked.key = key;
        asked.id = UUID.randomUUID();
        asked.channel = channel;
        asked.address = seal.close(key, address);
        asked.language = language.tag();
        asked.askedAt = clock.instant();
        try {
            QuarkusTransaction.requiringNew().run(() -> ask(asked));
            return true;
        } catch (TooMany already) {
            return false;
        }
    }

    private void ask(AskedAddress asked) {
        onlyOneAtATime(asked.key);
        if (Optional.ofNullable(rows.get(AskedAddress.class, asked.key)).filter(before -> isSameTap(before, asked)).isPresent()) {
            return;
        }
        rows.upsert(asked);
        Instant since = asked.askedAt.minus(Duration.ofDays(1));
        long codes = rows.createSelectionQuery("select count(*) from NoticeRow where key.municipality = :municipality"
                        + " and key.participant = :participant and kind = CODE and createdAt > :since", Long.class)
                .setParameter("municipality", asked.key.municipality()).setParameter("participant", asked.key.participant())
                .setParameter("since", since).getSingleResult();
        if (codes >= MOST_CODES_A_DAY) {
            throw new TooMany();
        }
        rows.insert(NoticeRow.of(asked.key, asked.id, Kind.CODE, asked.channel, asked.address, asked.language, asked.askedAt));
    }

    /** Who asks twice at once is counted one after the other. */
    private void onlyOneAtATime(ParticipantKey key) {
        OneAtATime.in(rows, "notice " + key.municipality() + " " + key.participant());
    }

    /** A second code would make the first one wrong, which comes first. */
    private boolean isSameTap(AskedAddress before, AskedAddress asked) {
        return before.isOpen(asked.askedAt) && asked.askedAt.isBefore(before.askedAt.plus(SAME_TAP_FOR)) && before.channel == asked.channel
                && seal.open(before.key, before.address).equals(seal.open(asked.key, asked.address));
    }

    /** Takes the code that somebody read at the address. What is tried is counted before it is answered. */
    Entered enter(ParticipantKey key, String code) {
        return QuarkusTransaction.requiringNew().call(() -> {
            int tried = rows.createNativeMutationQuery(TRY)
                    .setParameter("municipality", key.municipality()).setParameter("participant", key.participant())
                    .setParameter("most", AskedAddress.MOST_TRIES)
                    .setParameter("since", clock.instant().minus(AskedAddress.HOLDS)).executeUpdate();
            AskedAddress asked = rows.get(AskedAddress.class, key);
            if (tried == 0) {
                return asked == null && isJustChosen(key) ? Entered.RIGHT : Entered.OVER;
            }
            if (!seal.isCode(asked.id, code)) {
                return Entered.WRONG;
            }
            rows.delete(asked);
            choose(key, asked.channel, asked.address, Language.ofTag(asked.language).orElse(Language.NL));
            return Entered.RIGHT;
        });
    }

    /** Whether the code was right a moment ago: two taps are one. */
    private boolean isJustChosen(ParticipantKey key) {
        return Optional.ofNullable(rows.get(Choice.class, key)).filter(choice -> choice.channel != null
                && choice.chosenAt.isAfter(clock.instant().minus(AskedAddress.HOLDS))).isPresent();
    }

    /** Wakes this browser from now on: that it could be asked for its address shows whose it is. */
    void push(ParticipantKey key, String address, Language language) {
        QuarkusTransaction.requiringNew().run(() -> choose(key, Channel.PUSH, seal.close(key, address), language));
    }

    private void choose(ParticipantKey key, Channel channel, byte[] address, Language language) {
        Instant now = clock.instant();
        Optional<Choice> before = hold(key);
        boolean stays = before.filter(kept -> kept.channel != null && !isLeft(kept, channel, address)).isPresent();
        before.filter(left -> isLeft(left, channel, address)).ifPresent(left -> {
            announce(left, Kind.CHANGED, now);
            left.addressChangedAt = now;
        });
        Choice choice = before.orElseGet(() -> empty(key, language));
        choice.channel = channel;
        choice.address = address;
        // A link in what came to this address before stops what comes there now.
        choice.stop = stays ? choice.stop : UUID.randomUUID();
        choice.chosenAt = now;
        choice.stoppedAt = null;
        rows.upsert(choice);
    }

    /** Whether this is another address than the one before; who stopped first and then chose one left theirs too. */
    private boolean isLeft(Choice before, Channel channel, byte[] address) {
        return before.channel == null ? before.stoppedAt != null
                : before.channel != channel || !seal.open(before.key, before.address).equals(seal.open(before.key, address));
    }

    /** Somebody who has the phone for a moment must not lead notices away unnoticed. A browser would show no words of it. */
    private void announce(Choice left, Kind what, Instant now) {
        if (left.channel != null && left.channel != Channel.PUSH) {
            rows.insert(NoticeRow.of(left.key, UUID.randomUUID(), what, left.channel, left.address, left.language, now));
        }
    }

    /** Keeps in which language, and when not. */
    void save(ParticipantKey key, Language language, QuietHours quiet) {
        QuarkusTransaction.requiringNew().run(() -> {
            Choice choice = hold(key).orElseGet(() -> empty(key, language));
            choice.language = language.tag();
            choice.quietFrom = quiet.from();
            choice.quietUntil = quiet.until();
            rows.upsert(choice);
        });
    }

    /** Held until the end of the transaction: whoever stops meanwhile does so after it, and is not undone. */
    private Optional<Choice> hold(ParticipantKey key) {
        return Optional.ofNullable(rows.get(Choice.class, key, LockMode.PESSIMISTIC_WRITE));
    }

    private Choice empty(ParticipantKey key, Language language) {
        Choice choice = new Choice();
        choice.key = key;
        choice.language = language.tag();
        choice.quietFrom = QuietHours.AT_NIGHT.from();
        choice.quietUntil = QuietHours.AT_NIGHT.until();
        choice.stop = UUID.randomUUID();
        choice.chosenAt = clock.instant();
        return choice;
    }

    /**
     * Sends nothing any more, and forgets the address. Doing it twice is the same as once. The address hears of it: otherwise
     * whoever has the phone for a moment would stop first, and then lead notices away unnoticed.
     */
    void stop(ParticipantKey key) {
        QuarkusTransaction.requiringNew().run(() -> {
            hold(key).ifPresent(left -> announce(left, Kind.STOPPED, clock.instant()));
            end(key);
        });
    }

    /** As {@link #stop}, by who reads what comes at the address and so need not be told. */
    void stopByLink(ParticipantKey key) {
        QuarkusTransaction.requiringNew().run(() -> end(key));
    }

    private void end(ParticipantKey key) {
        rows.createMutationQuery("update NoticeChoice set channel = null, address = null, stoppedAt = :now"
                        + " where key = :key and channel is not null")
                .setParameter("now", clock.instant()).setParameter("key", key).executeUpdate();
        rows.createMutationQuery("delete from AskedAddress where key = :key").setParameter("key", key).executeUpdate();
        room.forget(key);
    }

    /** Whose choice a link to stop ends; empty when their notices go elsewhere by now, or nowhere. */
    Optional<ParticipantKey> byStop(UUID stop) {
        return QuarkusTransaction.requiringNew().call(() -> rows
                .createSelectionQuery("from NoticeChoice where key.municipality = :municipality and stop = :stop"
                        + " and channel is not null", Choice.class)
                .setParameter("municipality", municipalities.code()).setParameter("stop", stop).uniqueResultOptional()).map(choice -> choice.key);
    }

    /** How it stands with somebody's notices. One query. */
    Whole whole(ParticipantKey key) {
        return QuarkusTransaction.requiringNew().call(() -> rows.createNativeQuery(WHOLE, Object[].class)
                .addEntity("choice", Choice.class).addEntity("asked", AskedAddress.class).addEntity("last", NoticeRow.class)
                .setParameter("municipality", key.municipality()).setParameter("participant", key.participant())
                .setTupleTransformer((found, names) -> whole(found)).getSingleResult());
    }

    private Whole whole(Object[] found) {
        return new Whole(Optional.ofNullable((Choice) found[0]),
                Optional.ofNullable((AskedAddress) found[1]).filter(asked -> asked.isOpen(clock.instant())),
                Optional.ofNullable((NoticeRow) found[2]));
    }

    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
