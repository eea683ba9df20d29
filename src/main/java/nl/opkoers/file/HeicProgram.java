package nl.opkoers.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes JPEG of HEIC by the programs of libheif, each time in a process of its own with little memory and little time: the
 * JDK cannot read it, and what a foreign file does to a decoder written in C ends with that process. Without the programs
 * (Debian's libheif-examples and util-linux) HEIC is refused.
 */
@ApplicationScoped
class HeicProgram {

    private static final List<Path> FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"));
    private static final long MOST_MEMORY = 1L << 30;
    private static final long MOST_WRITTEN = 64L << 20;
    private static final int MOST_SECONDS = 20;
    private static final Pattern SIZE = Pattern.compile("^image: (\\d{1,9})x(\\d{1,9}) ", Pattern.MULTILINE);

    /** Whether all three programs are here. */
    boolean isThere() {
        return Stream.of("prlimit", "heif-info", "heif-convert").allMatch(name -> Files.isExecutable(program(name)));
    }

    /**
     * The picture as JPEG, upright: how HEIC is to be turned stands in the format itself.
     *
     * @throws Unreadable when the programs are not here, or do not take it
     */
    byte[] toJpeg(byte[] heic) throws Unreadable {
        if (!isThere()) {
            throw new Unreadable(Refusal.HEIC);
        }
        try {
            Path folder = folder();
            try {
                return convert(Files.write(folder.resolve("in.heic"), heic), folder);
            } finally {
                remove(folder);
            }
        } catch (IOException broken) {
            throw new Unreadable(Refusal.DAMAGED, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreadable(Refusal.TOO_SLOW, stopped);
        }
    }

    /** A place for one picture, which is taken away with it. */
    Path folder() throws IOException {
        return Files.createTempDirectory("heic");
    }

    private static byte[] convert(Path heic, Path folder) throws IOException, InterruptedException, Unreadable {
        run(folder, "heif-info", heic.toString());
        boolean small = SIZE.matcher(Files.readString(folder.resolve("heif-info"))).results()
                .allMatch(size -> Long.parseLong(size.group(1)) * Long.parseLong(size.group(2)) <= Darkroom.MOST_PIXELS);
        if (!small) {
            throw new Unreadable(Refusal.TOO_MANY_PIXELS);
        }
        run(folder, "heif-convert", "-q", "92", heic.toString(), folder.resolve("out.jpg").toString());
        // Of several pictures in one file each gets a number.
        Path one = folder.resolve("out.jpg");
        return Files.readAllBytes(Files.exists(one) ? one : folder.resolve("out-1.jpg"));
    }

    private static void run(Path folder, String program, String... arguments)
            throws IOException, InterruptedException, Unreadable {
        List<String> words = new ArrayList<>(List.of(program("prlimit").toString(), "--as=" + MOST_MEMORY,
                "--fsize=" + MOST_WRITTEN, "--cpu=" + MOST_SECONDS, "--core=0", "--", program(program).toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(words).directory(folder.toFile())
                .redirectOutput(folder.resolve(program).toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        command.environment().clear();
        Process process = command.start();
        boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        if (!ended) {
            throw new Unreadable(Refusal.TOO_SLOW);
        }
        if (process.exitValue() != 0) {
            throw new Unreadable(Refusal.DAMAGED);
        }
    }

    private static Path program(String name) {
        return FOLDERS.stream().map(folder -> folder.resolve(name)).filter(Files::isExecutable).findFirst()
                .orElse(FOLDERS.get(0).resolve(name));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
