package de.kim.reporting.read.report.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet a table. Numbers are numbers; texts are texts, so nothing becomes a formula. */
final class SheetsWorkbook {
    private static final int LONGEST_NAME = 31;
    private static final int FIRST_COLUMN = 45;
    private static final int OTHER_COLUMNS = 16;
    private static final int HEAD = 3;

    private final Workbook workbook;
    private final Language language;

    private SheetsWorkbook(Workbook workbook, Language language) {
        this.workbook = workbook;
        this.language = language;
    }

    static byte[] of(ReportSheets sheets, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "KIM", "1.0")) {
            workbook.properties().setTitle(sheets.title().in(language));
            SheetsWorkbook book = new SheetsWorkbook(workbook, language);
            book.front(sheets);
            sheets.sheets().forEach(book::sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void front(ReportSheets sheets) {
        Worksheet sheet = workbook.newWorksheet(new Words("Bericht", "Report").in(language));
        heading(sheet, sheets.title());
        int line = HEAD;
        for (ReportSheets.Fact fact : sheets.facts()) {
            sheet.value(line, 0, fact.name().in(language));
            sheet.value(line++, 1, fact.value().in(language));
        }
        sheet.value(++line, 0, sheets.hiding().in(language));
        for (Sheet table : sheets.sheets()) {
            sheet.value(++line, 0, table.title().in(language));
            sheet.value(line, 1, table.code());
        }
        sheet.width(0, FIRST_COLUMN);
        sheet.width(1, FIRST_COLUMN);
    }

    private void sheet(Sheet table) {
        Worksheet sheet = workbook.newWorksheet(name(table.code()));
        heading(sheet, table.title());
        sheet.value(1, 0, table.definition().in(language));
        sheet.value(HEAD, 0, table.of().in(language));
        sheet.width(0, FIRST_COLUMN);
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.value(HEAD, i + 1, table.columns().get(i).title().in(language));
            sheet.width(i + 1, OTHER_COLUMNS);
        }
        sheet.range(HEAD, 0, HEAD, table.columns().size()).style().bold().wrapText(true).set();
        sheet.freezePane(1, HEAD + 1);
        if (table.withheld()) {
            sheet.value(HEAD + 1, 0, SheetsPage.WITHHELD.in(language));
        }
        int line = HEAD;
        for (Sheet.Row row : table.rows()) {
            sheet.value(++line, 0, row.title().in(language));
            cells(sheet, line, row.cells());
        }
    }

    private void cells(Worksheet sheet, int line, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case Cell.Shown shown -> sheet.value(line, i + 1, shown.number());
                case Cell other -> sheet.value(line, i + 1, other.text(language));
            }
        }
    }

    private void heading(Worksheet sheet, Words title) {
        sheet.value(0, 0, title.in(language));
        sheet.style(0, 0).bold().fontSize(14).set();
    }

    private static String name(String code) {
        return code.substring(0, Math.min(LONGEST_NAME, code.length()));
    }
}
