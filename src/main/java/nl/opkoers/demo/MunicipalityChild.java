package nl.opkoers.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The municipality's process, seen from the demo that starts it. */
final class MunicipalityChild implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path pidFile;

    private MunicipalityChild(Process process, Path pidFile) {
        this.process = process;
        this.pidFile = pidFile;
    }

    /**
     * Starts it from the same program as this one; returns once it listens.
     *
     * @throws DemoFailure if it ends before it listens
     */
    static MunicipalityChild start(Path directory) {
        try {
            // Standard input stays a pipe that only we hold: it ends when we end, however we end.
            ProcessBuilder builder = new ProcessBuilder(command())
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            // Settings for a portal elsewhere have no say in this demo.
            builder.environment().keySet().removeIf(name -> name.startsWith("OPKOERS_"));
            MunicipalityChild child = new MunicipalityChild(builder.start(), MunicipalityProcess.pidFile(directory));
            child.awaitListening();
            return child;
        } catch (IOException failure) {
            throw new DemoFailure("The reference municipality cannot be started.", failure);
        }
    }

    /** Ends a municipality that was started by hand and is still there, as the demo it belongs to has ended. */
    static void stopLeftBehind(Path directory) {
        running(MunicipalityProcess.pidFile(directory)).ifPresent(MunicipalityChild::stop);
    }

    private void awaitListening() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (DemoPorts.free(DemoPorts.MUNICIPALITY)) {
            if (!process.isAlive() || System.nanoTime() > until || !DemoPorts.pause()) {
                close();
                throw new DemoFailure("The reference municipality did not start; what it said is above.");
            }
        }
    }

    private static List<String> command() {
        String java = ProcessHandle.current().info().command().orElse("java");
        String program = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(java, "-Xmx256m"));
        boolean jar = program.endsWith(".jar") && Files.isRegularFile(Path.of(program));
        command.addAll(jar ? List.of("-jar", program) : List.of("-cp", program, "nl.opkoers.OpKoers"));
        command.addAll(List.of("municipality", MunicipalityProcess.WITH_PARENT));
        return command;
    }

    /** A pid in a file may since belong to anything: only a Java program told to be the municipality is ours. */
    private static Optional<ProcessHandle> running(Path pidFile) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(found -> Arrays.asList(found.info().arguments().orElse(new String[0]))
                            .contains("municipality"));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static void stop(ProcessHandle municipality) {
        municipality.destroy();
        try {
            municipality.onExit().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stubborn) {
            municipality.destroyForcibly();
        }
    }

    /** Stops it, or the one that was started by hand in its place. */
    @Override
    public void close() {
        stop(process.toHandle());
        running(pidFile).ifPresent(MunicipalityChild::stop);
    }
}
