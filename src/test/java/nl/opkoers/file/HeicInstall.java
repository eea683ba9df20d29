package nl.opkoers.file;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nl.opkoers.Debian;

/** Sees to it that there are the programs that read HEIC, where they can be installed. */
final class HeicInstall {

    private HeicInstall() {
    }

    /** Skips the test where they are not here and cannot be installed: HEIC is refused there, which has a test of its own. */
    static synchronized void ensure() {
        if (!new HeicProgram().isThere() && Debian.canInstall()) {
            Debian.install("libheif-examples");
        }
        assumeTrue(new HeicProgram().isThere(), "no libheif-examples");
    }
}
