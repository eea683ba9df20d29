package nl.opkoers.agenda;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.opkoers.dossier.Course;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.municipality.contract.Municipality;

/** The letter of who is signed in, from what is known now. */
@RequestScoped
class Letters {

    private final Agendas agendas;
    private final Municipalities municipalities;
    private final LawBook law;
    private final Clock clock;

    Letters(Agendas agendas, Municipalities municipalities, LawBook law, Clock clock) {
        this.agendas = agendas;
        this.municipalities = municipalities;
        this.law = law;
        this.clock = clock;
    }

    /**
     * @param course that of who is signed in
     * @throws MunicipalityUnreachable when nothing is known of the agenda because the municipality cannot be reached
     */
    Letter mine(Course course) {
        Seen<Agenda> seen = agendas.mine();
        String municipality = municipalities.here().known().map(Municipality::name).orElse(null);
        return Letter.of(course, municipality, agenda(seen), asOf(seen), law, clock.instant());
    }

    /** Nothing is planned for who is not known to have an agenda; that it cannot be read now is another thing. */
    private static Agenda agenda(Seen<Agenda> seen) {
        if (seen instanceof Seen.Unavailable<Agenda>) {
            throw new MunicipalityUnreachable("nothing was kept");
        }
        return seen.known().orElseGet(() -> new Agenda(null, null, null, null, List.of(), List.of()));
    }

    private Instant asOf(Seen<Agenda> seen) {
        if (seen instanceof Seen.Stale<Agenda> stale) {
            return stale.asOf();
        }
        return seen instanceof Seen.Fresh<Agenda> fresh ? fresh.asOf() : clock.instant();
    }
}
