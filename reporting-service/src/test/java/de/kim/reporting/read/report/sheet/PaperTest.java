package de.kim.reporting.read.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What makes a PDF readable for those who do not see it. */
class PaperTest {
    private static final ReportSheets SHEETS = ReportSheets.of(SampleReport.of(170));

    /** 10 mm in points. */
    private static final float EDGE = 28;

    private static PDDocument pdf;

    @BeforeAll
    static void make() throws IOException {
        pdf = Loader.loadPDF(Form.PDF.of(SHEETS, Language.DE));
    }

    @AfterAll
    static void close() throws IOException {
        pdf.close();
    }

    @Test
    void it_says_what_it_is_and_in_which_language() throws IOException {
        var catalog = pdf.getDocumentCatalog();
        assertThat(catalog.getLanguage()).isEqualTo("de");
        assertThat(catalog.getMarkInfo().isMarked()).isTrue();
        assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
        assertThat(pdf.getDocumentInformation().getTitle())
                .isEqualTo("Transparenzbericht 4. Quartal 2026");
        String metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
        assertThat(metadata).contains("pdfuaid").contains("Transparenzbericht 4. Quartal 2026");
    }

    @Test
    void every_picture_has_words_and_every_table_has_headings() {
        List<PDStructureElement> all = elements(pdf.getDocumentCatalog().getStructureTreeRoot());
        List<String> pictures =
                all.stream()
                        .filter(element -> element.getStructureType().equals("Figure"))
                        .map(PDStructureElement::getAlternateDescription)
                        .toList();
        assertThat(pictures)
                .hasSize((int) SHEETS.sheets().stream().filter(Sheet::isCharted).count())
                .allSatisfy(words -> assertThat(words).isNotBlank());
        assertThat(all)
                .extracting(PDStructureElement::getStructureType)
                .contains("H1", "H2", "P", "Table", "TH", "TD");
    }

    @Test
    void nothing_runs_over_the_edge() throws IOException {
        new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> letters) {
                for (TextPosition letter : letters) {
                    assertThat(letter.getXDirAdj() + letter.getWidthDirAdj())
                            .as(text)
                            .isBetween(0f, letter.getPageWidth() - EDGE);
                }
            }
        }.getText(pdf);
    }

    @Test
    void every_font_is_inside() throws IOException {
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded())
                        .as(page.getResources().getFont(name).getName())
                        .isTrue();
            }
        }
    }

    private static List<PDStructureElement> elements(PDStructureNode node) {
        List<PDStructureElement> all = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                all.add(element);
                all.addAll(elements(element));
            }
        }
        return all;
    }
}
