package nl.opkoers.identity;

/** What somebody may do here. Names are those of the security annotations. */
public final class Role {

    /** Someone who is doing their civic integration (inburgeraar). */
    public static final String PARTICIPANT = "participant";

    /** Someone who works for the municipality, whatever they do there. By itself it opens nobody's data. */
    public static final String STAFF = "staff";

    /** Someone of the staff who guides people: sees those of their own caseload, see {@link Caseloads}. */
    public static final String COACH = "coach";

    /** Someone of the staff who leads coaches: sees numbers and nobody's data. */
    public static final String TEAM_LEAD = "team-lead";

    private Role() {
    }
}
