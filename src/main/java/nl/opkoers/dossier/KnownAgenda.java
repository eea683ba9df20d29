package nl.opkoers.dossier;

import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.scope.AtOnce;

/** Somebody's agenda, for Home to say in concrete words what changed in it. The room that keeps agendas provides it. */
public interface KnownAgenda {

    /** An agenda, and how well it is known. */
    Seen<Agenda> of(ParticipantKey key);

    /** The same of who asks for a page. */
    Seen<Agenda> mine(ParticipantKey key, AtOnce atOnce);
}
