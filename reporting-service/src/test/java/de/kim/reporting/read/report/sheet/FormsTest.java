package de.kim.reporting.read.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.audit.report.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same figures in every form, read back from what was written. */
class FormsTest {
    private static final Report REPORT = SampleReport.of(170);
    private static final ReportSheets SHEETS = ReportSheets.of(REPORT);

    @Test
    void the_sample_shows_and_hides_something() {
        List<Cell> cells =
                SHEETS.sheets().stream()
                        .flatMap(sheet -> sheet.rows().stream())
                        .flatMap(row -> row.cells().stream())
                        .toList();
        assertThat(cells).hasAtLeastOneElementOfType(Cell.Shown.class);
        assertThat(cells).hasAtLeastOneElementOfType(Cell.Hidden.class);
        assertThat(cells).hasAtLeastOneElementOfType(Cell.None.class);
    }

    /** JSON has no tables: every number in it must be found in one, and every null hidden. */
    @Test
    void the_tables_have_the_figures_of_json() {
        JsonNode json = JsonMapper.shared().valueToTree(REPORT);
        assertThat(cells("funnel"))
                .containsExactlyElementsOf(numbers(json.get("funnel"), "suppressed"));
        assertThat(cells("clocks"))
                .containsExactlyElementsOf(
                        json.get("clocks")
                                .valueStream()
                                .flatMap(clock -> numbers(clock, "suppressed").stream())
                                .toList());
        json.get("breakdowns")
                .forEach(
                        breakdown ->
                                assertThat(cells(breakdown.get("by").stringValue()))
                                        .as(breakdown.get("by").stringValue())
                                        .containsExactlyElementsOf(
                                                breakdown
                                                        .get("groups")
                                                        .valueStream()
                                                        .flatMap(FormsTest::group)
                                                        .toList()));
        json.get("breakdowns")
                .forEach(
                        breakdown ->
                                assertThat(cells(breakdown.get("by").stringValue() + "Access"))
                                        .containsExactlyElementsOf(
                                                breakdown
                                                        .get("groups")
                                                        .valueStream()
                                                        .map(group -> group.get("accessTime"))
                                                        .flatMap(
                                                                c ->
                                                                        numbers(c, "suppressed")
                                                                                .stream())
                                                        .toList()));
        assertThat(cells("equalAccess"))
                .containsExactlyElementsOf(
                        json.get("equalAccess")
                                .valueStream()
                                .flatMap(table -> table.get("groups").valueStream())
                                .flatMap(
                                        group ->
                                                Stream.concat(
                                                        numbers(group.get("funnel"), "suppressed")
                                                                .stream(),
                                                        numbers(group.get("rates"), "").stream()))
                                .toList());
        assertThat(cells("courseTypeGender"))
                .containsExactlyElementsOf(
                        json.get("crossings")
                                .valueStream()
                                .flatMap(table -> table.get("groups").valueStream())
                                .flatMap(FormsTest::pair)
                                .toList());
        JsonNode utilisation = json.get("utilisation");
        assertThat(cells("utilisation"))
                .containsExactlyElementsOf(
                        Stream.concat(
                                        Stream.of(utilisation.get("total")),
                                        utilisation
                                                .get("providers")
                                                .valueStream()
                                                .map(one -> one.get("places")))
                                .flatMap(places -> numbers(places, "").stream())
                                .toList());
    }

    private static Stream<String> group(JsonNode group) {
        return Stream.concat(
                numbers(group.get("funnel"), "suppressed").stream(),
                numbers(group.get("waitingTime"), "suppressed").stream());
    }

    private static Stream<String> pair(JsonNode pair) {
        List<String> figures = new ArrayList<>();
        figures.add(number(pair.get("referred")));
        figures.add(number(pair.get("started")));
        for (String clock : List.of("waitingTime", "accessTime")) {
            for (String figure : List.of("median", "mean", "p90", "estimatedMedian")) {
                figures.add(number(pair.get(clock).get(figure)));
            }
        }
        return figures.stream();
    }

    private static String number(JsonNode one) {
        return one.isNumber() ? plain(one) : "";
    }

    private static List<String> numbers(JsonNode of, String but) {
        return of.propertyStream()
                .filter(property -> !property.getKey().equals(but))
                .map(property -> property.getValue())
                .map(FormsTest::number)
                .toList();
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }

    private static List<String> cells(String code) {
        return sheet(code).rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(Cell::plain)
                .toList();
    }

