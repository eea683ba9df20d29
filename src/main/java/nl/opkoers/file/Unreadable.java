package nl.opkoers.file;

/** A file that is no picture for us. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal why;

    Unreadable(Refusal why) {
        super(why.name());
        this.why = why;
    }

    Unreadable(Refusal why, Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}
