package nl.opkoers.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who looks for what was written and never finds anything would be content for ever. */
class WrittenTest {

    @Test
    void whatIsWrittenAddedOrGoneIsSeen(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("one"), "1");
        Map<Path, String> before = Written.below(directory);
        assertEquals(before, Written.below(directory));
        Files.writeString(file, "23");
        assertNotEquals(before, Written.below(directory));
        Files.createDirectory(directory.resolve("two"));
        assertEquals(3, Written.below(directory).size());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsOpenToWriteInIsSeenAndWhatIsReadIsNot(@TempDir Path directory) throws IOException {
        Path read = Files.writeString(directory.toRealPath().resolve("read"), "1");
        Path written = read.resolveSibling("written");
        Path added = Files.writeString(read.resolveSibling("added"), "1");
        try (InputStream in = Files.newInputStream(read); OutputStream out = Files.newOutputStream(written);
                OutputStream more = Files.newOutputStream(added, StandardOpenOption.APPEND)) {
            assertEquals(List.of(added, written), Written.openBy(ProcessHandle.current().pid()).stream()
                    .filter(file -> file.startsWith(read.getParent())).sorted().toList());
        }
    }
}
