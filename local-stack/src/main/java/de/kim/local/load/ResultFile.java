package de.kim.local.load;

import de.kim.local.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The results of an import as a CSV file (RFC 4180, UTF-8), a line a row, for whoever sent it. */
public final class ResultFile {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader("file", "line", "outcome", "id", "why").get();

    /** What begins a formula, in full width too. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n";

    private ResultFile() {}

    /**
     * Writes it whole, or not at all.
     *
     * @throws Trouble when it cannot be written
     */
    public static void write(Path file, List<ImportReport> reports) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var printer = new CSVPrinter(Files.newBufferedWriter(fresh), FORMAT)) {
                for (var report : reports) {
                    for (var row : report.rows()) {
                        printer.printRecord(
                                text(report.file()),
                                row.line(),
                                row.outcome(),
                                row.id(),
                                text(row.why()));
                    }
                }
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Trouble(file + " cannot be written.", "Name another file with --result.", e);
        }
    }

    /** What others wrote is text also where a spreadsheet would take it for a formula. */
    private static String text(String written) {
        return !written.isEmpty() && FORMULA.indexOf(written.charAt(0)) >= 0
                ? "'" + written
                : written;
    }
}
