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
                                report.file(), row.line(), row.outcome(), row.id(), row.why());
                    }
                }
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Trouble(file + " cannot be written.", "Name another file with --result.", e);
        }
    }
}
