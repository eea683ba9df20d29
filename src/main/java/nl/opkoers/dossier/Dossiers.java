package nl.opkoers.dossier;

import jakarta.enterprise.context.RequestScoped;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.scope.AtOnce;

/** The dossier of the participant who is signed in, and of nobody else. Read once for a page, however often it is asked for. */
@RequestScoped
class Dossiers {

    private final SignedIn signedIn;
    private final KeptDossiers dossiers;
    private final AtOnce atOnce;
    private Seen<Dossier> mine;

    Dossiers(SignedIn signedIn, KeptDossiers dossiers, AtOnce atOnce) {
        this.signedIn = signedIn;
        this.dossiers = dossiers;
        this.atOnce = atOnce;
    }

    /** My dossier, and how well it is known. */
    Seen<Dossier> mine() {
        if (mine == null) {
            mine = dossiers.mine(signedIn.participant().key(), atOnce);
        }
        return mine;
    }
}
