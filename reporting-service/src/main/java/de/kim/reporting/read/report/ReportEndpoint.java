package de.kim.reporting.read.report;

import de.kim.audit.report.Report;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.WebRefusal;
import de.kim.reporting.read.report.sheet.Form;
import de.kim.reporting.read.report.sheet.ReportSheets;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The transparency report: of a quarter, of two days inclusive, or of the running quarter. Its form
 * is said by the header {@code Accept} or by the end of the address, its language by {@code lang}
 * or the header {@code Accept-Language}. Of quarters that are not closed it is for the network's
 * office only.
 */
@RestController
public class ReportEndpoint {
    /** For all forms at one address: one operation. */
    private static final String NAME = "report";

    private final Reports reports;
    private final ReportForms forms;
    private final Clock clock;

    public ReportEndpoint(Reports reports, ReportForms forms, Clock clock) {
        this.reports = reports;
        this.forms = forms;
        this.clock = clock;
    }

    @Operation(operationId = NAME)
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping(path = "/api/report", produces = MediaType.APPLICATION_JSON_VALUE)
    public Report report(@ParameterObject ReportQuery query) {
        return reports.report(query.period(LocalDate.now(clock)), query.asOf());
    }

    /** The same figures, one a line. */
    @Operation(operationId = NAME)
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping(path = "/api/report", produces = "text/csv")
    public ResponseEntity<byte[]> csv(
            @ParameterObject ReportQuery query, HttpServletRequest request) {
        return in(Form.CSV, query, request);
    }

    /** As a web page. */
    @Operation(operationId = NAME)
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping(path = "/api/report", produces = MediaType.TEXT_HTML_VALUE)
    public ResponseEntity<byte[]> page(
            @ParameterObject ReportQuery query, HttpServletRequest request) {
        return in(Form.HTML, query, request);
    }

    /** As a tagged PDF. */
    @Operation(operationId = NAME)
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping(path = "/api/report", produces = MediaType.APPLICATION_PDF_VALUE)
    public ResponseEntity<byte[]> paper(
            @ParameterObject ReportQuery query, HttpServletRequest request) {
        return in(Form.PDF, query, request);
    }

    /** As a workbook, a sheet a table. */
    @Operation(operationId = NAME)
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping(path = "/api/report", produces = Form.SPREADSHEET)
    public ResponseEntity<byte[]> workbook(
            @ParameterObject ReportQuery query, HttpServletRequest request) {
        return in(Form.XLSX, query, request);
    }

    /** For what cannot send a header: the address ends in json, csv, html, pdf or xlsx. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/report.{form}")
    public ResponseEntity<?> file(
            @PathVariable("form") String form,
            @ParameterObject ReportQuery query,
            HttpServletRequest request) {
        if (form.equals("json")) {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(report(query));
        }
        Form asked = Form.ofEnding(form).orElseThrow(() -> new Refused(WebRefusal.NOT_FOUND));
        return in(asked, query, request);
    }

    /** The figures in the order of the BAMF's tables, as csv, html, pdf or xlsx. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/report/bamf.{form}")
    public ResponseEntity<byte[]> bamf(
            @PathVariable("form") String form,
            @ParameterObject ReportQuery query,
            HttpServletRequest request) {
        Form asked = Form.ofEnding(form).orElseThrow(() -> new Refused(WebRefusal.NOT_FOUND));
        return forms.answer(
                asked, query.lang(), request, () -> ReportSheets.forBamf(report(query)).open());
    }

    private ResponseEntity<byte[]> in(Form form, ReportQuery query, HttpServletRequest request) {
        return forms.answer(
                form, query.lang(), request, () -> ReportSheets.of(report(query)).open());
    }
}
