package nl.opkoers.dossier;

import jakarta.enterprise.context.RequestScoped;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Dossier;

/** The dossier of the participant who is signed in, and of nobody else. Read once for a page, however often it is asked for. */
@RequestScoped
class Dossiers {

    private final SignedIn signedIn;
    private final KeptDossiers dossiers;
    private Seen<Dossier> mine;

    Dossiers(SignedIn signedIn, KeptDossiers dossiers) {
        this.signedIn = signedIn;
        this.dossiers = dossiers;
    }

    /** My dossier, and how well it is known. */
    Seen<Dossier> mine() {
        if (mine == null) {
            mine = dossiers.of(signedIn.participant().key());
        }
        return mine;
    }
}
