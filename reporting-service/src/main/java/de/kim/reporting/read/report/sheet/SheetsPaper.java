package de.kim.reporting.read.report.sheet;

import static de.kim.reporting.read.report.sheet.Markup.escaped;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The report as a tagged PDF (PDF/UA): what the page says, on paper across. Its fonts come with
 * this service; those of the machine are never asked for.
 */
final class SheetsPaper {
    private static final Words SUBJECT =
            new Words(
                    "Wie Kursplätze vergeben wurden, mit Definition jeder Zahl",
                    "How course places were allocated, with the definition of every figure");

    private static final Words PAGE_OF = new Words("Seite", "page");

    private static final String PAPER =
            """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8" />
            <title>%2$s</title>
            <meta name="subject" content="%3$s" />
            <meta name="author" content="KIM" />
            <style>
            @page { size: A4 landscape; margin: 15mm 15mm 18mm; font-family: 'DejaVu Sans'; @bottom-left { content: "%7$s"; font: 8pt 'DejaVu Sans'; } @bottom-right { content: "%4$s " counter(page) " / " counter(pages); font: 8pt 'DejaVu Sans'; } }
            * { font-family: 'DejaVu Sans'; }
            body { font-size: 9pt; line-height: 1.4; }
            h1 { font-size: 16pt; } h2 { font-size: 12pt; margin: 14pt 0 4pt; page-break-after: avoid; }
            dt { font-weight: bold; } dd { margin: 0 0 3pt; }
            p { max-width: 200mm; }
            .picture { width: 720px; margin-bottom: 6pt; page-break-inside: avoid; }
            table { -fs-table-paginate: paginate; border-collapse: collapse; font-size: 7.5pt; }
            .wide { page-break-inside: avoid; } .many { font-size: 6.3pt; }
            caption { text-align: left; font-weight: bold; }
            tr { page-break-inside: avoid; }
            th, td { border: 0.5pt solid #6b6b6b; padding: 2pt 3pt; text-align: right; vertical-align: bottom; }
            th[scope=row], thead th:first-child { text-align: left; }
            </style>
            </head>
            <body>
            <h1>%2$s</h1>
            %5$s%6$s</body>
            </html>
            """;

    private SheetsPaper() {}

    static byte[] of(ReportSheets sheets, Language language) {
        Map<String, Bars> pictures = new HashMap<>();
        SheetsMarkup markup = new SheetsMarkup(sheets, language, bars -> placeOf(bars, pictures));
        String title = escaped(sheets.title().in(language));
        String html =
                PAPER.formatted(
                        language.code(),
                        title,
                        escaped(SUBJECT.in(language)),
                        escaped(PAGE_OF.in(language)),
                        markup.facts(),
                        markup.sections(),
                        title(sheets, language));
        return rendered(html, pictures);
    }

    /** As a string of a style sheet: names that others wrote stand in it. */
    private static String title(ReportSheets sheets, Language language) {
        return escaped(sheets.title().in(language).replaceAll("[\"\\\\\\p{Cntrl}]", "'"));
    }

    /** Drawn when the page is laid out. */
    private static String placeOf(Bars bars, Map<String, Bars> pictures) {
        String name = String.valueOf(pictures.size());
        pictures.put(name, bars);
        return "<div class=\"picture\"><object type=\"%s\" data=\"%s\" alt=\"%s\" style=\"width: %dpx; height: %dpx\"></object></div>\n"
                .formatted(
                        BarsOnPaper.TYPE, name, escaped(bars.words()), bars.width(), bars.height());
    }

    private static byte[] rendered(String html, Map<String, Bars> pictures) {
        byte[] regular = Fonts.bytes(Fonts.REGULAR);
        try (TrueTypeFont outlines = new TTFParser().parse(new RandomAccessReadBuffer(regular))) {
            return rendered(html, new BarsOnPaper(pictures, outlines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] rendered(String html, BarsOnPaper pictures) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useFont(() -> font(Fonts.REGULAR), Fonts.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font(Fonts.BOLD), Fonts.FAMILY, 700, FontStyle.NORMAL, true);
        builder.useObjectDrawerFactory(pictures);
        builder.withProducer("KIM");
        // nothing is fetched: no address leads anywhere
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(html, null);
        builder.toStream(pdf);
        builder.run();
        return pdf.toByteArray();
    }

    private static InputStream font(String file) {
        return new ByteArrayInputStream(Fonts.bytes(file));
    }
}