    private static Sheet sheet(String code) {
        return SHEETS.sheets().stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void csv_has_every_cell_and_nothing_in_it_is_a_formula() throws IOException {
        String text = new String(Form.CSV.of(SHEETS, Language.DE), StandardCharsets.UTF_8);
        assertThat(text).startsWith("table,group,figure,value,state\r\n");
        Map<String, String> read = new LinkedHashMap<>();
        try (var lines =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(text))) {
            for (CSVRecord line : lines) {
                assertThat(line.size()).isEqualTo(5);
                assertThat(String.join(" ", line.toList())).doesNotStartWith("=");
                read.put(
                        line.get("table") + "/" + line.get("group") + "/" + line.get("figure"),
                        line.get("value") + line.get("state"));
            }
        }
        for (Sheet sheet : SHEETS.sheets()) {
            for (Sheet.Row row : sheet.rows()) {
                for (int i = 0; i < row.cells().size(); i++) {
                    String key =
                            sheet.code() + "/" + row.code() + "/" + sheet.columns().get(i).code();
                    Cell cell = row.cells().get(i);
                    String state =
                            switch (cell) {
                                case Cell.Shown shown -> "shown";
                                case Cell.Hidden hidden -> "hidden";
                                case Cell.None none -> "none";
                            };
                    assertThat(read).containsEntry(key, cell.plain() + state);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void other_sets_of_tables_come_in_all_forms_too(Form form) {
        for (Language language : Language.values()) {
            assertThat(form.of(ReportSheets.forBamf(REPORT), language)).isNotEmpty();
            REPORT.providerPages()
                    .forEach(
                            page ->
                                    assertThat(form.of(ReportSheets.of(REPORT, page), language))
                                            .isNotEmpty());
        }
    }

    @Test
    void the_tables_for_the_bamf_have_the_figures_of_the_report() {
        Sheet status =
                ReportSheets.forBamf(REPORT).sheets().stream()
                        .filter(sheet -> sheet.code().equals("bamfStatus"))
                        .findFirst()
                        .orElseThrow();
        List<String> started =
                REPORT.breakdowns().stream()
                        .filter(table -> table.by().equals("legalBasis"))
                        .flatMap(table -> table.groups().stream())
                        .map(group -> Cell.count(group.funnel().started()).plain())
                        .toList();
        assertThat(
                        status.rows().stream()
                                .filter(row -> !row.code().equals("all"))
                                .map(row -> row.cells().getFirst().plain())
                                .toList())
                .isEqualTo(started);
    }

    @ParameterizedTest
    @EnumSource
    void a_workbook_has_a_sheet_a_table_with_every_cell(Language language) throws IOException {
        byte[] bytes = Form.XLSX.of(SHEETS, language);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getSheets()).hasSize(SHEETS.sheets().size() + 1);
            for (Sheet sheet : SHEETS.sheets()) {
                List<Row> lines = book.findSheet(sheet.code()).orElseThrow().read();
                List<Row> rows = lines.stream().filter(line -> line.getRowNum() > 4).toList();
                assertThat(rows).hasSize(sheet.withheld() ? 1 : sheet.rows().size());
                for (int r = 0; r < sheet.rows().size(); r++) {
                    Sheet.Row row = sheet.rows().get(r);
                    assertThat(rows.get(r).getCell(0).getType()).isEqualTo(CellType.STRING);
                    assertThat(rows.get(r).getCellText(0)).isEqualTo(row.title().in(language));
                    for (int c = 0; c < row.cells().size(); c++) {
                        compare(rows.get(r), c + 1, row.cells().get(c), language);
                    }
                }
            }
        }
    }

    private static void compare(Row line, int column, Cell cell, Language language) {
        if (cell instanceof Cell.Shown shown) {
            assertThat(line.getCellAsNumber(column).orElseThrow())
                    .isEqualByComparingTo(shown.number());
        } else {
            assertThat(line.getCellText(column)).isEqualTo(cell.text(language));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_page_has_every_cell_in_tables_with_headings(Language language) throws Exception {
        String html = new String(Form.HTML.of(SHEETS, language), StandardCharsets.UTF_8);
        assertThat(html).doesNotContain("<script", "http://", "https://", "<b>");
        Document page = page(html);
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language.code());
        for (Sheet sheet : SHEETS.sheets()) {
            Element section = section(page, sheet.code());
            assertThat(section.getTextContent()).contains(sheet.definition().in(language));
            assertThat(section.getElementsByTagName("svg").getLength())
                    .isEqualTo(sheet.isCharted() ? 1 : 0);
            List<String> read = new ArrayList<>();
            NodeList lines = section.getElementsByTagName("tr");
            for (int i = 1; i < lines.getLength(); i++) {
                NodeList children = lines.item(i).getChildNodes();
                IntStream.range(0, children.getLength())
                        .forEach(c -> read.add(children.item(c).getTextContent()));
            }
            assertThat(read).containsExactlyElementsOf(texts(sheet, language));
        }
    }

    private static Document page(String html) throws Exception {
        String xml = html.replace("<!DOCTYPE html>", "");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Element section(Document page, String code) {
        NodeList sections = page.getElementsByTagName("section");
        return IntStream.range(0, sections.getLength())
                .mapToObj(i -> (Element) sections.item(i))
                .filter(section -> section.getAttribute("id").equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Sheet sheet, Language language) {
        return sheet.rows().stream()
                .flatMap(
                        row ->
                                Stream.concat(
                                        Stream.of(row.title().in(language)),
                                        row.cells().stream().map(cell -> cell.text(language))))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void paper_has_every_cell_in_the_order_of_its_tables(Language language) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Form.PDF.of(SHEETS, language))) {
            String text = squeezed(new PDFTextStripper().getText(pdf));
            for (Sheet sheet : SHEETS.sheets()) {
                assertThat(text).contains(squeezed(sheet.title().in(language)));
                for (Sheet.Row row : sheet.rows()) {
                    StringBuilder line = new StringBuilder(row.title().in(language));
                    row.cells().forEach(cell -> line.append(cell.text(language)));
                    assertThat(text).contains(squeezed(line.toString()));
                }
            }
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0\u00ad]+", "");
    }
}
