package nl.opkoers.agenda;

import jakarta.enterprise.context.RequestScoped;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.scope.AtOnce;

/** The agenda of the participant who is signed in, and of nobody else. Read once for a page, however often it is asked for. */
@RequestScoped
class Agendas {

    private final SignedIn signedIn;
    private final KeptAgendas agendas;
    private final AtOnce atOnce;
    private Seen<Agenda> mine;

    Agendas(SignedIn signedIn, KeptAgendas agendas, AtOnce atOnce) {
        this.signedIn = signedIn;
        this.agendas = agendas;
        this.atOnce = atOnce;
    }

    /** My agenda, and how well it is known. */
    Seen<Agenda> mine() {
        if (mine == null) {
            mine = agendas.mine(signedIn.participant().key(), atOnce);
        }
        return mine;
    }
}
