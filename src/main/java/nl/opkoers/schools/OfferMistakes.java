package nl.opkoers.schools;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /**
     * What somebody said.
     *
     * @param all    the newest first
     * @param enough whether it is as much today as one can
     */
    record Said(List<Sent> all, boolean enough) {

        /** What of it is of this place, or of the school of this course. */
        List<Sent> of(Doubted doubted) {
            return all.stream().filter(doubted::isSubjectOf).toList();
        }
    }

    /** What this person said of all schools and places. One query. */
    Said said(ParticipantKey key) {
        Instant since = clock.instant().minus(Duration.ofDays(1));
        List<Sent> all = outbox.sent(key.municipality(), key.participant(), TOLD);
        return new Said(all, all.stream().filter(sent -> sent.at().isAfter(since)).count() >= MOST_A_DAY);
    }

    /**
     * Tells it, once, unless it is enough for today.
     *
     * @return whether it is told, now or already before
     */
    boolean keep(ParticipantKey key, Doubted doubted, OfferMistake mistake, Language language) {
        Outgoing told = doubted.outgoing(key, mistake, language);
        return QuarkusTransaction.requiringNew().call(() -> {
            Said said = said(key);
            if (said.enough()) {
                return said.all().stream().anyMatch(sent -> sent.id().equals(told.id()));
            }
            outbox.add(told);
            return true;
        });
    }
}
