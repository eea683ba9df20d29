package nl.opkoers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

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
        try (FileChannel one = FileChannel.open(Path.of(System.getProperty("java.io.tmpdir"), "install.lock"), CREATE, WRITE);
                FileLock mine = one.lock()) {
            return installNow(packages);
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
