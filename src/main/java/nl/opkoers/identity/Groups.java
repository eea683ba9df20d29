package nl.opkoers.identity;

import java.util.Set;
import nl.opkoers.served.ServedMunicipality;

/** What an employee does here, by the groups that the identity provider says they are in. */
final class Groups {

    private Groups() {
    }

    /** One of {@link Role}; who is in none of our groups is staff and nothing more. Who guides people too is a coach. */
    static String role(ServedMunicipality.Groups ours, Set<String> theirs) {
        if (theirs.contains(ours.coach())) {
            return Role.COACH;
        }
        return theirs.contains(ours.teamLead()) ? Role.TEAM_LEAD : Role.STAFF;
    }
}
