package nl.opkoers.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.scope.Scope;
import org.hibernate.StatelessSession;

/** The addresses of one's own that notices go to, for whose they are; and for who guides them that it is another one now. */
@ApplicationScoped
public class OwnAddresses {

    /** A choice of this portal: long enough for who guides somebody to have seen them since. */
    private static final Duration TOLD_FOR = Duration.ofDays(60);

    private final StatelessSession rows;
    private final Choices choices;
    private final Seal seal;
    private final Clock clock;

    OwnAddresses(StatelessSession rows, Choices choices, Seal seal, Clock clock) {
        this.rows = rows;
        this.choices = choices;
        this.seal = seal;
        this.clock = clock;
    }

    /** That of the choice, and one that waits for its code; what cannot be opened any more is left out. */
    public List<String> of(ParticipantKey key) {
        return Stream.of(choices.of(key).map(choice -> choice.address), choices.asked(key).map(asked -> asked.address))
                .flatMap(Optional::stream).flatMap(closed -> seal.open(key, closed).stream()).distinct().toList();
    }

    /** Forgets them. That there was one stays known, so that nobody leads notices elsewhere unnoticed by way of this. */
    public void forget(ParticipantKey key) {
        choices.stop(key);
    }

    /**
     * When notices last began to go to another address, if that was lately; neither of the two is told. Whoever has somebody's
     * phone could lead their notices away, and who guides them can ask. Who may ask this about whom is judged before.
     */
    public Optional<Instant> changed(ParticipantKey key) {
        // A choice is its owner's alone: of it a coach is told a day, and no more leaves this.
        return Scope.portal(() -> QuarkusTransaction.requiringNew().call(() -> rows.createNativeQuery("select address_changed_at from notice_choice"
                        + " where municipality = :municipality and participant = :participant and address_changed_at > :since", Instant.class)
                .setParameter("municipality", key.municipality()).setParameter("participant", key.participant())
                .setParameter("since", clock.instant().minus(TOLD_FOR)).uniqueResultOptional()));
    }
}
