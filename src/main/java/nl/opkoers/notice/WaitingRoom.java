package nl.opkoers.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import nl.opkoers.scope.Scope;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.StatelessSession;

/**
 * Where what waits for people is noted until they are told. All of it is written in the transaction of what happened: what is
 * not kept is not told of either. For whoever wants no notices nothing is written at all.
 */
@ApplicationScoped
class WaitingRoom {

    /** Who comes by while a notice is on its way lets it be followed by another. */
    private static final String NOTE = """
            with wanted as (
                select municipality, participant, channel, language from notice_choice
                where municipality = :municipality and participant = :participant and channel is not null
            ), noted as (
                insert into notice_event (municipality, participant, event, noted_at)
                select municipality, participant, :event, :now from wanted
                on conflict do nothing returning municipality, participant
            )
            insert into notice as kept (municipality, participant, id, kind, channel, language, state, created_at, due_at)
            select municipality, participant, :id, 'NUDGE', channel, language, 'WAITING', :now, :due
            from wanted join noted using (municipality, participant)
            on conflict (municipality, participant) where kind = 'NUDGE' and state in ('WAITING', 'SENDING')
            do update set again = true where kept.state = 'SENDING'""";

    private static final String WAITS = " and it.kind = 'NUDGE' and it.state = 'WAITING'";
    private static final Part PART = new Part("notice", Part.EVERY, List.of("it.id"), "notice" + Part.MINE + WAITS);

    private final StatelessSession rows;
    private final AtOnce atOnce;
    private final Clock clock;
    private final Duration collectFor;

    WaitingRoom(StatelessSession rows, AtOnce atOnce, Clock clock, @ConfigProperty(name = "opkoers.notice.collect-for") Duration collectFor) {
        this.rows = rows;
        this.atOnce = atOnce;
        this.clock = clock;
        this.collectFor = collectFor;
    }

    /** What waits for somebody was mostly done by somebody else, who does not see whether or how that person wants to hear of it. */
    @Transactional
    void note(@Observes SomethingWaits waits) {
        Scope.portal(() -> keep(waits));
    }

    private void keep(SomethingWaits waits) {
        Instant now = clock.instant();
        rows.createNativeMutationQuery(NOTE)
                .setParameter("municipality", waits.key().municipality())
                .setParameter("participant", waits.key().participant())
                .setParameter("event", waits.event())
                .setParameter("id", UUID.randomUUID())
                .setParameter("now", now)
                .setParameter("due", now.plus(collectFor))
                .executeUpdate();
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    /** What is being sent at this moment goes on. */
    void forget(@Observes PortalOpened opened) {
        // Mostly nothing waits: then nothing is written.
        if (!atOnce.take(PART).map(List::isEmpty).orElse(false)) {
            QuarkusTransaction.joiningExisting().run(() -> forget(opened.key()));
        }
    }

    void forget(ParticipantKey key) {
        rows.createNativeMutationQuery("delete from notice where municipality = :municipality and participant = :participant"
                        + " and kind = 'NUDGE' and state = 'WAITING'")
                .setParameter("municipality", key.municipality())
                .setParameter("participant", key.participant())
                .executeUpdate();
    }
}
