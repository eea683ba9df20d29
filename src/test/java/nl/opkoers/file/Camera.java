package nl.opkoers.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Makes the files that people send: photos as phones take them, and what somebody could send in place of one. */
final class Camera {

    /** What is in a photo besides its pixels: nobody should ever find it again. */
    static final String PLACE = "52 22 N 4 53 E, at home";

    /** 64 by 48, made by a browser: the left half red, the right half blue. */
    private static final String WEBP = """
            UklGRkYCAABXRUJQVlA4WAoAAAAgAAAAPwAALwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
            AAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAA\
            ABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1\
            AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAP\
            KnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZW\
            UDggWAAAABAFAJ0BKkAAMAA+bTSVR6QjIiEquAgAgA2JYwDTXcD+AaaTwD5AABgtLKdeMCC5DwAA/vPfZoxVi4I+9guz3l5/r8/6MxfewXZ7y8\
            /2kvCRigggCK6fgAA=""";

    private Camera() {
    }

    /** The left half red, the right half blue. */
    static BufferedImage redAndBlue(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width / 2, height);
        brush.setColor(Color.BLUE);
        brush.fillRect(width / 2, 0, width - width / 2, height);
        brush.dispose();
        return picture;
    }

    static byte[] jpeg(int width, int height) {
        return write(redAndBlue(width, height), "jpeg");
    }

    static byte[] png(int width, int height) {
        return write(redAndBlue(width, height), "png");
    }

    static byte[] webp() {
        return Base64.getDecoder().decode(WEBP);
    }

    /**
     * A photo as a phone saves it.
     *
     * @param orientation as Exif numbers it: 6 is a phone held upright
     */
    static byte[] photo(int width, int height, int orientation) {
        byte[] exif = exif(orientation);
        byte[] xmp = ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + PLACE + "</x:xmpmeta>").getBytes(StandardCharsets.UTF_8);
        byte[] plain = jpeg(width, height);
        return join(Arrays.copyOf(plain, 2), segment(0xE1, exif), segment(0xE1, xmp),
                segment(0xFE, PLACE.getBytes(StandardCharsets.UTF_8)), Arrays.copyOfRange(plain, 2, plain.length));
    }

    /** Orientation, a place and a small picture of its own, in the first two directories of a TIFF file. */
    private static byte[] exif(int orientation) {
        byte[] small = jpeg(16, 12);
        byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
        int second = 8 + 2 + 2 * 12 + 4;
        int placeAt = second + 2 + 2 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(placeAt + place.length + small.length);
        tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(place.length).putInt(placeAt).putInt(second);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0201).putShort((short) 4).putInt(1).putInt(placeAt + place.length);
        tiff.putShort((short) 0x0202).putShort((short) 4).putInt(1).putInt(small.length).putInt(0);
        tiff.put(place).put(small);
        return join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array());
    }

    private static byte[] segment(int mark, byte[] content) {
        return join(new byte[] {(byte) 0xFF, (byte) mark},
                ByteBuffer.allocate(2).putShort((short) (content.length + 2)).array(), content);
    }

    /** A small file that says that it is a picture of this size. */
    static byte[] pngOfSize(int width, int height) {
        byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0}).array();
        return join(Arrays.copyOf(png(1, 1), 8), chunk("IHDR", header), chunk("IDAT", zeros(1 << 20)), chunk("IEND", new byte[0]));
    }

    /** A picture with a palette, and beside it a text that is some megabytes when packed and more than an array can hold when not. */
    static byte[] pngWithSwellingText() {
        BufferedImage one = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_INDEXED);
        byte[] plain = write(one, "png");
        byte[] text = join("Comment\0\0".getBytes(StandardCharsets.US_ASCII), zeros(1L << 31));
        int afterHeader = 8 + 12 + 13;
        return join(Arrays.copyOf(plain, afterHeader), chunk("zTXt", text),
                Arrays.copyOfRange(plain, afterHeader, plain.length));
    }

    private static byte[] zeros(long number) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream packer = new DeflaterOutputStream(packed, fast, 1 << 16)) {
            byte[] some = new byte[1 << 20];
            for (long written = 0; written < number; written += some.length) {
                packer.write(some, 0, (int) Math.min(some.length, number - written));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] named = join(type.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        return join(ByteBuffer.allocate(4).putInt(content.length).array(), named,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** The picture of {@link #webp()} twice, one after the other. */
    static byte[] movingWebp() {
        byte[] still = Arrays.copyOfRange(webp(), 12, webp().length);
        byte[] frame = join(little(0, 3), little(0, 3), little(63, 3), little(47, 3), little(100, 3), little(0, 1), still);
        byte[] canvas = join(little(2, 4), little(63, 3), little(47, 3));
        byte[] content = join(ascii("WEBP"), riff("VP8X", canvas), riff("ANIM", new byte[6]), riff("ANMF", frame),
                riff("ANMF", frame));
        return join(ascii("RIFF"), little(content.length, 4), content);
    }

    private static byte[] riff(String type, byte[] content) {
        return join(ascii(type), little(content.length, 4), content, new byte[content.length % 2]);
    }

    private static byte[] little(int number, int bytes) {
        return Arrays.copyOf(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array(), bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static BufferedImage look(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] write(BufferedImage picture, String format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
