package nl.opkoers.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import nl.opkoers.demo.municipality.ReferenceMunicipality;
import nl.opkoers.demo.municipality.Settings;

/**
 * The files of a PostgreSQL in which the municipality's database is filled, and the portal's is empty. They are made once for all tests
 * of a day, and copied for each world: filling takes longer than all else of its start. {@link DemoWorldTest} has a world that fills itself.
 */
public final class FilledRows {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    /** Nobody asks this municipality anything, so nobody has to show a token. */
    private static final URI NO_ISSUER = URI.create("http://127.0.0.1:1");

    private FilledRows() {
    }

    /** A copy of one's own, to be deleted afterwards. @param clock what day it is for the municipality */
    public static synchronized Path copy(Clock clock) {
        Path filled = TARGET.resolve("filled-" + LocalDate.now(clock.withZone(MunicipalityProcess.ZONE)));
        // Tests run in more than one process.
        try (FileChannel file = FileChannel.open(TARGET.resolve("filled.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = file.lock()) {
            if (!isOfThisProgram(filled)) {
                fill(filled, clock);
            }
            Path copy = Files.createTempDirectory("opkoers-rows");
            copy(filled, copy);
            return copy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static void delete(Path copy) throws IOException {
        DemoWorld.delete(copy);
    }

    /** Another program may fill it with something else. */
    private static boolean isOfThisProgram(Path filled) throws IOException {
        try (Stream<Path> program = Files.walk(TARGET.resolve("classes"))) {
            long made = filled.toFile().lastModified();
            return program.allMatch(file -> file.toFile().lastModified() < made);
        }
    }

    private static void fill(Path filled, Clock clock) throws IOException {
        if (Files.exists(filled)) {
            delete(filled);
        }
        Path data = Files.createTempDirectory(TARGET, "filling");
        DemoSettings secrets = DemoSettings.passing();
        try (DemoDatabase database = DemoDatabase.start(DemoDatabase.Place.passing(DemoWorldResource.programs(), data), secrets)) {
            ReferenceMunicipality.start(new Settings(0, database.jdbcUrl(DemoDatabase.MUNICIPALITY), DemoDatabase.MUNICIPALITY,
                    secrets.municipalityPassword(), NO_ISSUER, MunicipalityProcess.AUDIENCE, clock)).close();
        }
        Files.move(data, filled);
    }

    private static void copy(Path from, Path to) throws IOException {
        Process copying = new ProcessBuilder("cp", "-a", from + "/.", to.toString()).inheritIO().start();
        if (copying.onExit().join().exitValue() != 0) {
            throw new IOException(from + " cannot be copied to " + to);
        }
    }
}
