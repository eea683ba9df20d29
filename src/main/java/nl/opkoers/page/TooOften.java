package nl.opkoers.page;

import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;

/** Somebody did something more often than anybody needs to (RFC 6585, section 4). */
class TooOften extends WebApplicationException {

    static final int STATUS = 429;

    private static final long serialVersionUID = 1;

    private final transient Duration wait;
    private final transient SentAgain again;

    TooOften(Duration wait, SentAgain again) {
        super(STATUS);
        this.wait = wait;
        this.again = again;
    }

    /** What was sent, for who wants to send it later. */
    SentAgain again() {
        return again;
    }

    Duration after() {
        return wait;
    }

    /** As a browser or a program is told (RFC 9110, section 10.2.3): in seconds, rather one too many. */
    static long seconds(Duration wait) {
        return wait.toSeconds() + 1;
    }
}
