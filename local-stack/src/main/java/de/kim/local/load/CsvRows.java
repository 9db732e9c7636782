package de.kim.local.load;

import de.kim.local.Trouble;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
            Set.of("entitledOn", "lapsesOn", "testedOn", "from", "until", "begins", "ends");
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
            Set.of(
                    "places",
                    "blocked",
                    "recommendedSection",
                    "schoolYears",
                    "yearOfArrival",
                    "latitudeE6",
                    "longitudeE6");
    private static final Set<String> WORDS =
            Set.of("languages", "courseTypes", "area", "helpLanguages");

    /** Columns of a part of the row, which is there when one of them is. */
    private static final SortedMap<String, Map<String, String>> PARTS =
            new TreeMap<>(
                    Map.of(
                            "registration",
                            Map.of(
                                    "birthPlace", "birthPlace",
                                    "nationalities", "nationalities",
                                    "writingAbility", "writingAbility",
                                    "schooling", "schooling",
                                    "germanLevel", "germanLevel",
                                    "feeExempt", "feeExempt"),
                            "background",
                            Map.of(
                                    "testedSchooling", "schooling",
                                    "schoolYears", "schoolYears",
                                    "testedWritingAbility", "writingAbility",
                                    "firstLanguage", "firstLanguage",
                                    "furtherLanguages", "furtherLanguages",
                                    "yearOfArrival", "yearOfArrival")));

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
        PARTS.forEach((part, names) -> nest(fields, part, names, columns));
        return fields;
    }

    /** In the order of the columns: the same row is the same text, and so the same key. */
    private static void nest(
            ObjectNode fields, String part, Map<String, String> names, List<String> columns) {
        var nested = JsonNodeFactory.instance.objectNode();
        for (var column : columns) {
            var name = names.get(column);
            if (name != null && fields.has(column)) {
                nested.set(name, fields.remove(column));
            }
        }
        if (!nested.isEmpty()) {
            fields.set(part, nested);
        }
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
        } else if (column.equals("birthDate")) {
            fields.put(column, cells.birthDate(column, cell));
        } else if (column.equals("feeExempt")) {
            fields.put(column, cells.flag(column, cell));
        } else if (column.equals("nationalities") || column.equals("furtherLanguages")) {
            fields.set(column, cells.words(cell));
        } else if (DATES.contains(column)) {
            fields.put(column, cells.date(column, cell));
        } else if (NUMBERS.contains(column)) {
            fields.put(column, cells.number(column, cell));
        } else {
            fields.put(column, cell);
        }
    }
}
