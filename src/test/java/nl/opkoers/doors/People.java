package nl.opkoers.doors;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.opkoers.TestClock;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.TestSessions;
import org.eclipse.microprofile.config.ConfigProvider;

/** Who tries the doors: everybody whom the portal tells apart. */
record People(String kofisId, String selamsId) {

    private static final Set<For> ALL_OF_IT = Set.of(For.COACH_OF, For.READER_OF);

    Person kofi() {
        return person("Kofi himself", kofisId, Role.PARTICIPANT, Set.of(For.OWNER));
    }

    Person karel() {
        return person("his coach", Kofi.KAREL, Role.COACH, Set.of(For.COACH_OF, For.READER_OF, For.COACH_WHOSE));
    }

    static Person petra() {
        return person("a team lead", "M-1003", Role.TEAM_LEAD, Set.of());
    }

    /** Those for whom something of Kofi's is. */
    List<Person> related() {
        return List.of(kofi(), karel(), person("who stands in for his coach", "M-1002", Role.COACH, ALL_OF_IT),
                person("whom his coach lets answer", Kofi.FEMKE, Role.COACH, Set.of(For.READER_OF)));
    }

    /** Those for whom nothing of Kofi's is. */
    List<Person> strangers() {
        Instant now = TestClock.now();
        Instant idle = now.minus(Session.IDLE);
        return List.of(new Person("nobody", null, null, Set.of(), false),
                person("another participant", selamsId, Role.PARTICIPANT, Set.of()),
                person("another coach", "M-2001", Role.COACH, Set.of()),
                person("staff without a group", "M-1006", Role.STAFF, Set.of()),
                petra(),
                gone("Kofi, idle for 15 minutes", "9901", kofisId, Role.PARTICIPANT, idle),
                gone("Kofi, signed in 8 hours ago", "9901", kofisId, Role.PARTICIPANT, now.minus(Session.LONGEST)),
                gone("his coach, idle for 15 minutes", "9901", Kofi.KAREL, Role.COACH, idle),
                gone("who has his id at another municipality", "9902", kofisId, Role.PARTICIPANT, now),
                gone("who has his coach's id at another municipality", "9902", Kofi.KAREL, Role.COACH, now));
    }

    /** Who answers another conversation of his. */
    Person marloes() {
        return new Person("whom another one was sent on to", Role.COACH, session("9901", Kofi.MARLOES, Role.COACH, TestClock.now()), Set.of(), true);
    }

    /** Those for whom something was, until the days passed in which they stood in. */
    List<Person> whoStoodIn() {
        return List.of(person("who stood in for his coach", "M-1002", Role.COACH, Set.of()),
                person("whom his coach let answer", Kofi.FEMKE, Role.COACH, Set.of()));
    }

    static Person person(String who, String id, String role, Set<For> opens) {
        return new Person(who, role, session("9901", id, role, TestClock.now()), opens, !opens.isEmpty());
    }

    /** Of whom there was a session, and is not any more. */
    private static Person gone(String who, String municipality, String id, String role, Instant at) {
        return new Person(who, null, session(municipality, id, role, at), Set.of(), false);
    }

    static String session(String municipality, String id, String role, Instant at) {
        String secret = ConfigProvider.getConfig().getValue("opkoers.session.secret", String.class);
        return TestSessions.staff(secret, municipality, id, role, Role.PARTICIPANT.equals(role) ? null : "Iemand", at);
    }
}
