package nl.opkoers.agenda;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.KeptRows;
import nl.opkoers.municipality.MunicipalClient;
import nl.opkoers.municipality.Reply;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;

/** The agenda of the participant who is signed in, and of nobody else. Read once for a page, however often it is asked for. */
@RequestScoped
class Agendas {

    private static final KeptRows.Place<Agenda> PLACE = new KeptRows.Place<>(Agenda.class, AgendaSnapshot.class);
    /** So that somebody can look up what was cancelled or missed. */
    private static final int WEEKS_BACK = 4;
    /** As far as schools plan; with the weeks before it within what may be asked at once, which is 400 days. */
    private static final int WEEKS_AHEAD = 52;

    private final SignedIn signedIn;
    private final MunicipalClient municipality;
    private final KeptRows rows;
    private final Clock clock;
    private Seen<Agenda> mine;

    Agendas(SignedIn signedIn, MunicipalClient municipality, KeptRows rows, Clock clock) {
        this.signedIn = signedIn;
        this.municipality = municipality;
        this.rows = rows;
        this.clock = clock;
    }

    /** My agenda, and how well it is known. */
    Seen<Agenda> mine() {
        if (mine == null) {
            ParticipantKey key = signedIn.participant().key();
            mine = rows.read(PLACE, key, etag -> ask(key, etag), kept -> AgendaSnapshot.of(key, kept));
        }
        return mine;
    }

    private Reply ask(ParticipantKey key, String etag) {
        LocalDate monday = LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return municipality.agenda(key.participant(), monday.minusWeeks(WEEKS_BACK), monday.plusWeeks(WEEKS_AHEAD), etag);
    }
}
