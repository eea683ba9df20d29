package nl.opkoers.dossier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import nl.opkoers.identity.Accounts;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.Kept;
import nl.opkoers.municipality.LastSeen;
import nl.opkoers.municipality.MunicipalClient;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Dossier;
import org.hibernate.StatelessSession;

/** The dossier of the participant who is signed in, and of nobody else. Read once for a page, however often it is asked for. */
@RequestScoped
class Dossiers {

    private final SignedIn signedIn;
    private final MunicipalClient municipality;
    private final LastSeen lastSeen;
    private final StatelessSession rows;
    private final Accounts accounts;
    private Seen<Dossier> mine;

    Dossiers(SignedIn signedIn, MunicipalClient municipality, LastSeen lastSeen, StatelessSession rows,
            Accounts accounts) {
        this.signedIn = signedIn;
        this.municipality = municipality;
        this.lastSeen = lastSeen;
        this.rows = rows;
        this.accounts = accounts;
    }

    /** My dossier, and how well it is known. */
    Seen<Dossier> mine() {
        if (mine == null) {
            ParticipantKey key = signedIn.participant().key();
            mine = lastSeen.read(Dossier.class, stored(key), etag -> municipality.dossier(key.participant(), etag),
                    kept -> store(key, kept));
            if (mine instanceof Seen.Absent<Dossier>) {
                forget(key);
            }
        }
        return mine;
    }

    private Optional<Kept> stored(ParticipantKey key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Optional.ofNullable(rows.get(DossierSnapshot.class, key)).map(DossierSnapshot::kept));
    }

    /** The municipality does not know this person any more: then neither do we, and the next sign-in asks it again. */
    private void forget(ParticipantKey key) {
        accounts.forget(key);
        QuarkusTransaction.requiringNew().run(() -> rows.createMutationQuery("delete from DossierSnapshot where key = :key")
                .setParameter("key", key).executeUpdate());
    }

    private void store(ParticipantKey key, Kept kept) {
        QuarkusTransaction.requiringNew().run(() -> rows.upsert(DossierSnapshot.of(key, kept)));
    }
}
