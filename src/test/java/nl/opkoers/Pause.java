package nl.opkoers;

/** What a test does between two looks at something that takes its time. */
public final class Pause {

    private Pause() {
    }

    public static void ofMillis(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
