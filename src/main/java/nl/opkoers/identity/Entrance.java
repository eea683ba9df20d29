package nl.opkoers.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.opkoers.served.Issuer;
import nl.opkoers.served.ServedMunicipality;

/**
 * The two ways in, each with an identity provider of its own: participants come by a broker of DigiD, staff by the
 * municipality's own directory. What the one says of somebody opens nothing on the side of the other.
 */
enum Entrance {
    PARTICIPANTS("/sign-in", "/signed-out", "participants"),
    STAFF("/staff/sign-in", "/staff/signed-out", "staff");

    /** Where only staff have business. */
    private static final Pattern OF_STAFF = Pattern.compile("/(coach|team|staff)([/?].*)?");

    private final String door;
    private final String afterwards;
    private final String issuer;

    Entrance(String door, String afterwards, String issuer) {
        this.door = door;
        this.afterwards = afterwards;
        this.issuer = issuer;
    }

    /** The way to a page, for who has not signed in. @param address within the portal */
    static Entrance to(String address) {
        return OF_STAFF.matcher(address).matches() ? STAFF : PARTICIPANTS;
    }

    /** The way by which somebody came in. */
    static Entrance of(Session session) {
        return session.participant() ? PARTICIPANTS : STAFF;
    }

    /** The way in of which an address is a part; empty when it is of neither. */
    static Optional<Entrance> above(String path) {
        return Arrays.stream(values()).filter(each -> path.startsWith(each.door + "/")).findFirst();
    }

    /** Where signing in begins; what belongs to it is beneath. */
    public String getDoor() {
        return door;
    }

    String at(String part) {
        return door + "/" + part;
    }

    /** Where the identity provider sends who signed out. */
    String afterwards() {
        return afterwards;
    }

    /** The name of the identity provider, in the settings that are the same for every municipality. */
    String issuer() {
        return issuer;
    }

    /** The identity provider of a municipality. */
    Issuer issuer(ServedMunicipality municipality) {
        return this == STAFF ? municipality.staff() : municipality.participants();
    }

    /** The name of that one in the code flow. */
    String tenant(ServedMunicipality municipality) {
        return issuer + "-" + municipality.code();
    }

    /** What the code flow calls its own session, which is never kept. */
    String codeFlowCookie(ServedMunicipality municipality) {
        return "q_session_" + tenant(municipality);
    }
}
