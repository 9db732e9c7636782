package de.kim.simulator;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180) that no spreadsheet takes for a formula. */
final class Csv {
    private Csv() {}

    static String text(List<List<?>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    static String cell(Object value) {
        String text = String.valueOf(value);
        if (!(value instanceof Number)
                && !text.isEmpty()
                && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
