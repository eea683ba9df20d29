package nl.opkoers.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a picture, whatever it comes as. */
class DarkroomTest {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void nothingIsLeftOfWhereAPhotoWasTaken() throws Unreadable {
        byte[] sent = Camera.photo(800, 600, 1);
        assertTrue(holds(sent, Camera.PLACE) && holds(sent, "Exif"));

        byte[] kept = develop(sent).jpeg();

        assertFalse(holds(kept, Camera.PLACE));
        assertEquals(List.of("d8", "e0", "db", "db", "c0", "c4", "c4", "c4", "c4", "da"), marks(kept),
                "no Exif, no XMP, no profile, no comment, no small picture");
    }

    /** Where the red half of the photo is to be seen, when the phone says that it was held so. */
    @ParameterizedTest
    @CsvSource({"1, 80, 60, left", "2, 80, 60, right", "3, 80, 60, right", "4, 80, 60, left", "5, 60, 80, top", "6, 60, 80, top",
            "7, 60, 80, bottom", "8, 60, 80, bottom", "9, 80, 60, left"})
    void aPhotoIsUpright(int orientation, int width, int height, String red) throws Unreadable {
        BufferedImage kept = Camera.look(develop(Camera.photo(80, 60, orientation)).jpeg());

        assertEquals(List.of(width, height), List.of(kept.getWidth(), kept.getHeight()));
        assertEquals(red, redSide(kept));
    }

    @Test
    void whatIsNoMirrorImageDoesNotBecomeOne() {
        for (Upright upright : Upright.values()) {
            assertEquals(upright.turn(8, 8).getDeterminant() > 0, List.of(Upright.Normal, Upright.Rotate90, Upright.Rotate180,
                    Upright.Rotate270).contains(upright), upright + " mirrors or not");
        }
    }

    @Test
    void aLargePhotoBecomesSmallAndASmallOneStays() throws Unreadable {
        Picture large = develop(Camera.jpeg(4032, 3024));
        assertEquals(List.of(1600, 1200), List.of(large.width(), large.height()));
        assertEquals("left", redSide(Camera.look(large.jpeg())));
        Picture small = develop(Camera.jpeg(33, 17));
        assertEquals(List.of(33, 17), List.of(small.width(), small.height()));
        Picture strip = develop(Camera.jpeg(6000, 2));
        assertEquals(List.of(1600, 1), List.of(strip.width(), strip.height()));
    }

    @Test
    void otherKindsBecomeJpegToo() throws Unreadable {
        for (byte[] sent : List.of(Camera.png(90, 60), Camera.webp(), Camera.movingWebp())) {
            assertEquals("left", redSide(Camera.look(develop(sent).jpeg())));
        }
        assertEquals(64, develop(Camera.movingWebp()).width());
    }

