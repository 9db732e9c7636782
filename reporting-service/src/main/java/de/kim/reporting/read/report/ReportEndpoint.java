package de.kim.reporting.read.report;

import de.kim.audit.report.Report;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The transparency report, as JSON or as a table. */
@RestController
public class ReportEndpoint {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Reports reports;
    private final Clock clock;

    public ReportEndpoint(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** Of a quarter, of two days inclusive, or of the running quarter. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping(path = "/api/report", produces = MediaType.APPLICATION_JSON_VALUE)
    public Report report(
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        return reports.report(Period.asked(quarter, from, until, LocalDate.now(clock)));
    }

    /** The same figures, one a line. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping(path = "/api/report", produces = "text/csv")
    public ResponseEntity<String> csv(
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .body(ReportCsv.of(report(quarter, from, until)));
    }
}
