package nl.opkoers.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.opkoers.municipality.Pauses;

/** Decides what goes out now, and what follows from what became of it. All within the transaction of the caller. */
@ApplicationScoped
class Sorting {

    /** No provider is waited for as long as this. */
    private static final Duration LOST_AFTER = Duration.ofMinutes(5);
    /** A provider that tells what became of something does not know at once. */
    private static final Duration ASK_AFTER = Duration.ofMinutes(1);

    private final NoticeQueue queue;
    private final Seal seal;
    private final Letters letters;
    private final NoticeSettings settings;
    private final Clock clock;
    private final Pauses pauses;

    Sorting(NoticeQueue queue, Seal seal, Letters letters, NoticeSettings settings, Clock clock) {
        this.queue = queue;
        this.seal = seal;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
        this.pauses = new Pauses(settings.longestPause(), new Random());
    }

    /** Something was looked at; what is to be sent, when that is now. */
    record Sorted(Optional<Parcel> parcel) {

        static final Sorted NOTHING_TO_SEND = new Sorted(Optional.empty());
    }

    /** Something to hand to its provider. */
    record Parcel(NoticeRow row, Letter letter, Instant tried) {
    }

    /** Looks at what is due longest; empty when nothing is due by these channels. */
    Optional<Sorted> next(Collection<Channel> channels) {
        return queue.due(NoticeRow.State.WAITING, channels, clock.instant())
                .map(row -> row.kind == Kind.NUDGE ? nudge(row) : toAddress(row));
    }

    private Sorted nudge(NoticeRow row) {
        Optional<Choice> wanted = queue.choice(row).filter(choice -> choice.channel != null);
        if (wanted.isEmpty()) {
            queue.drop(row);
            return Sorted.NOTHING_TO_SEND;
        }
        Choice choice = wanted.get();
        Instant now = clock.instant();
        Instant earliest = choice.sentAt == null ? now : choice.sentAt.plus(settings.leastBetween());
        Instant allowed = choice.quiet().after(earliest.isAfter(now) ? earliest : now);
        if (allowed.isAfter(now) || choice.channel != row.channel) {
            row.channel = choice.channel;
            row.dueAt = allowed;
            queue.save(row);
            return Sorted.NOTHING_TO_SEND;
        }
        return seal.open(row.whose(), choice.address)
                .map(address -> send(row, letters.nudge(row.key.id(), address, choice.language(), choice.stop)))
                .orElseGet(() -> unreadable(row));
    }

    private Sorted toAddress(NoticeRow row) {
        if (row.kind == Kind.CODE && !queue.isAsked(row)) {
            // Another was asked for since, or none is wanted any more: whoever read this one would type it in vain.
            queue.drop(row);
            return Sorted.NOTHING_TO_SEND;
        }
        boolean late = row.kind == Kind.CODE && row.createdAt.plus(AskedAddress.HOLDS).isBefore(clock.instant());
        Optional<String> address = late ? Optional.empty() : seal.open(row.whose(), row.address);
        return address.map(to -> send(row, letter(row, to))).orElseGet(() -> unreadable(row));
    }

    private Letter letter(NoticeRow row, String to) {
        return switch (row.kind) {
            case CODE -> letters.code(row.key.id(), to, row.language());
            case STOPPED -> letters.stopped(row.key.id(), to, row.language());
            default -> letters.changed(row.key.id(), to, row.language());
        };
    }

    /** That it is being sent is kept before anybody is told. */
    private Sorted send(NoticeRow row, Letter letter) {
        Instant now = clock.instant();
        row.state = NoticeRow.State.SENDING;
        row.attempts++;
        row.dueAt = now.plus(LOST_AFTER);
        queue.save(row);
        return new Sorted(Optional.of(new Parcel(row, letter, now)));
    }

    /** Closed with a key that is not ours any more, or a code that came too late to be of use. */
    private Sorted unreadable(NoticeRow row) {
        Instant now = clock.instant();
        settle(row, NoticeRow.State.FAILED, now);
        if (row.kind == Kind.NUDGE) {
            queue.end(row, now, now);
        }
        return Sorted.NOTHING_TO_SEND;
    }

    /** Keeps what became of it; nothing when it was taken for lost meanwhile. */
    void settle(NoticeRow sent, Instant tried, Handed handed) {
        queue.hold(sent.key).filter(row -> row.state == NoticeRow.State.SENDING && row.attempts == sent.attempts)
                .ifPresent(row -> settle(row, tried, handed, clock.instant()));
    }

    private void settle(NoticeRow row, Instant tried, Handed handed, Instant now) {
        if (handed instanceof Handed.NotNow) {
            postpone(row, now);
        } else if (handed instanceof Handed.Undeliverable) {
            settle(row, NoticeRow.State.REFUSED, now);
            if (row.kind == Kind.NUDGE) {
                queue.end(row, tried, now);
            }
        } else {
            out(row, handed, now);
        }
    }

    private void out(NoticeRow row, Handed handed, Instant now) {
        row.reference = handed instanceof Handed.Taken taken ? taken.reference() : null;
        settle(row, handed instanceof Handed.Taken ? NoticeRow.State.SENT : NoticeRow.State.LOST, now);
        if (row.kind == Kind.NUDGE) {
            queue.sent(row, now);
            if (row.again) {
                follow(row, now);
            }
        }
    }

    private void postpone(NoticeRow row, Instant now) {
        row.failingSince = row.failingSince == null ? now : row.failingSince;
        if (!now.isBefore(row.failingSince.plus(settings.giveUpAfter()))) {
            settle(row, NoticeRow.State.FAILED, now);
            if (row.kind == Kind.NUDGE && queue.hasNewsSince(row.whose(), row.failingSince)) {
                follow(row, now);
            }
            return;
        }
        row.state = NoticeRow.State.WAITING;
        row.again = false;
        row.dueAt = now.plus(pauses.after(row.attempts));
        queue.save(row);
    }

    private void settle(NoticeRow row, NoticeRow.State state, Instant now) {
        row.state = state;
        row.settledAt = now;
        row.address = null;
        row.dueAt = row.reference == null ? null : now.plus(ASK_AFTER);
        queue.save(row);
    }

    /** What happened while it was on its way, or was tried in vain, gets a notice of its own, and as long to arrive. */
    private void follow(NoticeRow row, Instant now) {
        NoticeRow next = NoticeRow.of(row.whose(), UUID.randomUUID(), Kind.NUDGE, row.channel, null, row.language, now);
        next.dueAt = now.plus(settings.collectFor());
        queue.add(next);
    }

    /** Takes one for lost whose sender never said what became of it. Whether there was one. */
    boolean loseNext() {
        Optional<NoticeRow> lost = queue.due(NoticeRow.State.SENDING, EnumSet.allOf(Channel.class), clock.instant());
        lost.ifPresent(row -> out(row, new Handed.Unknown("never settled"), clock.instant()));
        return lost.isPresent();
    }
}
