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
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.Outbox;
import nl.opkoers.municipality.Outgoing;
import nl.opkoers.municipality.contract.Municipality;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import org.hibernate.StatelessSession;

/** The talks that people asked for, because it is too much. */
@ApplicationScoped
class Talks {

    /** What the municipality reads; a case worker's word for it. */
    private static final String ABOUT = "Te veel tegelijk";
    /** For how long a request is spoken of. */
    private static final Duration SHOWN_FOR = Duration.ofDays(30);

    private static final Part PART = new Part("talk", Set.of("/agenda", "/agenda/talk"), List.of("it.id", "it.week", "it.load",
            "it.language", "it.interpreter", "it.asked_at", "it.answer_within"),
            "talk_request" + Part.MINE + " order by it.asked_at desc limit 1");

    private final Outbox outbox;
    private final Municipalities municipalities;
    private final StatelessSession rows;
    private final AtOnce atOnce;
    private final Clock clock;

    Talks(Outbox outbox, Municipalities municipalities, StatelessSession rows, AtOnce atOnce, Clock clock) {
        this.outbox = outbox;
        this.municipalities = municipalities;
        this.rows = rows;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    /** Within how many working days the municipality promises an answer; {@code null} when it does not. */
    Integer promise() {
        return municipalities.here().known().map(Municipality::answerPromiseWorkingDays).orElse(null);
    }

    /** What this person asked for last, if that was lately. */
    Optional<AskedTalk> latest(ParticipantKey key) {
        return QuarkusTransaction.joiningExisting().call(() -> asked(key, row(key)));
    }

    /** The same of who asks for a page. */
    Optional<AskedTalk> mine(ParticipantKey key) {
        return atOnce.take(PART).map(found -> asked(key, found.stream().findFirst().map(row -> TalkRequest.of(key, row))))
                .orElseGet(() -> latest(key));
    }

    private Optional<AskedTalk> asked(ParticipantKey key, Optional<TalkRequest> latest) {
        Instant after = clock.instant().minus(SHOWN_FOR);
        return latest.filter(request -> request.askedAt.isAfter(after)).map(request -> AskedTalk.of(request,
                outbox.sent(key.municipality(), key.participant()).stream()
                        .filter(sent -> sent.id().equals(request.key.id())).findFirst(), clock.instant()));
    }

    private Optional<TalkRequest> row(ParticipantKey key) {
        return rows.createSelectionQuery("from TalkRequest where key.municipality = :municipality"
                        + " and key.participant = :participant order by askedAt desc", TalkRequest.class)
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .setMaxResults(1).getResultStream().findFirst();
    }

    /**
     * Asks for a talk, unless one is asked for and not answered yet.
     *
     * @param week {@code null} when it is not known
     */
    void ask(ParticipantKey key, TalkForm form, TalkWeek week) {
        Integer promise = promise();
        QuarkusTransaction.requiringNew().run(() -> {
            onlyOneAtATime(key);
            TalkRequest request = TalkRequest.of(key, form, clock.instant(), promise);
            if (rows.get(TalkRequest.class, request.key) != null || latest(key).filter(AskedTalk::isOpen).isPresent()) {
                return;
            }
            if (week != null) {
                week.attachTo(request, form);
            }
            rows.insert(request);
            outbox.add(outgoing(key, request));
        });
    }

    /** Two taps at once are one: the second waits, and finds the first. */
    private void onlyOneAtATime(ParticipantKey key) {
        rows.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:whose, 0)) as text)", String.class)
                .setParameter("whose", "talk " + key.municipality() + " " + key.participant())
                .getSingleResult();
    }

    private static Outgoing outgoing(ParticipantKey key, TalkRequest request) {
        Instant asked = request.askedAt;
        return Outgoing.helpRequest(key.municipality(), key.participant(), request.key.id(), ABOUT, request.language,
                request.interpreter ? request.language : null, asked, AskedTalk.answerBefore(asked, request.answerWithin));
    }
}
