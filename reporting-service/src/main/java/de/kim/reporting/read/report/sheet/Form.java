package de.kim.reporting.read.report.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The forms in which the tables come. */
public enum Form {
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)),
    HTML(new MediaType("text", "html", StandardCharsets.UTF_8)),
    PDF(MediaType.APPLICATION_PDF),
    XLSX(MediaType.parseMediaType(Form.SPREADSHEET));

    public static final String SPREADSHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final MediaType type;

    Form(MediaType type) {
        this.type = type;
    }

    public MediaType type() {
        return type;
    }

    /** As the end of an address or a file name says it. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Form> ofEnding(String ending) {
        return Arrays.stream(values()).filter(form -> form.ending().equals(ending)).findFirst();
    }

    /** Whether it takes so long to make that they are made one by one. */
    public boolean isHeavy() {
        return this == PDF || this == XLSX;
    }

    public byte[] of(ReportSheets sheets, Language language) {
        return switch (this) {
            case CSV -> SheetsCsv.of(sheets).getBytes(StandardCharsets.UTF_8);
            case HTML -> SheetsPage.of(sheets, language).getBytes(StandardCharsets.UTF_8);
            case PDF -> SheetsPaper.of(sheets, language);
            case XLSX -> SheetsWorkbook.of(sheets, language);
        };
    }
}
