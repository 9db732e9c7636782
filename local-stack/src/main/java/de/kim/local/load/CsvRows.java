package de.kim.local.load;

import de.kim.local.Trouble;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A CSV file (UTF-8, comma, first line names the columns) as rows in the APIs' own shape. */
final class CsvRows {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .get();
    private static final Set<String> DATES =
            Set.of(
                    "birthDate",
                    "entitledOn",
                    "lapsesOn",
                    "testedOn",
                    "from",
                    "until",
                    "begins",
                    "ends");
    private static final Set<String> FLAGS =
            Set.of(
                    "childcareNeeded",
                    "accessibilityNeeded",
                    "onlyWishes",
                    "consent",
                    "dispensable",
                    "accessible",
                    "childcare",
                    "womenOnly",
                    "online");
    private static final Set<String> NUMBERS =
            Set.of("places", "blocked", "recommendedSection", "latitudeE6", "longitudeE6");
    private static final Set<String> WORDS =
            Set.of("languages", "courseTypes", "area", "helpLanguages");

    private final Cells cells;

    CsvRows(LocalDate today) {
        this.cells = new Cells(today);
    }

    /** Reads every row; one that cannot be read goes to {@code bad} and the rest goes on. */
    List<Row> read(String text, Consumer<Rejected> bad) {
        var rows = new ArrayList<Row>();
        try (Reader reader = new StringReader(text);
                CSVParser parser = FORMAT.parse(reader)) {
            for (var csv : parser) {
                var line = Math.toIntExact(parser.getCurrentLineNumber());
                try {
                    rows.add(new Row(line, fields(csv, parser.getHeaderNames())));
                } catch (BadRow e) {
                    bad.accept(new Rejected(line, e.sentence()));
                }
            }
        } catch (IOException
                | UncheckedIOException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new Trouble(
                    "The file is no CSV table: " + e.getMessage() + ".",
                    "Save it as CSV, UTF-8, with commas.",
                    e);
        }
        return rows;
    }

    private ObjectNode fields(CSVRecord csv, List<String> columns) {
        if (!csv.isConsistent()) {
            throw new BadRow(
                    "the row has %d cells, the heading %d".formatted(csv.size(), columns.size()));
        }
        var fields = JsonNodeFactory.instance.objectNode();
        columns.forEach(column -> put(fields, column, csv.get(column).strip()));
        return fields;
    }

    private void put(ObjectNode fields, String column, String cell) {
        if (column.equals("available") || column.equals("times")) {
            fields.set(column, cells.times(column, cell));
        } else if (column.equals("sections")) {
            fields.set(column, cells.sections(column, cell));
        } else if (column.equals("postalAddress")) {
            if (!cell.isEmpty()) {
                fields.set(column, cells.postalAddress(column, cell));
            }
        } else if (column.equals("wishes")) {
            fields.set(column, cells.wishes(cell));
        } else if (WORDS.contains(column)) {
            fields.set(column, cells.words(cell));
        } else if (FLAGS.contains(column)) {
            fields.put(column, cells.flag(column, cell));
        } else if (cell.isEmpty()) {
            return;
        } else if (DATES.contains(column)) {
            fields.put(column, cells.date(column, cell));
        } else if (NUMBERS.contains(column)) {
            fields.put(column, cells.number(column, cell));
        } else {
            fields.put(column, cell);
        }
    }
}
