package nl.opkoers.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where something was written, as far as it can be seen from outside. */
final class Written {

    /** Reading alone has none of these (fcntl.h). */
    private static final int WRITES = 0b11;

    private Written() {
    }

    /** Each file below a directory, with how long it is and since when: two that are alike say that nothing was written. */
    static Map<Path, String> below(Path directory) throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.toList()) {
                files.put(file, Files.isDirectory(file) ? "directory" : Files.size(file) + " bytes of " + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    /** The files that a process has open now to write in. */
    static List<Path> openBy(long process) throws IOException {
        Path its = Path.of("/proc", Long.toString(process));
        try (Stream<Path> open = Files.list(its.resolve("fd"))) {
            return open.filter(Files::isRegularFile).filter(each -> writes(its.resolve("fdinfo").resolve(each.getFileName()))).map(Written::real)
                    .toList();
        }
    }

    private static boolean writes(Path told) {
        String flags = Compose.text(told).replaceFirst("(?s).*flags:\\s*(\\d+).*", "$1");
        return (Integer.parseInt(flags, 8) & WRITES) != 0;
    }

    private static Path real(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException gone) {
            return link;
        }
    }
}
