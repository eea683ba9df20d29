package nl.opkoers.dossier;

import java.util.Optional;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.scope.AtOnce;

/** Somebody's agenda, for Home to say in concrete words what comes next and what changed in it. The room that keeps agendas provides it. */
public interface KnownAgenda {

    /** An agenda, and how well it is known. */
    Seen<Agenda> of(ParticipantKey key);

    /** The same of who asks for a page. */
    Seen<Agenda> mine(ParticipantKey key, AtOnce atOnce);

    /**
     * What was seen last of who asks for a page, as far as it {@linkplain Soon#ahead can be next}, without waiting for anybody; empty
     * when it is heard to have changed since. What was never seen, or not for half a day, is read after the page, for the next one.
     */
    Optional<Seen.Stale<Agenda>> last(ParticipantKey key, AtOnce atOnce);
}
