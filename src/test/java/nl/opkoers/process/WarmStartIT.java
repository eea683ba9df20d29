package nl.opkoers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docker/train} keeps of a run of the demo is what a start with it takes its classes from; portals of other tests too. */
class WarmStartIT {

    private static final String PROGRAM = PortalProcess.PROGRAM.toString();

    @Test
    void aStartTakesClassesFromWhatWasLearned(@TempDir Path directory) throws IOException {
        Path classes = directory.resolve("classes");
        String option = Learned.train();
        String java = ProcessHandle.current().info().command().orElse("java");

        // Without a setting it ends at once, after some of its own classes and many of Quarkus.
        Learned.Said said = Learned.said(java, option, "-Xlog:class+load:file=" + classes, "-jar", PROGRAM);
        assertEquals(1, said.code(), said::toString);
        assertTrue(Files.readAllLines(classes).stream().anyMatch(line -> line.contains("io.quarkus.") && line.contains("shared objects file")), option);
        Learned.keep(option);
    }

    @Test
    void whoDoesNotSayWhereToIsToldHow() {
        Learned.Said said = Learned.said("docker/train", PROGRAM);
        assertEquals(2, said.code());
        assertTrue(said.text().startsWith("Use: train "));
    }
}
