package nl.opkoers.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** What portal, PostgreSQL and who asks took of the processors, all threads together. */
record Usage(Duration portal, Duration postgres, Duration asking) {

    private static final int KILOBYTES = 1024;

    /**
     * Up to now.
     *
     * @param portal   its process
     * @param postgres the process that all others of PostgreSQL come from
     */
    static Usage now(long portal, long postgres) {
        return new Usage(of(ProcessHandle.of(portal).stream()),
                of(ProcessHandle.of(postgres).stream().flatMap(main -> Stream.concat(Stream.of(main), main.children()))),
                of(Stream.of(ProcessHandle.current())));
    }

    private static Duration of(Stream<ProcessHandle> processes) {
        return processes.map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus);
    }

    Usage since(Usage before) {
        return new Usage(portal.minus(before.portal), postgres.minus(before.postgres), asking.minus(before.asking));
    }

    Usage plus(Usage more) {
        return new Usage(portal.plus(more.portal), postgres.plus(more.postgres), asking.plus(more.asking));
    }

    /** In milliseconds for each page. */
    String per(long pages) {
        return String.format(Locale.ROOT, "CPU for each: portal %5.2f   PostgreSQL %5.2f   asking %5.2f ms", millis(portal, pages),
                millis(postgres, pages), millis(asking, pages));
    }

    private static double millis(Duration time, long pages) {
        return time.toNanos() / 1e6 / pages;
    }

    /** The memory that a process has, in megabytes; what was the most of it is more. Linux only (proc(5)). */
    static long resident(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong)
                    .findFirst().orElse(0) / KILOBYTES;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What is used of a Java process's heap after all is thrown away that can be, in its own words. */
    static String heap(long process) {
        Path java = Path.of(ProcessHandle.current().info().command().orElse("java"));
        run(java.resolveSibling("jcmd").toString(), String.valueOf(process), "GC.run");
        return run(java.resolveSibling("jcmd").toString(), String.valueOf(process), "GC.heap_info").lines()
                .filter(line -> line.contains("used")).findFirst().map(String::strip).orElse("not known");
    }

    private static String run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
