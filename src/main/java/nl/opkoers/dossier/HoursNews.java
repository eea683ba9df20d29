package nl.opkoers.dossier;

import java.time.Instant;
import java.util.List;
import nl.opkoers.identity.ParticipantKey;

/** What coaches decided about somebody's hours, for Home to say that. The room that keeps hours provides it. */
public interface HoursNews {

    /** What was decided, what asks something of the person first. */
    enum What { ASKED, REFUSED, ACCEPTED }

    /** What was decided since then and still holds, and what is asked as long as that is so; each once and in that order. */
    List<What> since(ParticipantKey key, Instant moment);
}
