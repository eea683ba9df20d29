package nl.opkoers.agenda;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Outbox;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import org.hibernate.StatelessSession;

/** The talks that people asked for because it is too much, before that began a conversation: no new ones are made. */
@ApplicationScoped
class Talks {

    /** For how long a request is spoken of. */
    private static final Duration SHOWN_FOR = Duration.ofDays(30);

    private static final Part PART = new Part("talk", Set.of("/agenda", TalkPage.PATH), List.of("it.id", "it.week", "it.load",
            "it.language", "it.interpreter", "it.asked_at", "it.answer_within"),
            "talk_request" + Part.MINE + " order by it.asked_at desc limit 1");

    private final Outbox outbox;
    private final StatelessSession rows;
    private final AtOnce atOnce;
    private final Clock clock;

    Talks(Outbox outbox, StatelessSession rows, AtOnce atOnce, Clock clock) {
        this.outbox = outbox;
        this.rows = rows;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    /** What who asks for a page asked for last, if that was lately. */
    Optional<AskedTalk> mine(ParticipantKey key) {
        return atOnce.take(PART).map(found -> asked(key, found.stream().findFirst().map(row -> TalkRequest.of(key, row))))
                .orElseGet(() -> QuarkusTransaction.joiningExisting().call(() -> asked(key, row(key))));
    }

    private Optional<AskedTalk> asked(ParticipantKey key, Optional<TalkRequest> latest) {
        Instant after = clock.instant().minus(SHOWN_FOR);
        return latest.filter(request -> request.askedAt.isAfter(after)).map(request -> AskedTalk.of(request,
                outbox.delivery(key.municipality(), key.participant(), request.key.id()), clock.instant()));
    }

    private Optional<TalkRequest> row(ParticipantKey key) {
        return rows.createSelectionQuery("from TalkRequest where key.municipality = :municipality"
                        + " and key.participant = :participant order by askedAt desc", TalkRequest.class)
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setMaxResults(1).getResultStream().findFirst();
    }
}
