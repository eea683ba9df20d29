package nl.opkoers.identity;

import java.time.Instant;

/** Sessions of people who never came by the sign-in page: for as many as a benchmark wants. */
public final class TestSessions {

    private TestSessions() {
    }

    /** The cookie, by name and value, of a participant who signed in just now at a portal with this secret. */
    public static String cookie(String secret, String municipality, String participant) {
        Instant now = Instant.now();
        SessionCookie cookie = new SessionCookie(secret, false);
        return cookie.name() + "=" + cookie.encrypt(new Session(municipality, participant, Role.PARTICIPANT, null, now, now));
    }
}
