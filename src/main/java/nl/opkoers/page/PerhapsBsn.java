package nl.opkoers.page;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** Something that was written may have a BSN in it, which is to be nowhere here. */
class PerhapsBsn extends WebApplicationException {

    private static final long serialVersionUID = 1;

    private final transient SentAgain again;

    PerhapsBsn(SentAgain again) {
        super(Response.Status.BAD_REQUEST);
        this.again = again;
    }

    /** What was written. */
    SentAgain again() {
        return again;
    }
}
