package nl.opkoers.schools;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.Outbox;
import nl.opkoers.municipality.Outgoing;
import nl.opkoers.municipality.Sent;

/** What people say that is not right at schools and places to practise: kept until the municipality has it. */
@ApplicationScoped
class OfferMistakes {

    /** A choice of this portal: more than anybody notices in a day. */
    static final int MOST_A_DAY = 10;

    private static final Set<Outgoing.Kind> TOLD = Set.of(Outgoing.Kind.OFFER_REPORT, Outgoing.Kind.PLACE_REPORT);

    private final Outbox outbox;
    private final Clock clock;

    OfferMistakes(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What this person said of this place, or of the school of this course, the newest first. */
    List<Sent> of(ParticipantKey key, Doubted doubted) {
        return all(key).stream().filter(doubted::isSubjectOf).toList();
    }

    /** Whether this person said as much today as one can. */
    boolean isEnough(ParticipantKey key) {
        return all(key).stream().filter(sent -> sent.at().isAfter(clock.instant().minus(Duration.ofDays(1)))).count() >= MOST_A_DAY;
    }

    /**
     * Tells it, once, unless it is enough for today.
     *
     * @return whether it is told, now or already before
     */
    boolean keep(ParticipantKey key, Doubted doubted, OfferMistake mistake, Language language) {
        Outgoing told = doubted.outgoing(key, mistake, language);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (isEnough(key)) {
                return all(key).stream().anyMatch(sent -> sent.id().equals(told.id()));
            }
            outbox.add(told);
            return true;
        });
    }

    private List<Sent> all(ParticipantKey key) {
        return outbox.sent(key.municipality(), key.participant()).stream()
                .filter(sent -> TOLD.contains(sent.kind())).toList();
    }
}
