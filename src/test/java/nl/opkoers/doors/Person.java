package nl.opkoers.doors;

import java.util.List;
import java.util.Set;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Role;

/**
 * Somebody who tries doors.
 *
 * @param who     what they are to Kofi Asante, whose things are behind the doors
 * @param role    one of {@link Role}; {@code null} for who is not signed in, or not any more
 * @param session the value of their session cookie; {@code null} when they have none
 * @param opens   which doors open for them because of what they are to Kofi, besides those that open for their role
 * @param related whether lists of their own hold something of Kofi
 */
record Person(String who, String role, String session, Set<For> opens, boolean related) {

    private static final List<For> FOR_ONE = List.of(For.OWNER, For.COACH_WHOSE, For.COACH_OF, For.READER_OF);

    /** Whether nothing of Kofi's is to be found there by them. */
    boolean findsNothing(For door) {
        return !related || at(door) != Expected.OPEN && at(door) != Expected.ANSWER;
    }

    boolean isKnown() {
        return role != null;
    }

    Expected at(For door) {
        if (door == For.ANYBODY || door == For.SECRET_HOLDER) {
            return Expected.ANSWER;
        }
        if (door == For.ARRIVING) {
            return Expected.ELSEWHERE;
        }
        if (role == null) {
            return Expected.SIGN_IN;
        }
        List<String> roles = role.equals(Role.PARTICIPANT) ? List.of(role) : List.of(role, Role.STAFF);
        if (roles.stream().noneMatch(door.roles()::contains)) {
            return Expected.FORBIDDEN;
        }
        return FOR_ONE.contains(door) && !opens.contains(door) ? Expected.NOTHING : Expected.OPEN;
    }

    @Override
    public String toString() {
        return who;
    }
}
