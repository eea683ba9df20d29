package nl.opkoers.demo.municipality;

import java.util.List;

/**
 * Someone who can sign in to the demo. All are invented.
 *
 * @param key               how scenarios and tests call this person
 * @param displayName       the invented name, for the demo's sign-in page
 * @param kind              participant or staff
 * @param bsn               nine digits; null for staff and for who has none yet
 * @param vNumber           ten digits; null for staff and for who is found by BSN
 * @param employeeId        the number of a member of staff; null for participants
 * @param groups            {@code coach} or {@code team-lead}; empty for participants
 * @param preferredLanguage a language tag; {@code nl} for staff
 */
public record CastMember(String key, String displayName, Kind kind, String bsn, String vNumber, String employeeId,
                         List<String> groups, String preferredLanguage) {

    /** What someone signs in as. */
    public enum Kind { PARTICIPANT, STAFF }

    static CastMember withBsn(String key, String displayName, String bsn, String language) {
        return new CastMember(key, displayName, Kind.PARTICIPANT, bsn, null, null, List.of(), language);
    }

    static CastMember withVNumber(String key, String displayName, String vNumber, String language) {
        return new CastMember(key, displayName, Kind.PARTICIPANT, null, vNumber, null, List.of(), language);
    }

    static CastMember staff(String key, String displayName, String employeeId, String group) {
        return new CastMember(key, displayName, Kind.STAFF, null, null, employeeId, List.of(group), "nl");
    }

    /** The numbers of a person are left out, invented or not. */
    @Override
    public String toString() {
        return "CastMember[" + key + "]";
    }
}
