package nl.opkoers.dossier;

import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.contract.Dossier;

/** Fired when the municipality was asked for a dossier and told it: somebody else may be the contact since. */
public record DossierTold(ParticipantKey key, Dossier dossier) {
}
