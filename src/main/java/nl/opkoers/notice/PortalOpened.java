package nl.opkoers.notice;

import nl.opkoers.identity.ParticipantKey;

/** To be fired when a person opens the portal: of what waited until then they need no notice any more. */
public record PortalOpened(ParticipantKey key) {
}
