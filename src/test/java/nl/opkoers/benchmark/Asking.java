package nl.opkoers.benchmark;

/**
 * What somebody asks of a portal, and by what its answer is known to be theirs.
 *
 * @param what     by which it is counted
 * @param cookie   {@code null} for nobody
 * @param language that they read
 * @param form     what they send; {@code null} when they only read
 * @param mark     what has to be in the page; {@code null} when it leads on elsewhere
 */
record Asking(String what, String path, String cookie, String language, String form, String mark) {

    private static final int FOUND = 200;
    private static final int SEE_OTHER = 303;

    /** A page that anybody may read. */
    static Asking anybody(String what, String path, String mark) {
        return new Asking(what, path, null, "nl", null, mark);
    }

    int status() {
        return mark == null ? SEE_OTHER : FOUND;
    }
}
