package nl.opkoers.municipality;

/** The municipality did not answer, or not with something that can be read. Says nothing about the person asked for. */
public class MunicipalityUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MunicipalityUnreachable(String what) {
        super(what);
    }

    public MunicipalityUnreachable(String what, Throwable cause) {
        super(what, cause);
    }
}
