package nl.opkoers.identity;

import java.util.Set;

/** For whom a route opens, see {@link Opens}. */
public enum For {

    /** Whoever asks; it tells nothing of anybody, but to a participant who is signed in what is their own. */
    ANYBODY,

    /** Whoever has the secret in the address, without signing in; any other secret is answered as if there were nothing. */
    SECRET_HOLDER,

    /** Whom their identity provider sends back just now, or who is to be sent there. */
    ARRIVING,

    /** Whoever is signed in, as whatever. It tells nothing of anybody. */
    SIGNED_IN(Role.PARTICIPANT, Role.STAFF),

    /** Every participant, each with what is their own. No id in the address makes it another's. */
    PARTICIPANT(Role.PARTICIPANT),

    /** The one participant whose thing it is that the address names. For another there is nothing. */
    OWNER(Role.PARTICIPANT),

    /** Whoever works for the municipality; each with what is their own. */
    STAFF(Role.STAFF),

    /** Every coach, each with what is their own, and who is theirs today. */
    COACH(Role.COACH),

    /** The one coach who made the thing that the address names. For another there is nothing. */
    COACH_WHOSE(Role.COACH),

    /** Coaches of whose caseload the person in the address is today, {@link Caseloads}. For another there is nobody. */
    COACH_OF(Role.COACH),

    /** Coaches who may read the conversation in the address now: the contact, who stands in, whom it was sent on to. */
    READER_OF(Role.COACH),

    /** Who leads coaches: sees numbers and nobody's data. */
    TEAM_LEAD(Role.TEAM_LEAD);

    private final Set<String> roles;

    For(String... roles) {
        this.roles = Set.of(roles);
    }

    /** The roles that are let in at the door, each of {@link Role}; empty when none is asked. */
    public Set<String> roles() {
        return roles;
    }
}
