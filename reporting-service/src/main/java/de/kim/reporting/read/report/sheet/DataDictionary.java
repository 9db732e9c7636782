package de.kim.reporting.read.report.sheet;

import de.kim.reporting.read.report.sheet.Sheet.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What the codes of the open data mean, written down from the report's own definitions. */
public record DataDictionary(int definitionsVersion, List<Entry> entries) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(
                            "kind",
                            "table",
                            "code",
                            "german",
                            "english",
                            "definition_german",
                            "definition_english")
                    .get();

    /**
     * A code.
     *
     * @param kind table, figure, group or state
     * @param table in which a figure stands; empty for groups and states, which mean the same in
     *     all
     * @param definitionGerman of a table what its figures are; else empty, likewise in English
     */
    public record Entry(
            String kind,
            String table,
            String code,
            String german,
            String english,
            String definitionGerman,
            String definitionEnglish) {
        static Entry of(String kind, String table, String code, Words name, Words definition) {
            return new Entry(
                    kind,
                    table,
                    code,
                    name.german(),
                    name.english(),
                    definition.german(),
                    definition.english());
        }
    }

    public DataDictionary {
        entries = List.copyOf(entries);
    }

    /**
     * @param sheets of any report: its tables, figures and definitions
     */
    public static DataDictionary of(int definitionsVersion, ReportSheets sheets) {
        List<Entry> entries = new ArrayList<>();
        Words none = Words.same("");
        for (Sheet sheet : sheets.sheets().stream().filter(OpenData::isOpen).toList()) {
            entries.add(
                    Entry.of(
                            "table",
                            sheet.code(),
                            sheet.code(),
                            sheet.title(),
                            sheet.definition()));
            for (Column column : sheet.columns()) {
                if (OpenData.isCount(column)) {
                    entries.add(
                            Entry.of("figure", sheet.code(), column.code(), column.title(), none));
                }
            }
        }
        Labels.codes()
                .forEach((code, name) -> entries.add(Entry.of("group", "", code, name, none)));
        entries.add(Entry.of("state", "", "shown", new Words("gezeigt", "shown"), none));
        entries.add(Entry.of("state", "", "hidden", Cell.HIDDEN, sheets.hiding()));
        entries.add(Entry.of("state", "", "none", new Words("keine Zahl", "no number"), none));
        entries.add(Entry.of("state", "", "withheld", SheetsPage.WITHHELD, sheets.hiding()));
        return new DataDictionary(definitionsVersion, entries);
    }

    public String csv() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (Entry entry : entries) {
                printer.printRecord(
                        entry.kind(),
                        entry.table(),
                        entry.code(),
                        entry.german(),
                        entry.english(),
                        entry.definitionGerman(),
                        entry.definitionEnglish());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
