package nl.opkoers.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an employee does here, by the groups that the identity provider says they are in. */
@ApplicationScoped
class Groups {

    private final String coach;
    private final String teamLead;

    Groups(@ConfigProperty(name = "opkoers.groups.coach") String coach,
            @ConfigProperty(name = "opkoers.groups.team-lead") String teamLead) {
        this.coach = coach;
        this.teamLead = teamLead;
    }

    /** One of {@link Role}; who is in none of our groups is staff and nothing more. Who guides people too is a coach. */
    String role(Set<String> groups) {
        if (groups.contains(coach)) {
            return Role.COACH;
        }
        return groups.contains(teamLead) ? Role.TEAM_LEAD : Role.STAFF;
    }
}
