package nl.opkoers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docker/train} keeps of a run of the demo is what a start with it takes its classes from; portals of other tests too. */
class WarmStartIT {

    private static final String PROGRAM = PortalProcess.PROGRAM.toString();
    private static final Path KEPT = Path.of("target", "learned").toAbsolutePath();

    @Test
    void aStartTakesClassesFromWhatWasLearned(@TempDir Path directory) throws IOException {
        Path classes = directory.resolve("classes");
        Files.deleteIfExists(PortalProcess.LEARNED);
        String use = said(0, "docker/train", PROGRAM, KEPT.toString()).lines().reduce((before, last) -> last).orElseThrow();
        String java = ProcessHandle.current().info().command().orElse("java");

        // Without a setting it ends at once, after some of its own classes and many of Quarkus.
        said(1, java, use, "-Xlog:class+load:file=" + classes, "-jar", PROGRAM);
        assertTrue(Files.readAllLines(classes).stream().anyMatch(line -> line.contains("io.quarkus.") && line.contains("shared objects file")), use);
        // Whole or not at all: other tests run meanwhile.
        Path written = Files.writeString(KEPT.resolveSibling("learned.new"), '"' + use + '"');
        Files.move(written, PortalProcess.LEARNED, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void whoDoesNotSayWhereToIsToldHow() throws IOException {
        assertTrue(said(2, "docker/train", PROGRAM).startsWith("Use: train "));
    }

    private static String said(int expected, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JDK_JAVA_OPTIONS", PortalProcess.quickJava());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(expected, process.onExit().join().exitValue(), List.of(command) + ": " + said);
        return said;
    }
}
