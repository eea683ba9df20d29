package nl.opkoers.dossier;

import jakarta.enterprise.context.RequestScoped;
import nl.opkoers.identity.Accounts;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.KeptRows;
import nl.opkoers.municipality.MunicipalClient;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Dossier;

/** The dossier of the participant who is signed in, and of nobody else. Read once for a page, however often it is asked for. */
@RequestScoped
class Dossiers {

    private static final KeptRows.Place<Dossier> PLACE = new KeptRows.Place<>(Dossier.class, DossierSnapshot.class);

    private final SignedIn signedIn;
    private final MunicipalClient municipality;
    private final KeptRows rows;
    private final Accounts accounts;
    private Seen<Dossier> mine;

    Dossiers(SignedIn signedIn, MunicipalClient municipality, KeptRows rows, Accounts accounts) {
        this.signedIn = signedIn;
        this.municipality = municipality;
        this.rows = rows;
        this.accounts = accounts;
    }

    /** My dossier, and how well it is known. */
    Seen<Dossier> mine() {
        if (mine == null) {
            ParticipantKey key = signedIn.participant().key();
            mine = rows.read(PLACE, key, etag -> municipality.dossier(key.participant(), etag),
                    kept -> DossierSnapshot.of(key, kept));
            if (mine instanceof Seen.Absent<Dossier>) {
                // The municipality does not know this person any more: the next sign-in asks it again.
                accounts.forget(key);
            }
        }
        return mine;
    }
}
