package nl.opkoers.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL that outlived its program: it starts a session of its own, so {@code kill -9} of the program leaves it
 * running, and the next start would stumble over its {@code postmaster.pid}.
 *
 * <p>A pid in a file may since belong to anything. Only a process whose command is {@code postgres} and whose data
 * directory is ours is stopped.
 */
final class SurvivingPostgres {
    private static final int SECONDS = 20;

    private SurvivingPostgres() {}

    /** Stops the PostgreSQL that still serves this data directory, if there is one. */
    static void stop(Path data) {
        find(data).ifPresent(SurvivingPostgres::stop);
    }

    /** The process that really serves this data directory, whatever the pid file says. */
    static Optional<ProcessHandle> find(Path data) {
        return pid(data.resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> serves(process.info(), data));
    }

    private static Optional<Long> pid(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(lines.get(0).strip()));
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean serves(ProcessHandle.Info process, Path data) {
        boolean postgres = process.command().map(Path::of).map(Path::getFileName)
                .filter(name -> name.toString().equals("postgres")).isPresent();
        List<String> arguments = Arrays.asList(process.arguments().orElse(new String[0]));
        int directory = arguments.indexOf("-D") + 1;
        return postgres && directory > 0 && directory < arguments.size()
                && Path.of(arguments.get(directory)).toAbsolutePath().normalize()
                        .equals(data.toAbsolutePath().normalize());
    }

    /**
     * The signal for PostgreSQL's fast shutdown, which does not wait for clients. Its own {@code pg_ctl} refuses to run
     * as root, and Java can only send the signal that does wait.
     */
    private static void stop(ProcessHandle postgres) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + postgres.pid()).start();
            postgres.onExit().get(SECONDS, TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException failure) {
            throw new DemoFailure("The demo's database of an earlier run (pid " + postgres.pid() + ") does not stop.",
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
