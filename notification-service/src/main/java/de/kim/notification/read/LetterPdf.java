package de.kim.notification.read;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * Sets a letter as tagged PDF (PDF/UA-1), so that a screen reader reads it in its order and its
 * language. The fonts are DejaVu Sans from a package on the class path, never the machine's; they
 * have Latin, Cyrillic and Arabic.
 */
public final class LetterPdf {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String FAMILY = "Letter";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final byte[] REGULAR = font("DejaVuSans.ttf");
    private static final byte[] HEAVY = font("DejaVuSans-Bold.ttf");

    static {
        // it would log what it sets
        XRLog.setLoggingEnabled(false);
        FontMappers.set(new OwnFonts(REGULAR));
    }

    private LetterPdf() {}

    /**
     * @throws IOException when it cannot be set; the cause stays here, it may quote the letter
     */
    public static byte[] of(LetterText letter) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder setter = new PdfRendererBuilder();
            setter.usePdfUaAccessibility(true);
            setter.useFont(
                    () -> new ByteArrayInputStream(REGULAR),
                    FAMILY,
                    NORMAL,
                    FontStyle.NORMAL,
                    true);
            setter.useFont(
                    () -> new ByteArrayInputStream(HEAVY), FAMILY, BOLD, FontStyle.NORMAL, true);
            setter.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
            setter.useUnicodeBidiReorderer(new LetterLines());
            setter.defaultTextDirection(direction(letter.language()));
            setter.withHtmlContent(letter.html(), null);
            setter.withProducer("KIM");
            setter.toStream(pdf);
            setter.run();
        } catch (XRRuntimeException e) {
            throw new IOException("the letter could not be set");
        }
        return pdf.toByteArray();
    }

    private static TextDirection direction(Language language) {
        return language.direction().equals("rtl") ? TextDirection.RTL : TextDirection.LTR;
    }

    private static byte[] font(String name) {
        try (InputStream in = LetterPdf.class.getResourceAsStream(FONTS + name)) {
            if (in == null) {
                throw new IllegalStateException("no font " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
