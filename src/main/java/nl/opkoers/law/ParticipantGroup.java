package nl.opkoers.law;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The group a participant belongs to under the law, decided by DUO from the residence permit.
 *
 * <p>People mislabel themselves, so the group is fetched and never asked for. {@link #UNKNOWN} is a real answer: the group has not
 * been decided or has not reached us yet.
 */
public enum ParticipantGroup {
    /** Holder of an asylum permit: the municipality offers and pays the course. */
    ASYLUM("Asielstatushouder"),
    /** Family migrant or other migrant: chooses and pays the course. */
    FAMILY_OR_OTHER("Gezinsmigrant en overige migrant"),
    /** Not decided or not received yet. DUO has no code for this, so its code is empty. */
    UNKNOWN("");

    private final String code;

    ParticipantGroup(String code) {
        this.code = code;
    }

    /** The value of DUO's {@code Doelgroepindeling}; empty for {@link #UNKNOWN}. */
    public String code() {
        return code;
    }

    /** The group with this DUO code, or nothing when DUO has no such code (also for null and blank). */
    public static Optional<ParticipantGroup> ofCode(String code) {
        return Stream.of(ASYLUM, FAMILY_OR_OTHER).filter(group -> group.code.equals(code)).findFirst();
    }
}
