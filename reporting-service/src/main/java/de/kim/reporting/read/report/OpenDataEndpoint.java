package de.kim.reporting.read.report;

import de.kim.audit.report.Report;
import de.kim.kit.access.Public;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.WebRefusal;
import de.kim.reporting.read.report.sheet.DataDictionary;
import de.kim.reporting.read.report.sheet.OpenData;
import de.kim.reporting.read.report.sheet.ReportSheets;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The counts of closed quarters as open data, and what they mean. Nobody has to sign in. */
@RestController
public class OpenDataEndpoint {
    private static final String WHY =
            "counts of closed quarters, suppressed as in the report, about no person and no partner";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    private final ClosedQuarters quarters;

    public OpenDataEndpoint(ClosedQuarters quarters) {
        this.quarters = quarters;
    }

    /** Which quarters there are, the newest first. */
    @Public(WHY)
    @GetMapping("/api/open-data/quarters")
    public List<String> all() {
        return quarters.all().stream().map(ClosedQuarter::quarter).toList();
    }

    /** The counts of a quarter as json or csv. */
    @Public(WHY)
    @GetMapping("/api/open-data/quarters/{quarter}.{form}")
    public ResponseEntity<?> counts(
            @PathVariable("quarter") String quarter, @PathVariable("form") String form) {
        ClosedQuarter closed = quarters.of(quarter);
        OpenData data =
                OpenData.of(
                        quarter,
                        closed.size(),
                        closed.root(),
                        ReportSheets.of(quarters.report(quarter)));
        return switch (form) {
            case "json" -> json(data);
            case "csv" -> csv(data.csv());
            default -> throw new Refused(WebRefusal.NOT_FOUND);
        };
    }

    /** What tables, figures, groups and states mean, as json or csv. */
    @Public(WHY)
    @GetMapping("/api/open-data/dictionary.{form}")
    public ResponseEntity<?> dictionary(@PathVariable("form") String form) {
        Report empty = Report.empty(ANY_DAY);
        DataDictionary dictionary =
                DataDictionary.of(empty.definitionsVersion(), ReportSheets.of(empty));
        return switch (form) {
            case "json" -> json(dictionary);
            case "csv" -> csv(dictionary.csv());
            default -> throw new Refused(WebRefusal.NOT_FOUND);
        };
    }

    private static ResponseEntity<?> json(Object body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static ResponseEntity<?> csv(String text) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header("X-Content-Type-Options", "nosniff")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
