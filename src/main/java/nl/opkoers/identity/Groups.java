package nl.opkoers.identity;

import java.util.Set;
import nl.opkoers.served.ServedMunicipality;

/** What an employee does here, by the groups that the identity provider says they are in. */
record Groups(String coach, String teamLead) {

    static Groups of(ServedMunicipality municipality) {
        return new Groups(municipality.groups().coach(), municipality.groups().teamLead());
    }

    /** One of {@link Role}; who is in none of our groups is staff and nothing more. Who guides people too is a coach. */
    String role(Set<String> groups) {
        if (groups.contains(coach)) {
            return Role.COACH;
        }
        return groups.contains(teamLead) ? Role.TEAM_LEAD : Role.STAFF;
    }
}
