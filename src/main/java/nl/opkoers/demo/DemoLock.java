package nl.opkoers.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One demo per directory: a second would take the database of the first for a survivor, and stop it. */
final class DemoLock {
    private DemoLock() {}

    /**
     * Held until closed or until the process ends, however it ends.
     *
     * @throws DemoFailure if a demo runs in this directory
     */
    static AutoCloseable take(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel file = FileChannel.open(directory.resolve("demo.lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(file);
            if (lock == null) {
                file.close();
                throw new DemoFailure("The demo already runs in " + directory.toAbsolutePath().normalize() + ".");
            }
            return file;
        } catch (IOException failure) {
            throw new DemoFailure("The demo cannot write in " + directory + ".", failure);
        }
    }

    private static FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
