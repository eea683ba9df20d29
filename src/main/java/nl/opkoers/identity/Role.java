package nl.opkoers.identity;

/** What somebody may do here. Names are those of the security annotations. */
public final class Role {

    /** Someone who is doing their civic integration (inburgeraar). */
    public static final String PARTICIPANT = "participant";

    /** Someone who works for the municipality. */
    public static final String STAFF = "staff";

    private Role() {
    }
}
