package nl.opkoers.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.opkoers.identity.Accounts;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.AnythingMayHaveHappened;
import nl.opkoers.municipality.Delivered;
import nl.opkoers.municipality.Happened;
import nl.opkoers.municipality.Kept;
import nl.opkoers.municipality.KeptRows;
import nl.opkoers.municipality.MunicipalClient;
import nl.opkoers.municipality.Outdating;
import nl.opkoers.municipality.Refreshed;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;

/** Everybody's dossier as last seen, asked for again when it is too old or heard to have changed. */
@ApplicationScoped
class KeptDossiers implements Refreshed {

    private static final KeptRows.Place<Dossier> PLACE = new KeptRows.Place<>(Dossier.class, DossierSnapshot.class);

    private static final Part PART = KeptRows.part("dossier_snapshot", Part.EVERY);

    private final MunicipalClient municipality;
    private final KeptRows rows;
    private final Accounts accounts;
    private final Outdating outdating;
    private final Event<DossierTold> told;

    KeptDossiers(MunicipalClient municipality, KeptRows rows, Accounts accounts, Outdating outdating, Event<DossierTold> told) {
        this.municipality = municipality;
        this.rows = rows;
        this.accounts = accounts;
        this.outdating = outdating;
        this.told = told;
    }

    /** A dossier, and how well it is known. Whom the municipality does not know any more is forgotten here too. */
    Seen<Dossier> of(ParticipantKey key) {
        return of(key, rows.find(PLACE, key));
    }

    /** The same of who asks for a page. */
    Seen<Dossier> mine(ParticipantKey key, AtOnce atOnce) {
        return of(key, atOnce.take(PART).map(KeptRows::kept).orElseGet(() -> rows.find(PLACE, key)));
    }

    private Seen<Dossier> of(ParticipantKey key, Optional<Kept> last) {
        AtomicBoolean asked = new AtomicBoolean();
        Seen<Dossier> dossier = rows.read(PLACE, key, last, etag -> municipality.dossier(key.participant(), etag), kept -> {
            asked.set(true);
            return DossierSnapshot.of(key, kept);
        });
        if (asked.get()) {
            dossier.known().ifPresent(known -> told.fire(new DossierTold(key, known)));
        }
        if (dossier instanceof Seen.Absent<Dossier>) {
            // The next sign-in asks the municipality again.
            accounts.forget(key);
        }
        return dossier;
    }

    /** The dossiers of these people as they were last seen here, without asking the municipality. One query. */
    Map<String, Seen.Stale<Dossier>> last(String code, Collection<String> participants) {
        return participants.isEmpty() ? Map.of()
                : rows.last(Dossier.class, DossierSnapshot.class, row -> row.key.participant(), code, participants);
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    @Override
    public String table() {
        return "dossier_snapshot";
    }

    @Override
    public MunicipalClient.Question asked() {
        return MunicipalClient.Question.DOSSIER;
    }

    @Override
    public void refresh(String code, String participant) {
        of(new ParticipantKey(code, participant));
    }

    void outdate(@Observes Happened happened) {
        outdating.mark(DossierSnapshot.class, happened);
    }

    /** The count of hours in a dossier changes with what the municipality is told of them. */
    void outdate(@Observes Delivered delivered) {
        if (delivered.kind().isOfHours()) {
            outdating.mark(DossierSnapshot.class, delivered);
        }
    }

    void outdateAll(@Observes AnythingMayHaveHappened anything) {
        outdating.mark(DossierSnapshot.class, anything);
    }
}
