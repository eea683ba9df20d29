package nl.opkoers.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.Debian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos as an iPhone takes them. */
class HeicProgramTest {

    private final HeicProgram program = new HeicProgram();

    @Test
    void anIphonesPhotoBecomesJpegWithoutItsPlace() throws Exception {
        byte[] sent = heic(Camera.photo(640, 480, 6));
        assertEquals(PictureFormat.HEIC, PictureFormat.of(sent).orElseThrow());

        Picture kept = Darkroom.develop(UUID.randomUUID(), PictureFormat.JPEG, program.toJpeg(sent), true,
                new Patience(Clock.systemUTC(), Duration.ofMinutes(1)));

        BufferedImage seen = Camera.look(kept.jpeg());
        assertEquals(List.of(640, 480), List.of(seen.getWidth(), seen.getHeight()), "how it is turned stands not in its Exif");
        assertTrue((seen.getRGB(100, 240) >> 16 & 0xFF) > 150 && (seen.getRGB(540, 240) & 0xFF) > 150);
        assertFalse(new String(kept.jpeg(), StandardCharsets.ISO_8859_1).contains(Camera.PLACE));
    }

    @Test
    void nothingIsLeftOnTheDisk(@TempDir Path disk) throws Exception {
        byte[] sent = heic(Camera.jpeg(64, 48));
        HeicProgram here = new HeicProgram() {
            @Override
            Path folder() throws IOException {
                return Files.createTempDirectory(disk, "heic");
            }
        };
        here.toJpeg(sent);
        assertThrows(Unreadable.class, () -> here.toJpeg(Arrays.copyOf(sent, sent.length / 2)));
        try (Stream<Path> left = Files.list(disk)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void whatIsBrokenIsRefused() throws Exception {
        byte[] whole = heic(Camera.jpeg(300, 200));
        for (byte[] broken : List.of(Arrays.copyOf(whole, 40), Arrays.copyOf(whole, whole.length / 2))) {
            assertEquals(Refusal.DAMAGED, assertThrows(Unreadable.class, () -> program.toJpeg(broken)).why());
        }
    }

    @Test
    void itIsMeasuredBeforeItIsUnpacked() throws Exception {
        byte[] huge = heic(Camera.jpeg(64, 48));
        int size = new String(huge, StandardCharsets.ISO_8859_1).indexOf("ispe") + 8;
        Arrays.fill(huge, size + 1, size + 4, (byte) 0x7F);
        Arrays.fill(huge, size + 5, size + 8, (byte) 0x7F);
        Refusal why = assertThrows(Unreadable.class, () -> program.toJpeg(huge)).why();
        assertTrue(List.of(Refusal.TOO_MANY_PIXELS, Refusal.DAMAGED).contains(why), why.name());
    }

    @Test
    void whereItCannotBeReadThatIsSaid() {
        HeicProgram none = new HeicProgram() {
            @Override
            boolean isThere() {
                return false;
            }
        };
        assertEquals(Refusal.HEIC, assertThrows(Unreadable.class, () -> none.toJpeg(new byte[100])).why());
    }

    private static byte[] heic(byte[] jpeg) throws IOException {
        HeicInstall.ensure();
        Path folder = Files.createTempDirectory("encoded");
        Path from = Files.write(folder.resolve("photo.jpg"), jpeg);
        Path to = folder.resolve("photo.heic");
        String said = Debian.run(new ProcessBuilder("heif-enc", "-q", "60", from.toString(), "-o", to.toString()));
        assertFalse(said.startsWith(Debian.FAILED), said);
        byte[] encoded = Files.readAllBytes(to);
        Files.delete(from);
        Files.delete(to);
        Files.delete(folder);
        return encoded;
    }
}
