package nl.opkoers.schools;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.Outbox;
import nl.opkoers.municipality.Outgoing;
import nl.opkoers.municipality.Sent;

/** What people say that is not right at schools: kept until the municipality has it. */
@ApplicationScoped
class OfferMistakes {

    /** A choice of this portal: more than anybody notices in a day. */
    static final int MOST_A_DAY = 10;

    private final Outbox outbox;
    private final Clock clock;

    OfferMistakes(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What this person said of this school, the newest first. */
    List<Sent> of(ParticipantKey key, String school) {
        return all(key).stream().filter(sent -> sent.subject().equals(school)).toList();
    }

    /** Whether this person said as much today as one can. */
    boolean isEnough(ParticipantKey key) {
        return all(key).stream().filter(sent -> sent.at().isAfter(clock.instant().minus(Duration.ofDays(1)))).count() >= MOST_A_DAY;
    }

    /** Tells it, once, unless it is enough for today. */
    void keep(ParticipantKey key, LessonCourse course, OfferMistake mistake, Language language) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (!isEnough(key)) {
                outbox.add(mistake.outgoing(key, course, language));
            }
        });
    }

    private List<Sent> all(ParticipantKey key) {
        return outbox.sent(key.municipality(), key.participant()).stream()
                .filter(sent -> sent.kind() == Outgoing.Kind.OFFER_REPORT).toList();
    }
}
