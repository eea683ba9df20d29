package nl.opkoers.file;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes of what a file shows a picture of our own. Only pixels go over: whatever else was in the file (where and when it was
 * taken, with which phone, a small copy of what was cut off, something that is no picture) stays behind.
 */
final class Darkroom {

    /** The most pixels of one side of what is made. */
    static final int LONGEST_SIDE = 1600;
    /** The most pixels that are read: more than phones make. */
    static final long MOST_PIXELS = 50_000_000;

    private static final float QUALITY = 0.82f;

    static {
        // By name, as which readers are found by themselves depends on who asks first.
        IIORegistry.getDefaultInstance().registerServiceProvider(new WebPImageReaderSpi());
        IIORegistry.getDefaultInstance().registerServiceProvider(new JPEGImageReaderSpi());
    }

    private Darkroom() {
    }

    /**
     * The picture in a file, upright, at most {@value #LONGEST_SIDE} pixels long.
     *
     * @param turned whether what is in the file is upright already, whatever it tells
     */
    static Picture develop(UUID id, PictureFormat format, byte[] bytes, boolean turned, Patience patience)
            throws Unreadable {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (ImageInputStream file = new ByteArrayImageInputStream(Wrapping.unwrap(format, bytes))) {
            reader.setInput(file, false, format == PictureFormat.PNG);
            reader.addIIOReadProgressListener(patience);
            BufferedImage large = read(reader);
            patience.check();
            return jpeg(id, paint(large, turned ? Upright.Normal : Upright.of(reader)));
        } catch (IOException | RuntimeException | OutOfMemoryError garbled) {
            // Lengths that lie, tables that lead nowhere: a reader that stumbles over its file says so in many ways.
            throw new Unreadable(Refusal.DAMAGED, garbled);
        } finally {
            reader.dispose();
        }
    }

    /** Measures before it unpacks, and then unpacks no more pixels than about twice what is wanted. */
    private static BufferedImage read(ImageReader reader) throws IOException, Unreadable {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new Unreadable(Refusal.TOO_MANY_PIXELS);
        }
        int step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
        ImageReadParam coarse = reader.getDefaultReadParam();
        coarse.setSourceSubsampling(Math.min(step, width), Math.min(step, height), 0, 0);
        return reader.read(0, coarse);
    }

    private static BufferedImage paint(BufferedImage large, Upright upright) {
        BufferedImage smaller = onWhite(large, large.getWidth(), large.getHeight());
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(large.getWidth(), large.getHeight()));
        int width = Math.max(1, (int) Math.round(large.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(large.getHeight() * scale));
        // By halves: at once, thin lines such as those of letters would be lost.
        while (smaller.getWidth() > 2 * width || smaller.getHeight() > 2 * height) {
            smaller = onWhite(smaller, Math.max(width, smaller.getWidth() / 2), Math.max(height, smaller.getHeight() / 2));
        }
        return turn(onWhite(smaller, width, height), upright);
    }

    private static BufferedImage onWhite(BufferedImage picture, int width, int height) {
        BufferedImage painted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = painted.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        brush.dispose();
        return painted;
    }

    private static BufferedImage turn(BufferedImage picture, Upright upright) {
        int width = upright.onItsSide() ? picture.getHeight() : picture.getWidth();
        int height = upright.onItsSide() ? picture.getWidth() : picture.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = turned.createGraphics();
        brush.drawImage(picture, upright.turn(width, height), null);
        brush.dispose();
        return turned;
    }

    private static Picture jpeg(UUID id, BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream file = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(file);
            writer.write(null, new IIOImage(picture, null, null), param);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return new Picture(id, bytes.toByteArray(), picture.getWidth(), picture.getHeight());
    }
}
