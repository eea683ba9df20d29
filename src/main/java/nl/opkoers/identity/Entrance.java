package nl.opkoers.identity;

import java.util.regex.Pattern;

/**
 * The two ways in, each with an identity provider of its own: participants come by a broker of DigiD, staff by the
 * municipality's own directory. What the one says of somebody opens nothing on the side of the other.
 */
enum Entrance {
    PARTICIPANTS("/sign-in", "/signed-out", Entrance.PARTICIPANTS_ISSUER),
    STAFF("/staff/sign-in", "/staff/signed-out", Entrance.STAFF_ISSUER);

    /** The names of the identity providers in the settings of the code flow. */
    static final String PARTICIPANTS_ISSUER = "participants";
    static final String STAFF_ISSUER = "staff";

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

    /** The name of the identity provider in the settings of the code flow. */
    String issuer() {
        return issuer;
    }

    /** What the code flow calls its own session, which is never kept. */
    String codeFlowCookie() {
        return "q_session_" + issuer;
    }
}
