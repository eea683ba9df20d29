package nl.opkoers.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A signed-in person, as the portal remembers them from one request to the next.
 *
 * @param municipality the municipality's code
 * @param person       the opaque id: a participant's or an employee's
 * @param role         one of {@link Role}
 * @param name         an employee's name; {@code null} for a participant, whose name is in their dossier
 * @param startedAt    when they signed in
 * @param seenAt       when they last did something
 * @param marks        by what it can be ended before its time
 */
public record Session(String municipality, String person, String role, String name, Instant startedAt, Instant seenAt,
        SessionMarks marks) {

    /** Somebody who does nothing for this long is signed out: a phone may be shared or lie about. */
    public static final Duration IDLE = Duration.ofMinutes(15);

    /** Nobody stays signed in for longer than a working day. */
    public static final Duration LONGEST = Duration.ofHours(8);

    /** A session that began at no identity provider. */
    Session(String municipality, String person, String role, String name, Instant startedAt, Instant seenAt) {
        this(municipality, person, role, name, startedAt, seenAt, SessionMarks.alone());
    }

    /** The key of the rows about this participant. */
    public ParticipantKey key() {
        return new ParticipantKey(municipality, person);
    }

    public boolean participant() {
        return Role.PARTICIPANT.equals(role);
    }

    /** All that the role opens: who has a role among the staff is staff as well. */
    Set<String> roles() {
        return participant() ? Set.of(role) : Stream.of(role, Role.STAFF).collect(Collectors.toUnmodifiableSet());
    }

    /** What an employee is called: an identity provider need not tell a name, and who did something has to be sayable. */
    public String shownName() {
        return name == null ? person : name;
    }

    public boolean coach() {
        return Role.COACH.equals(role);
    }

    boolean activeAt(Instant now) {
        return now.isBefore(seenAt.plus(IDLE)) && now.isBefore(startedAt.plus(LONGEST));
    }

    /** How long it lasts when nothing is done from now on. */
    public Duration leftAt(Instant now) {
        Duration longest = Duration.between(now, startedAt.plus(LONGEST));
        return longest.compareTo(IDLE) < 0 ? longest : IDLE;
    }

    Session seenAgain(Instant now) {
        return new Session(municipality, person, role, name, startedAt, now, marks);
    }
}
