package nl.opkoers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Installs what tests need and a bare machine has not, where that is possible: as root on Debian. */
public final class Debian {

    /** How what {@link #run} gives begins when the command did not do it. */
    public static final String FAILED = "failed: ";

    private static final long LONGEST_MINUTES = 10;

    private Debian() {
    }

    /** Whether packages can be installed here. */
    public static boolean canInstall() {
        return "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/etc/debian_version"))
                && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    /**
     * What went wrong, or what was printed. One at a time: tests run side by side, and may both find that something is missing.
     */
    public static String install(String... packages) {
        return alone(() -> installNow(packages));
    }

    private static String alone(Supplier<String> act) {
        try (FileChannel one = FileChannel.open(Path.of(System.getProperty("java.io.tmpdir"), "install.lock"), CREATE, WRITE);
                FileLock mine = one.lock()) {
            return act.get();
        } catch (IOException noLock) {
            return FAILED + noLock.getMessage();
        }
    }

    /** A failed update is no reason to stop: the lists may be recent enough. */
    private static String installNow(String... packages) {
        String updated = run(aptGet(List.of("update")));
        List<String> install = new ArrayList<>(List.of("install", "-y", "--no-install-recommends"));
        install.addAll(List.of(packages));
        String installed = run(aptGet(install));
        return installed.startsWith(FAILED) ? installed + " after update: " + updated : installed;
    }

    /**
     * A program of a package that is not installed: unpacked beside what is built, without what the package would want around it.
     *
     * @return where it is; empty when it cannot be had here
     */
    public static Optional<Path> program(String name, String of) {
        Optional<Path> installed = folders().map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
        if (installed.isPresent()) {
            return installed;
        }
        Path here = Path.of("target", "debian", of).toAbsolutePath();
        Path unpacked = here.resolve("usr/bin").resolve(name);
        if (!Files.isExecutable(unpacked) && canInstall()) {
            alone(() -> unpack(of, here));
        }
        return Optional.of(unpacked).filter(Files::isExecutable);
    }

    /** Where programs are looked for (PATH). */
    public static Stream<String> folders() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
    }

    private static String unpack(String of, Path into) {
        run(aptGet(List.of("update")));
        String unpack = "mkdir -p \"$1\" && cd \"$1\" && apt-get -q download \"$0\" && dpkg --extract ./*.deb . && rm ./*.deb";
        return run(new ProcessBuilder("sh", "-c", unpack, of, into.toString()));
    }

    /** Waits while someone else on this machine is installing. */
    private static ProcessBuilder aptGet(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"));
        words.addAll(arguments);
        ProcessBuilder command = new ProcessBuilder(words);
        command.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return command;
    }

    /** What the command printed, or {@link #FAILED} with the end of that. */
    public static String run(ProcessBuilder command) {
        try {
            Path output = Files.createTempFile("install", ".log");
            Process process = command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            String printed = Files.readString(output);
            Files.delete(output);
            if (ended && process.exitValue() == 0) {
                return printed;
            }
            process.destroyForcibly();
            return FAILED + "…" + printed.substring(Math.max(0, printed.length() - 500)).strip();
        } catch (IOException notThere) {
            return FAILED + notThere.getMessage();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return FAILED + "interrupted";
        }
    }
}
