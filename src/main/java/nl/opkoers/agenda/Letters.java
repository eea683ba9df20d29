package nl.opkoers.agenda;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.Optional;
import nl.opkoers.dossier.Course;
import nl.opkoers.identity.SignedIn;
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
    private final Replies replies;
    private final SignedIn signedIn;
    private final Municipalities municipalities;
    private final LawBook law;
    private final Clock clock;

    Letters(Agendas agendas, Replies replies, SignedIn signedIn, Municipalities municipalities, LawBook law, Clock clock) {
        this.agendas = agendas;
        this.replies = replies;
        this.signedIn = signedIn;
        this.municipalities = municipalities;
        this.law = law;
        this.clock = clock;
    }

    /**
     * @param course that of who is signed in
     * @return empty when the municipality gives no agenda: that is not the same as one with nothing in it
     * @throws MunicipalityUnreachable when nothing is known of the agenda because the municipality cannot be reached
     */
    Optional<Letter> mine(Course course) {
        Seen<Agenda> seen = agendas.mine();
        if (seen instanceof Seen.Unavailable<Agenda>) {
            throw new MunicipalityUnreachable("nothing was kept");
        }
        return seen.known().map(agenda -> Letter.of(course, municipality(), agenda,
                Told.declined(agenda, replies.mine(signedIn.participant().key())), seen.asOf(), law, clock.instant()));
    }

    private String municipality() {
        return municipalities.here().known().map(Municipality::name).orElse(null);
    }
}
