package de.kim.notification.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Letters as PDF, read back. They are left in {@code target/letters} for people to look at: what a
 * page looks like no test can say.
 */
class LetterPdfTest {
    private static final String LINK = "https://kim.example/m/AAAAAAAAAAAAAAAAAAAAAA?lang=";
    private static final Pattern MARKUP =
            Pattern.compile("<style>.*?</style>|<[^>]*>", Pattern.DOTALL);

    /** A line in two directions is read back without the blank between them. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{IsArabic}\\p{M}]+|[\\p{L}&&[^\\p{IsArabic}]]+");

    private static final float MM = 72 / 25.4f;

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_word_of_a_letter_stands_on_one_page_in_every_language(Language language)
            throws IOException {
        LetterText letter = letter(language, SampleOffers.before());
        byte[] pdf = LetterPdf.of(letter);
        keep("offer-" + language.code(), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(words(text)).containsAll(words(shown(letter)));
            // what a font has no glyph for would be set as this
            assertThat(text).doesNotContain("#").doesNotContain("\uFFFD");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_screen_reader_finds_language_title_and_structure(Language language) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(LetterPdf.of(letter(language, SampleOffers.before())))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo(language.code());
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo(Texts.in(language).say(Text.OFFER_TITLE));
            assertThat(new String(catalog.getMetadata().toByteArray())).contains("pdfuaid:part");
            assertThat(kinds(catalog.getStructureTreeRoot(), new TreeSet<>()))
                    .contains("H1", "H2", "P", "Table", "TR", "TH", "TD", "Link");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_font_is_in_the_file(Language language) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(LetterPdf.of(letter(language, SampleOffers.before())))) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("DejaVuSans");
                }
            }
        }
    }

    /**
     * DIN 5008, form B: the window of a DL envelope shows 20–105 mm from the left, 45–90 mm down.
     */
    @ParameterizedTest
    @EnumSource(Language.class)
    void the_window_of_the_envelope_shows_the_address_and_nothing_else(Language language)
            throws IOException {
        try (PDDocument document =
                Loader.loadPDF(LetterPdf.of(letter(language, SampleOffers.before())))) {
            String seen = area(document.getPage(0), 20, 45, 85, 45);
            assertThat(seen.lines().map(String::strip).filter(line -> !line.isEmpty()))
                    .containsExactly(
                            "KIM · Beispielstraße 1 · 49074 Osnabrück",
                            "Aylin Sample",
                            "Musterweg 3 b",
                            "49124 Georgsmarienhütte");
            assertThat(area(document.getPage(0), 20, 62.7f, 85, 27.3f)).contains("Aylin");
        }
    }

    @ParameterizedTest
    @EnumSource(OfferSheet.State.class)
    void a_letter_says_what_became_of_the_offer(OfferSheet.State state) throws IOException {
        byte[] pdf = LetterPdf.of(letter(Language.DE, SampleOffers.ended(state)));
        keep("de-" + state, pdf);
        assertThat(text(pdf))
                .contains(
                        switch (state) {
                            case OPEN -> "Bitte antworten Sie bis Donnerstag, 26. November";
                            case ACCEPTED -> "Wir freuen uns auf Sie.";
                            case DECLINED -> "Sie haben Nein gesagt";
                            case ENDED -> "Dieses Angebot ist zu Ende";
                            case CANCELLED -> "Das tut uns leid";
                            case LOST -> "Sie hatten schon einen Platz";
                        });
    }

    @Test
    void about_no_offer_it_says_that_there_is_news() throws IOException {
        byte[] pdf = LetterPdf.of(letter(Language.FR, null));
        assertThat(text(pdf)).contains(LINK + "fr", Texts.in(Language.FR).say(Text.MAIL_BIRTHDATE));
    }

    @Test
    void what_comes_from_outside_is_text() throws IOException {
        LetterText plain = letter(Language.DE, SampleOffers.before());
        LetterText letter =
                new LetterText(
                        Language.DE,
                        new Recipient("<b>Aylin</b> & Co", "\"Weg\" <i>", "49074", "Ort"),
                        plain.sender(),
                        "",
                        plain.number(),
                        plain.writtenOn(),
                        plain.link(),
                        plain.offer());
        assertThat(text(LetterPdf.of(letter)))
                .contains("<b>Aylin</b> & Co", "\"Weg\" <i>", "Sprachschule <Ahorn> & Co.")
                .doesNotContain("rufen Sie");
    }

    @Test
    void a_name_in_four_scripts_is_set() throws IOException {
        LetterText letter =
                new LetterText(
                        Language.UK,
                        new Recipient("Şêrko Ґалаґан سارا Ǧ", "Weg 1", "49074", "Osnabrück"),
                        "KIM",
                        "",
                        "1",
                        LocalDate.of(2026, 11, 23),
                        LINK + "uk",
                        null);
        assertThat(words(text(LetterPdf.of(letter)))).contains("Şêrko", "Ґалаґан", "سارا", "Ǧ");
    }

    static LetterText letter(Language language, @Nullable OfferSheet offer) {
        return new LetterText(
                language,
                new Recipient("Aylin Sample", "Musterweg 3 b", "49124", "Georgsmarienhütte"),
                "KIM · Beispielstraße 1 · 49074 Osnabrück",
                "0541 000000",
                "7d3f0c2a",
                LocalDate.of(2026, 11, 23),
                LINK + language.code(),
                offer);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String area(PDPage page, float left, float top, float width, float height)
            throws IOException {
        PDFTextStripperByArea stripper = new PDFTextStripperByArea();
        stripper.setSortByPosition(true);
        stripper.addRegion(
                "area",
                new java.awt.geom.Rectangle2D.Float(left * MM, top * MM, width * MM, height * MM));
        stripper.extractRegions(page);
        assertThat(page.getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(), within());
        return stripper.getTextForRegion("area");
    }

    private static org.assertj.core.data.Offset<Float> within() {
        return org.assertj.core.data.Offset.offset(1f);
    }

    /** Its text as people see it, without markup. */
    private static String shown(LetterText letter) {
        return MARKUP.matcher(letter.html())
                .replaceAll(" ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Arabic is set in forms that depend on the neighbours; NFKC makes them letters again. */
    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        String letters = Normalizer.normalize(text, Normalizer.Form.NFKC);
        WORD.matcher(letters.replaceAll("[\u064B-\u0652]", ""))
                .results()
                .forEach(word -> words.add(word.group()));
        return words;
    }

    private static Set<String> kinds(PDStructureNode node, Set<String> kinds) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                kinds.add(element.getStructureType());
                kinds(element, kinds);
            }
        }
        return kinds;
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "letters"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
    }
}
