package nl.opkoers.file;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** How a picture is to be turned so that up is up: phones save what the sensor saw and tell how they were held. */
enum Upright {
    /** As the readers name the orientations 1 to 8 of Exif (CIPA DC-008, section 4.6.5), in that order. */
    Normal(1, 0, 0, 1, 0, 0),
    FlipH(-1, 0, 0, 1, 1, 0),
    Rotate180(-1, 0, 0, -1, 1, 1),
    FlipV(1, 0, 0, -1, 0, 1),
    FlipVRotate90(0, 1, 1, 0, 0, 0),
    Rotate270(0, 1, -1, 0, 1, 0),
    FlipHRotate90(0, -1, -1, 0, 1, 1),
    Rotate90(0, -1, 1, 0, 0, 1);

    private final int[] matrix;

    /** The matrix of the turn, and by how many of its new widths and heights it moves. */
    Upright(int... matrix) {
        this.matrix = matrix;
    }

    /** Whether width and height change places. */
    boolean onItsSide() {
        return matrix[0] == 0;
    }

    /** The turn of a picture that is this wide and high after it. */
    AffineTransform turn(int width, int height) {
        return new AffineTransform(matrix[0], matrix[1], matrix[2], matrix[3], matrix[4] * width, matrix[5] * height);
    }

    /** What the file tells; {@link #Normal} when it tells nothing that can be read. */
    static Upright of(ImageReader reader) {
        try {
            IIOMetadata told = reader.getImageMetadata(0);
            Element tree = (Element) told.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
            NodeList found = tree.getElementsByTagName("ImageOrientation");
            return found.getLength() == 0 ? Normal : valueOf(((Element) found.item(0)).getAttribute("value"));
        } catch (IOException | RuntimeException garbled) {
            return Normal;
        }
    }
}
