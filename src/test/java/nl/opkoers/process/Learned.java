package nl.opkoers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What Java learned of this program's classes, as the image has it: nodes that are started here from then on start with it. */
public final class Learned {

    /** For Java's launcher; there once something was {@linkplain #keep kept}. */
    public static final Path OPTIONS = Path.of("target", "learned.options").toAbsolutePath();
    private static final Path CLASSES = Path.of("target", "learned").toAbsolutePath();

    private Learned() {
    }

    /** @return the option by which Java takes its classes from what it learned now */
    public static String train() {
        forget();
        Said said = said("docker/train", PortalProcess.PROGRAM.toString(), CLASSES.toString());
        if (said.code() != 0) {
            throw new IllegalStateException(said.text());
        }
        return said.text().lines().reduce((before, last) -> last).orElseThrow();
    }

    /** Whole or not at all: other tests run meanwhile. */
    public static void keep(String option) {
        try {
            Path written = Files.writeString(CLASSES.resolveSibling("learned.new"), '"' + option + '"');
            Files.move(written, OPTIONS, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Nodes start without it. */
    public static void forget() {
        try {
            Files.deleteIfExists(OPTIONS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether it is there, and of this program. */
    static boolean isThere() {
        return OPTIONS.toFile().lastModified() > PortalProcess.PROGRAM.toFile().lastModified();
    }

    /** How a command ended, which starts Java as the nodes are started here. */
    static Said said(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("JDK_JAVA_OPTIONS", PortalProcess.quickJava());
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(List.of(command), process.onExit().join().exitValue(), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param text what it wrote, mistakes too */
    record Said(List<String> command, int code, String text) {
    }
}