    @Test
    void whatIsSeenThroughIsWhite() throws Unreadable {
        byte[] clear = Camera.write(new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB), "png");
        assertEquals(0xFFFFFFFF, Camera.look(develop(clear).jpeg()).getRGB(5, 5));
    }

    @Test
    void whatIsTooLargeToUnpackIsNotUnpacked() {
        assertEquals(Refusal.TOO_MANY_PIXELS, refused(Camera.pngOfSize(60_000, 60_000)));
        assertEquals(Refusal.TOO_MANY_PIXELS, refused(Camera.pngOfSize(10_000, 5_001)));
        byte[] jpeg = Camera.jpeg(64, 48);
        int size = indexOf(jpeg, new byte[] {(byte) 0xFF, (byte) 0xC0}) + 5;
        Arrays.fill(jpeg, size, size + 4, (byte) 0xFF);
        assertEquals(Refusal.TOO_MANY_PIXELS, refused(jpeg));
    }

    @Test
    void aTextThatSwellsIsNeverUnpacked() throws Unreadable {
        byte[] bomb = Camera.pngWithSwellingText();
        assertTrue(bomb.length > 1 << 20);
        assertEquals(4, develop(bomb).width());
    }

    @Test
    void aPictureOfThousandsOfScansIsNotRead() throws Exception {
        byte[] stepwise = progressive();
        assertEquals("left", redSide(Camera.look(develop(stepwise).jpeg())));
        int scan = indexOf(stepwise, new byte[] {(byte) 0xFF, (byte) 0xDA});
        byte[] head = Arrays.copyOf(stepwise, scan);
        byte[] once = Arrays.copyOfRange(stepwise, scan, stepwise.length - 2);
        byte[] many = head;
        for (int times = 0; times < 101; times++) {
            many = Camera.join(many, once);
        }
        assertEquals(Refusal.TOO_SLOW, refused(Camera.join(many, new byte[] {(byte) 0xFF, (byte) 0xD9})));
    }

    @Test
    void whatTakesTooLongIsLeft() {
        Clock[] later = {CLOCK};
        Clock running = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                later[0] = Clock.offset(later[0], Duration.ofSeconds(1));
                return later[0].instant();
            }
        };
        Patience little = new Patience(running, Duration.ofSeconds(2));
        assertEquals(Refusal.TOO_SLOW, assertThrows(Unreadable.class,
                () -> Darkroom.develop(UUID.randomUUID(), PictureFormat.PNG, Camera.png(500, 500), false, little)).why());
    }

    @Test
    void whatIsBrokenOffIsNotKept() {
        for (byte[] whole : List.of(Camera.photo(300, 200, 6), Camera.png(300, 200), Camera.webp(), Camera.movingWebp())) {
            for (int part = 1; part < 4; part++) {
                byte[] broken = Arrays.copyOf(whole, whole.length * part / 4);
                assertEquals(Refusal.DAMAGED, refused(broken), PictureFormat.of(whole) + " " + part);
            }
        }
    }

    /** A reader may make something of a garbled file or not, but it is never anything else than a picture or a refusal. */
    @Test
    void whateverIsGarbledIsAPictureOrNone() {
        Random random = new Random(5);
        for (byte[] whole : List.of(Camera.photo(60, 40, 6), Camera.png(60, 40), Camera.webp(), Camera.movingWebp())) {
            for (int times = 0; times < 150; times++) {
                byte[] garbled = whole.clone();
                for (int each = 0; each < 1 + times / 10; each++) {
                    garbled[12 + random.nextInt(whole.length - 12)] = (byte) random.nextInt();
                }
                try {
                    assertTrue(develop(garbled).width() <= Darkroom.LONGEST_SIDE);
                } catch (Unreadable refused) {
                    assertTrue(List.of(Refusal.DAMAGED, Refusal.TOO_MANY_PIXELS, Refusal.TOO_SLOW).contains(refused.why()));
                }
            }
        }
    }

    @Test
    void aFileIsKnownByItsContent() {
        assertEquals(PictureFormat.JPEG, PictureFormat.of(Camera.jpeg(2, 2)).orElseThrow());
        assertEquals(PictureFormat.PNG, PictureFormat.of(Camera.png(2, 2)).orElseThrow());
        assertEquals(PictureFormat.WEBP, PictureFormat.of(Camera.webp()).orElseThrow());
        for (String other : List.of("", "<html><script>alert(1)</script>", "GIF89a", "%PDF-1.7", "RIFF0000WAVE", "\0\0\0\030ftypmp42",
                "<svg xmlns='http://www.w3.org/2000/svg'/>")) {
            assertTrue(PictureFormat.of(other.getBytes(StandardCharsets.ISO_8859_1)).isEmpty(), other);
        }
    }

    private static Picture develop(byte[] file) throws Unreadable {
        return Darkroom.develop(UUID.randomUUID(), PictureFormat.of(file).orElseThrow(() -> new Unreadable(Refusal.NO_PICTURE)),
                file, false, new Patience(CLOCK, Duration.ofSeconds(1)));
    }

    private static Refusal refused(byte[] file) {
        return assertThrows(Unreadable.class, () -> develop(file)).why();
    }

    /** On which side of the picture its red half is. */
    private static String redSide(BufferedImage picture) {
        boolean[] red = {red(picture, 1, 1), red(picture, 3, 1), red(picture, 1, 3), red(picture, 3, 3)};
        return Map.of("left", List.of(true, false, true, false), "right", List.of(false, true, false, true),
                "top", List.of(true, true, false, false), "bottom", List.of(false, false, true, true)).entrySet().stream()
                .filter(side -> side.getValue().equals(List.of(red[0], red[1], red[2], red[3]))).map(Map.Entry::getKey)
                .findFirst().orElse("nowhere");
    }

    /** Whether it is red there, counted in quarters. */
    private static boolean red(BufferedImage picture, int across, int down) {
        int colour = picture.getRGB(picture.getWidth() * across / 4, picture.getHeight() * down / 4);
        return (colour >> 16 & 0xFF) > 150 && (colour & 0xFF) < 100;
    }

    private static byte[] progressive() throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.setOutput(ImageIO.createImageOutputStream(bytes));
        writer.write(null, new IIOImage(Camera.redAndBlue(80, 60), null, null), param);
        ((javax.imageio.stream.ImageOutputStream) writer.getOutput()).close();
        return bytes.toByteArray();
    }

    /** The segments of a JPEG file up to its pixels, by their marks. */
    private static List<String> marks(byte[] jpeg) {
        List<String> marks = new ArrayList<>(List.of("d8"));
        int at = 2;
        while (!marks.contains("da")) {
            marks.add(Integer.toHexString(jpeg[at + 1] & 0xFF));
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        return marks;
    }

    private static boolean holds(byte[] file, String text) {
        return indexOf(file, text.getBytes(StandardCharsets.US_ASCII)) >= 0;
    }

    private static int indexOf(byte[] file, byte[] wanted) {
        for (int at = 0; at + wanted.length <= file.length; at++) {
            if (Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
