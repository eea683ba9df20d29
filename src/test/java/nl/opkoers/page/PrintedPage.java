package nl.opkoers.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A PDF document as somebody reads it: its words, and each letter that was drawn. */
public record PrintedPage(String text, List<Letter> letters, int pages) {

    /**
     * One drawn letter.
     *
     * @param glyph the number of its drawing in the font; 0 is the empty box
     * @param x     how far from the left
     */
    public record Letter(String text, int glyph, float x) {
    }

    public static PrintedPage of(byte[] document) {
        List<Letter> letters = new ArrayList<>();
        try (PDDocument read = PDDocument.load(document)) {
            PDFTextStripper reader = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition drawn) {
                    letter(drawn, letters);
                    super.processTextPosition(drawn);
                }
            };
            return new PrintedPage(reader.getText(read), letters, read.getNumberOfPages());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void letter(TextPosition drawn, List<Letter> letters) {
        try {
            int glyph = ((PDType0Font) drawn.getFont()).codeToGID(drawn.getCharacterCodes()[0]);
            if (!drawn.getUnicode().isBlank()) {
                letters.add(new Letter(drawn.getUnicode(), glyph, drawn.getXDirAdj()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
