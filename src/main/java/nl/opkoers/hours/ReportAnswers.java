package nl.opkoers.hours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Delivered;
import org.jboss.logging.Logger;

/**
 * Hears what the municipality decided about hours that it was told of, within the transaction that notes it. What it does not
 * take goes back to the coach: as a question about hours that were accepted, or as {@link StillCounted} when it does not take that
 * they no longer count. And what changed here meanwhile is told next.
 */
@ApplicationScoped
class ReportAnswers {

    private static final Logger LOG = Logger.getLogger(ReportAnswers.class);

    private final HourBook book;
    private final HourRows rows;
    private final Reports reports;
    private final Clock clock;

    ReportAnswers(HourBook book, HourRows rows, Reports reports, Clock clock) {
        this.book = book;
        this.rows = rows;
        this.reports = reports;
        this.clock = clock;
    }

    void settled(@Observes Delivered delivered) {
        ParticipantKey key = new ParticipantKey(delivered.municipality(), delivered.participant());
        if (delivered.kind().isOfHours()) {
            reports.entryOf(key, delivered.id()).ifPresent(entry -> settled(key, entry, delivered));
        }
    }

    private void settled(ParticipantKey key, UUID entry, Delivered delivered) {
        rows.hold(key, entry);
        Telling telling = reports.settle(key, entry, delivered);
        if (telling.isRefused()) {
            LOG.warnf("The municipality does not take %s %s: %s", delivered.kind(), delivered.id(), delivered.refusal().type());
            book.log(key, entry, new Act.Returned(delivered.id(), clock.instant(), telling.judgement(), delivered.refusal()));
        }
        Optional<Entry> now = book.find(key, entry);
        now.ifPresent(kept -> reports.reconcile(key, kept));
    }
}
