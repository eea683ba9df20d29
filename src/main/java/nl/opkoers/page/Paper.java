package nl.opkoers.page;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** Turns a page into a PDF, with letters of every script of our languages in it and nothing from outside. */
public final class Paper {

    private static final List<String> FONTS = List.of("NotoSans", "NotoSansArabic", "NotoSansEthiopic");
    private static final int NORMAL_WEIGHT = 400;
    /** What steers direction and line breaks on a screen, and what XML cannot hold: a font has no letter for it. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}&&[^\\t\\r\\n]]|[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFFE\\uFFFF\\p{Cs}]");

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Paper() {
    }

    /**
     * The page as a PDF document.
     *
     * @param page well-formed XHTML that names only the fonts 'NotoSans', 'NotoSansArabic' and 'NotoSansEthiopic'
     */
    public static byte[] print(String page) {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        PdfRendererBuilder printer = new PdfRendererBuilder().useFastMode();
        printer.withHtmlContent(UNSEEN.matcher(page).replaceAll(""), null);
        printer.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        printer.useUnicodeBidiReorderer(new ICUBidiReorderer());
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            printer.useExternalResourceAccessControl((address, type) -> false, when);
        }
        FONTS.forEach(font -> printer.useFont(() -> open(font), font, NORMAL_WEIGHT, FontStyle.NORMAL, true));
        printer.toStream(document);
        try {
            printer.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return document.toByteArray();
    }

    private static InputStream open(String font) {
        return Paper.class.getResourceAsStream("/fonts/" + font + "-Regular.ttf");
    }
}
