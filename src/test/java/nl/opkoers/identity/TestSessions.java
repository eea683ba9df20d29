package nl.opkoers.identity;

import java.time.Instant;

/** Sessions of people who never came by the sign-in page: for as many as a benchmark wants. */
public final class TestSessions {

    private TestSessions() {
    }

    /**
     * The value of the session cookie of an employee who signed in at this moment.
     *
     * @param role one of {@link Role}
     */
    public static String staff(String secret, String municipality, String employee, String role, String name, Instant at) {
        return new SessionCookie(secret, false, municipality).encrypt(new Session(municipality, employee, role, name, at, at));
    }

    /** The cookie, by name and value, of a participant who signed in just now at a portal with this secret. */
    public static String cookie(String secret, String municipality, String participant) {
        Instant now = Instant.now();
        SessionCookie cookie = new SessionCookie(secret, false, municipality);
        return cookie.name() + "=" + cookie.encrypt(new Session(municipality, participant, Role.PARTICIPANT, null, now, now));
    }
}
