package nl.opkoers.demo;

/** The demo cannot start, for a reason that whoever started it can do something about. The message says what. */
public final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }

    DemoFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message and, where something else failed first, what that said. */
    public String explained() {
        return getCause() == null ? getMessage() : getMessage() + "\n  " + getCause();
    }
}
